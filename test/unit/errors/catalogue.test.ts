import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { API_ERRORS } from '../../../nodes/Chargebee/errors/apiErrors';
import { say as sayOfChargebee } from '../../../nodes/Chargebee/errors/say';
import { say as sayOfInfor } from '../../../nodes/CloudSuite/errors/say';
import { sayFrom } from '../../../nodes/shared/errors/say';
import type { CatalogueEntry } from '../../../nodes/shared/errors/types';
import { ERROR_GROUPS } from '../../docs/errorGroups';
import { anchor, errorPage } from '../../docs/errorPage';
import { CHARGEBEE_CODES } from './chargebeeCodes';
import { ROOT, sourceFiles } from './sources';

const entries = ERROR_GROUPS.flatMap(({ catalogue }) => Object.entries(catalogue));
const sayAny = sayFrom(Object.fromEntries(entries)) as unknown as (
	code: string,
	values: Record<string, string>,
) => ReturnType<typeof sayOfChargebee>;

describe('docs/errors.md', () => {
	it('is what `npm run docs:errors` makes of the catalogue', () => {
		expect(readFileSync(join(ROOT, 'docs/errors.md'), 'utf8')).toBe(errorPage());
	});

	it('has a place of its own for every entry and chapter', () => {
		const anchors = [
			...ERROR_GROUPS.map(({ title }) => title),
			...entries.map(([code]) => code),
		].map(anchor);
		expect(new Set(anchors).size).toBe(anchors.length);
	});

	it('has every catalogue of the package as a chapter', () => {
		const files = sourceFiles('nodes').filter((file) => file.includes('/errors/'));
		const catalogues = files
			.flatMap((file) => {
				const exported = jest.requireActual<Record<string, unknown>>(join(ROOT, file));
				return Object.values(exported);
			})
			.filter((exported) => typeof exported === 'object');
		expect(new Set(ERROR_GROUPS.map(({ catalogue }) => catalogue))).toEqual(new Set(catalogues));
		expect(catalogues).toHaveLength(ERROR_GROUPS.length);
	});
});

describe('an entry', () => {
	it.each(entries)('%s says what it means and what to do', (_code, entry) => {
		for (const text of [entry.message, entry.meaning, entry.action]) {
			expect(text.trim()).toBe(text);
			expect(text).not.toBe('');
		}
		expect(entry.meaning).toMatch(/[.)]$/);
		expect(entry.action).toMatch(/[.}]$/);
		expect(entry.meaning.length).toBeGreaterThan(20);
	});

	it('has a code of its own', () => {
		expect(new Set(entries.map(([code]) => code)).size).toBe(entries.length);
	});

	it('exists for each code of Chargebee’s specification, and none is made up', () => {
		const known = CHARGEBEE_CODES.map(([, code]) => code);
		expect(Object.keys(API_ERRORS).sort()).toEqual([...known, 'gateway.*'].sort());
	});

	it.each(entries)('%s shows every value it asks for, and nothing is left open', (code, entry) => {
		const names = placeholders(entry);
		const values = Object.fromEntries(names.map((name) => [name, `<${name}>`]));
		const { reason, actionToTake, class: kind } = sayAny(code, values);
		expect(kind).toBe(entry.class);
		const text = `${reason} ${actionToTake}`;
		expect(text).not.toMatch(/[{}]|undefined/);
		for (const name of names) expect(text).toContain(`<${name}>`);
	});
});

describe('saying something', () => {
	it('leaves a value alone that looks like a placeholder', () => {
		const { reason } = sayOfChargebee('record_not_found', { name: '{id}', id: '$1 {name}' });
		expect(reason).toBe('Chargebee has no {id} $1 {name}');
	});

	it('does not compile with an unknown code, a missing value or one too many', () => {
		const said = [
			// @ts-expect-error there is no such entry
			() => sayOfInfor('no_such_code'),
			// @ts-expect-error the id is missing
			() => sayOfChargebee('record_not_found', { name: 'customer' }),
			// @ts-expect-error the text has no place for it
			() => sayOfInfor('set_missing', { set: 'A', service: 'B', company: '1300' }),
			// @ts-expect-error the values are missing
			() => sayOfInfor('set_missing'),
		];
		expect(said).toHaveLength(4);
	});
});

function placeholders({ message, action }: CatalogueEntry): string[] {
	return [...`${message} ${action}`.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
}
