import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { command, step } from './steps.mjs';

/**
 * Installs what a folder's lock file names, once per lock file. Install scripts are left out: nothing here needs them
 * but the npm package `node`, whose one step follows, and npm versions differ in which scripts they run.
 */
export async function installDependencies(folder, title) {
	const modules = join(folder, 'node_modules');
	const stamp = join(modules, '.installed-lock');
	const wanted = createHash('sha256')
		.update(readFileSync(join(folder, 'package-lock.json')))
		.digest('hex');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && hasNode24(folder))
		return false;
	await step(
		title,
		async () => {
			await command(
				'npm',
				[
					'ci',
					'--ignore-scripts',
					'--no-audit',
					'--no-fund',
					'--loglevel=error',
					'--fetch-retries=5',
				],
				{ cwd: folder, env: process.env },
			);
			if (!hasNode24(folder)) await installNode24(folder);
			writeFileSync(stamp, wanted);
		},
		{ slow: true },
	);
	return true;
}

/** The npm package `node` brings its binary in a package per platform, fetched by its install script. */
async function installNode24(folder) {
	// `npm ci` has just removed the Node that runs this, if it was the one of this very folder
	const node = existsSync(process.execPath) ? process.execPath : 'node';
	await command(node, ['installArchSpecificPackage.js'], {
		cwd: join(folder, 'node_modules', 'node'),
		env: process.env,
	});
	if (!hasNode24(folder))
		throw new Error('Node 24 could not be installed from the npm package "node"');
}

function hasNode24(folder) {
	const binary = join(
		folder,
		'node_modules',
		'node',
		'bin',
		process.platform === 'win32' ? 'node.exe' : 'node',
	);
	if (!existsSync(binary) || statSync(binary).size === 0) return false;
	return spawnSync(binary, ['-v'], { encoding: 'utf8' }).stdout?.startsWith('v24.') ?? false;
}
