import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { templateFiles } from '../../templates';

const FOLDER = join(__dirname, '..', '..', '..', 'workflows');

function filesBelow(folder: string): string[] {
	return readdirSync(folder).flatMap((name) => {
		const path = join(folder, name);
		return statSync(path).isDirectory() ? filesBelow(path) : [relative(FOLDER, path)];
	});
}

describe('the templates in workflows/', () => {
	it.each([...templateFiles()])(
		'%s is what its source says (npm run templates)',
		(file, content) => {
			expect(JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))).toEqual(content);
		},
	);

	it('all come from a source', () => {
		expect(
			filesBelow(FOLDER)
				.filter((file) => file.endsWith('.json'))
				.sort(),
		).toEqual([...templateFiles().keys()].sort());
	});
});
