import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

const FLAGS = [
	'--headless',
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** A browser nobody sees. */
export async function launchBrowser(): Promise<Browser> {
	const { findBrowser } = await import('../setup/browser.mjs');
	const executablePath = findBrowser();
	if (!executablePath) throw new Error('No Chromium was found: name one in CHROMIUM');
	return await chromium.launch({ executablePath, args: FLAGS });
}
