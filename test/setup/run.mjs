/**
 * What `npm start`, `npm test` and `npm run test:e2e` run. Plain JavaScript without dependencies:
 * on a fresh clone nothing is installed yet, and the machine's Node may be 20.
 */
import { join } from 'node:path';
import { prepareBrowser } from './browser.mjs';
import { checkPackage } from './checkPackage.mjs';
import { installDependencies } from './dependencies.mjs';
import { runJest } from './jestRun.mjs';
import { command, ROOT, step } from './steps.mjs';

const HOST = join(ROOT, 'test', 'host');

async function prepare() {
	await installDependencies(ROOT, 'Install dependencies (about a minute, once)');
}

async function prepareHost() {
	const { installHost } = await import('../host/install.mjs');
	await installHost(HOST);
}

async function test() {
	await prepare();
	await step('Build', () => command('gulp', ['build', '--silent']));
	await step('Lint', () => command('eslint', ['.']));
	await step('Formatting', () => command('prettier', ['--check', '--log-level=warn', '.']));
	await step('Types', () => command('tsc', ['-p', 'test/tsconfig.json']));
	await step('Contents of the package', checkPackage);
	await counted('Tests', ['--ci']);
}

async function e2e() {
	await prepare();
	await prepareHost();
	await prepareBrowser();
	await step('Build', () => command('gulp', ['build', '--silent']));
	await counted('End-to-end tests in a real n8n', [
		'--ci',
		'--config',
		'test/e2e/jest.config.js',
		'--runInBand',
	]);
}

async function start() {
	await prepare();
	await prepareHost();
	await step('Build', () => command('gulp', ['build', '--silent']));
	await command('node', ['--import', 'tsx', 'test/host/start.ts', ...process.argv.slice(3)]);
}

/** Ends with one plain line, so that people and machines see that tests ran. */
async function counted(title, args) {
	const { passed, failed, failure } = await step(title, () => runJest(args));
	console.log(`\n${passed} passed, ${failed} failed`);
	if (failure) throw failure;
}

const task = { test, e2e, start }[process.argv[2] ?? ''];
if (!task) throw new Error('Say what to run: start, test or e2e');
task().catch((error) => {
	console.error(`\n✖ ${error.message}`);
	process.exitCode = 1;
});
