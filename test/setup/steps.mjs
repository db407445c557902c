import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The environment of every step: the package's own Node 24 and tools come first. */
export function environment(more = {}) {
	const bin = join(ROOT, 'node_modules', '.bin');
	return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, ...more };
}

/** Runs a command with its output shown; rejects when it fails. Resolves with what it printed if `capture` is set. */
export function command(name, args, { cwd = ROOT, env = environment(), capture = false } = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(name, args, { cwd, env, stdio: ['inherit', capture ? 'pipe' : 'inherit', 'inherit'] });
		let printed = '';
		child.stdout?.on('data', (chunk) => (printed += chunk));
		child.on('error', reject);
		child.on('exit', (code) =>
			code === 0 ? resolve(printed) : reject(new Error(`${name} ${args.join(' ')} ended with ${code}`)),
		);
	});
}

/** Runs one named step and prints how long it took. */
export async function step(title, work) {
	const start = Date.now();
	console.log(`\n▶ ${title}`);
	const result = await work();
	console.log(`✔ ${title} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
	return result;
}
