import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERROR_GROUPS } from '../../docs/errorGroups';
import { ROOT, sourceFiles } from './sources';
import { writtenByHand } from './writtenByHand';

const sources = sourceFiles('nodes', 'credentials').map((path) => ({
	path,
	text: readFileSync(join(ROOT, path), 'utf8'),
}));
/** Chosen by the group of a network failure, or by OAuth’s own code. */
const BY_VARIABLE = /^(network_|login_)/;

describe('a message', () => {
	it('is never written where it is used: it comes from the catalogue', () => {
		const checked = sources.filter(
			// the one place where what was said becomes an error
			({ path }) => path !== 'nodes/shared/errors/nodeErrors.ts',
		);
		expect(checked.length).toBeGreaterThan(30);
		expect(checked.flatMap(({ path, text }) => writtenByHand(path, text))).toEqual([]);
	});

	it('that nobody says is not in the catalogue', () => {
		const code = sources
			.filter(({ path }) => !/\/errors\/\w+Errors\.ts$/.test(path))
			.map(({ text }) => text)
			.join('\n');
		const silent = ERROR_GROUPS.filter(({ title }) => title !== 'Chargebee’s error codes')
			.flatMap(({ catalogue }) => Object.keys(catalogue))
			.filter((name) => !BY_VARIABLE.test(name) && !code.includes(`'${name}'`));
		expect(silent).toEqual([]);
	});
});

describe('a message written by hand is found', () => {
	const lines = (text: string) => writtenByHand('x.ts', text);

	it.each([
		['a literal', `throw new NodeOperationError(node, 'Wrong');`],
		['a template', 'throw new NodeOperationError(node, `Wrong ${what}`);'],
		['a variable', `const text = 'Wrong'; throw new NodeOperationError(node, text);`],
		['a choice', `throw new NodeOperationError(node, bad ? 'Wrong' : said.reason);`],
		['a call', `throw new NodeOperationError(node, text());`],
		['a description', `throw new NodeOperationError(node, said.reason, { description: 'Do' });`],
		['a shorthand', `throw new NodeOperationError(node, said.reason, { description });`],
		['options from elsewhere', `throw new NodeOperationError(node, said.reason, options);`],
		['an object', `throw new NodeApiError(node, { message: 'Wrong' });`],
		['an error made up', `throw new NodeApiError(node, error as JsonObject);`],
		['a plain error', `throw new Error('Wrong');`],
		['a plain error in parts', `throw new Error(first + ' wrong');`],
		['a row', `const row = { outcome, reason: 'Wrong' };`],
		['an action', 'const row = { actionToTake: `Do ${what}` };'],
	])('as %s', (_how, text) => {
		expect(lines(text)).toHaveLength(1);
	});

	it.each([
		['what was said', `throw new NodeOperationError(node, said.reason, { itemIndex });`],
		[
			'action and reason',
			`throw new NodeApiError(node, { message: said.reason }, { message: said.reason, description: said.actionToTake });`,
		],
		['a caught error', `try { x(); } catch (error) { throw new NodeApiError(node, error as J); }`],
		['a plain error of the catalogue', `throw new Error(inOneText(say('gone', { id })));`],
		['an empty reason', `const row = { reason: '', actionToTake: '' };`],
		['another kind of member', `const field = { description: 'A text of the interface' };`],
	])('but not %s', (_how, text) => {
		expect(lines(text)).toEqual([]);
	});
});
