import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

export const ROOT = join(__dirname, '../../..');

/** The TypeScript files below these folders, as paths from the root with `/`. */
export function sourceFiles(...folders: string[]): string[] {
	return folders.flatMap((folder) =>
		readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.ts'))
			.map((file) => [folder, ...file.split(sep)].join('/')),
	);
}
