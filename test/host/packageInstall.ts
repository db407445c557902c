import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ROOT = join(__dirname, '..', '..');

export const PACKAGE_NAME = 'n8n-nodes-cloudsuite-chargebee';

/**
 * Packs the package and unpacks it where n8n keeps community packages, the way n8n's own installer does it
 * (community-packages.service: unpack, strip development dependencies): real files, loaded under the package's name.
 */
export async function installPackage(userFolder: string): Promise<void> {
	const work = await mkdtemp(join(tmpdir(), 'cloudsuite-pack-'));
	await run('npm', ['pack', '--pack-destination', work, '--loglevel=error'], { cwd: ROOT });
	const [tarball] = await readdir(work);
	if (!tarball) throw new Error('npm pack made no file');
	const target = join(userFolder, '.n8n', 'nodes', 'node_modules', PACKAGE_NAME);
	await rm(target, { recursive: true, force: true });
	await mkdir(target, { recursive: true });
	await run('tar', ['-xzf', join(work, tarball), '-C', target, '--strip-components=1']);
	await rm(work, { recursive: true, force: true });

	const manifestFile = join(target, 'package.json');
	const {
		devDependencies: _dev,
		peerDependencies: _peer,
		...manifest
	} = JSON.parse(await readFile(manifestFile, 'utf8')) as Record<string, unknown>;
	await writeFile(manifestFile, JSON.stringify(manifest, null, 2));
	await writeFile(
		join(userFolder, '.n8n', 'nodes', 'package.json'),
		JSON.stringify(
			{
				name: 'installed-nodes',
				private: true,
				dependencies: { [PACKAGE_NAME]: manifest.version },
			},
			null,
			2,
		),
	);
}
