import { existsSync } from 'node:fs';
import { command, step } from './steps.mjs';

const USUAL_PLACES = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser for tests of pages: the one `CHROMIUM` names, else one in a usual place. */
function findBrowser() {
	const named = process.env.CHROMIUM;
	return named ?? USUAL_PLACES.find((path) => existsSync(path));
}

/** Names a browser in `CHROMIUM`. Installs one where that can be done without asking; else says what to do. */
export async function prepareBrowser() {
	if (!findBrowser()) await install();
	process.env.CHROMIUM = findBrowser();
}

async function install() {
	const isRoot = process.getuid?.() === 0;
	if (isRoot && existsSync('/usr/bin/apt-get')) {
		const chromium = ['install', '-y', '--no-install-recommends', 'chromium'];
		await step(
			'Install Chromium (a minute, once)',
			async () => {
				await command('apt-get', ['update', '-q'], { env: process.env, quiet: true });
				await command('apt-get', chromium, { env: process.env, quiet: true });
			},
			{ slow: true },
		);
	}
	if (!findBrowser())
		throw new Error(
			'The tests of pages need Chromium or Chrome. Install it (on Debian and Ubuntu: apt-get install chromium), or name it in CHROMIUM.',
		);
}
