import type { Mail } from './mailServer';

const escaped = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** E-mails one below the other, as a mail program shows them: for pictures. */
export const mailbox = (mails: readonly Mail[]): string => `<!doctype html><html lang="en"><style>
	body { font: 16px/1.5 system-ui, sans-serif; margin: 24px; background: #f2f3f5; color: #1c1e21 }
	article { background: #fff; border-radius: 8px; padding: 16px 24px; margin-bottom: 16px }
	h2 { font-size: 18px; margin: 0 } p { margin: 0 0 12px; color: #5c6066 } pre { font: inherit; white-space: pre-wrap; margin: 0 }
</style>${mails
	.map(
		({ to, subject, text }) =>
			`<article><h2>${escaped(subject)}</h2><p>to ${escaped(to)}</p><pre>${escaped(text)}</pre></article>`,
	)
	.join('')}</html>`;
