import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, ROOT } from './steps.mjs';

const ALLOWED =
	/^(dist\/(nodes|credentials)\/.+\.(js|d\.ts|json|svg)|workflows\/(postgres\/)?[a-z-]+\.json|workflows\/postgres\/tables\.sql|README\.md|LICENSE|package\.json)$/;

/** What would be published: only the product, and nothing it would have to install. */
export async function checkPackage() {
	const [{ files }] = JSON.parse(
		await command('npm', ['pack', '--dry-run', '--json', '--loglevel=error'], { capture: true }),
	);
	const strangers = files.map(({ path }) => path).filter((path) => !ALLOWED.test(path));
	if (strangers.length > 0)
		throw new Error(`The package would hold what it should not: ${strangers.join(', ')}`);
	const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
	if (manifest.dependencies)
		throw new Error('The package must have no "dependencies": n8n brings what it uses');
	const named = [...manifest.n8n.nodes, ...manifest.n8n.credentials];
	const missing = named.filter((path) => !files.some((file) => file.path === path));
	if (missing.length > 0)
		throw new Error(`The package lacks what it announces: ${missing.join(', ')}`);
	console.log(`${files.length} files, all of them expected`);
}
