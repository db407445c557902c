import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const SIGN_OF_LIFE_MS = 20_000;
const PARENT_CHECK_MS = 1_000;

/** The environment of every step: the package's own Node 24 and tools come first. */
export function environment(more = {}) {
	const modules = join(ROOT, 'node_modules');
	// npm links `.bin/node` only when the binary is there already, and it comes last
	const path = [join(modules, 'node', 'bin'), join(modules, '.bin'), process.env.PATH];
	return { ...process.env, PATH: path.join(delimiter), ...more };
}

/**
 * Runs a command with its output shown; rejects when it fails. Resolves with what it printed if `capture` is set.
 * With `quiet` the output is only shown when it fails, with `silent` not even then.
 */
export async function command(name, args, options = {}) {
	const { cwd = ROOT, env = environment(), timeoutMs } = options;
	const { capture = false, silent = false, quiet = silent } = options;
	const output = capture || quiet ? 'pipe' : 'inherit';
	const child = spawn(name, args, {
		cwd,
		env,
		stdio: ['inherit', output, quiet ? 'pipe' : 'inherit'],
		...(timeoutMs ? { timeout: timeoutMs } : {}),
	});
	let printed = '';
	for (const stream of [child.stdout, child.stderr])
		stream?.on('data', (chunk) => (printed += chunk));
	const code = await ended(child);
	if (code === 0) return printed;
	if (quiet && !silent) console.error(printed.trim().split('\n').slice(-40).join('\n'));
	throw new Error(`${name} ${args.join(' ')} ended with ${code}`);
}

/** Runs one named step and prints how long it took; a `slow` one gives a sign of life now and then. */
export async function step(title, work, { slow = false } = {}) {
	const start = Date.now();
	const seconds = () => ((Date.now() - start) / 1000).toFixed(slow ? 0 : 1);
	console.log(`\n▶ ${title}`);
	const alive = slow
		? setInterval(() => console.log(`  … still at it, ${seconds()} s`), SIGN_OF_LIFE_MS)
		: undefined;
	try {
		const result = await work();
		console.log(`✔ ${title} (${seconds()} s)`);
		return result;
	} finally {
		clearInterval(alive);
	}
}

/**
 * Waits for a command. Ctrl-C reaches it by itself, as it is in the same terminal group, so here it must only not end
 * us first; a SIGTERM is meant for us alone and is handed on. npm ends on SIGTERM without telling its script: that
 * our parent is gone means the same.
 */
async function ended(child) {
	const wait = () => undefined;
	const handOn = () => child.kill('SIGTERM');
	const parent = process.ppid;
	const orphaned = setInterval(() => process.ppid !== parent && handOn(), PARENT_CHECK_MS);
	process.on('SIGINT', wait);
	process.on('SIGTERM', handOn);
	process.on('SIGHUP', handOn);
	try {
		return await new Promise((resolve, reject) => {
			child.once('error', reject);
			child.once('close', (code, signal) => resolve(code ?? signal));
		});
	} finally {
		clearInterval(orphaned);
		process.off('SIGINT', wait);
		process.off('SIGTERM', handOn);
		process.off('SIGHUP', handOn);
	}
}
