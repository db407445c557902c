import type { AddressInfo } from 'node:net';
import type { ParsedMail } from 'mailparser';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface Mail {
	to: string;
	subject: string;
	text: string;
}

/** A mail server on loopback that keeps what it gets. */
export async function startMailServer(): Promise<{
	port: number;
	mails: Mail[];
	stop: () => Promise<void>;
}> {
	const mails: Mail[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onData: (stream, _session, done) => {
			void simpleParser(stream).then((mail) => {
				mails.push(asMail(mail));
				done();
			}, done);
		},
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.server.address() as AddressInfo;
	return {
		port,
		mails,
		stop: () => new Promise((resolve) => server.close(() => resolve())),
	};
}

function asMail({ to, subject, text }: ParsedMail): Mail {
	const addresses = Array.isArray(to) ? to : to ? [to] : [];
	return {
		to: addresses.map((one) => one.text).join(', '),
		subject: subject ?? '',
		text: text ?? '',
	};
}
