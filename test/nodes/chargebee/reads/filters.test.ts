import type { IDataObject } from 'n8n-workflow';
import type { Filter } from '../../../../nodes/Chargebee/reads/filter';
import { checkRequestAgainstSdk } from '../../../contract/sdkSchemas';
import { resourceAt } from '../../../sandbox/chargebee/resources';
import type { Bench } from '../setup';
import { startBench, stopBenches } from '../setup';
import { SITE } from './seed';
import { pathOf, SPECS } from './specs';

afterEach(stopBenches);

/** What nobody asked for so far, or what the SDK can not be asked for. */
const LEFT_OUT = [
	// the SDK's own schema refuses its values, by a clash of names
	'einvoice[status]',
	'bundle_configuration[type]',
	// the same as paid_at[after]
	'paid_on_after',
];

const valueOf = (record: Record<string, unknown>, field: string): unknown => {
	const [outer = '', inner] = field.replace(']', '').split('[');
	const member = record[outer];
	return inner === undefined ? member : (member as IDataObject | undefined)?.[inner];
};

type Value = string | number | boolean;

interface Case {
	asked: Value | string[];
	wire: string;
	answers: (value: unknown) => boolean;
}

/** What to ask a filter so that some records answer and others do not, from the values there are. */
function caseOf({ kind, field }: Filter, values: Value[]): Case {
	const sorted = [...new Set(values)].sort((a, b) => (Number(a) || 0) - (Number(b) || 0));
	const [one, another] = sorted;
	const middle = Number(sorted[Math.floor(sorted.length / 2)]);
	const wire = (operator: string, value: unknown) =>
		new URLSearchParams({ [`${field}[${operator}]`]: String(value) }).toString();
	const text = String(one);
	switch (kind) {
		case 'is':
		case 'flag':
			return { asked: one ?? '', wire: wire('is', text), answers: (value) => value === one };
		case 'startsWith': {
			const tells = values.some((value) => !String(value).startsWith(text.slice(0, -1)));
			const asked = tells ? text.slice(0, -1) : text;
			const answers = (value: unknown) => String(value).startsWith(asked);
			return { asked, wire: wire('starts_with', asked), answers };
		}
		case 'anyOf':
		case 'choices': {
			const some = sorted.length > 2 ? [text, String(another)] : [text];
			return {
				asked: kind === 'choices' ? some : some.join(', '),
				wire: some.length > 1 ? wire('in', JSON.stringify(some)) : wire('is', text),
				answers: (value) => some.includes(String(value)),
			};
		}
		case 'after':
			return {
				asked: new Date(middle * 1000).toISOString(),
				wire: wire('after', middle),
				answers: (value) => Number(value) > middle,
			};
		case 'before':
			return {
				asked: new Date(middle * 1000).toISOString(),
				wire: wire('before', middle),
				answers: (value) => Number(value) < middle,
			};
		case 'atLeast':
			return {
				asked: middle,
				wire: wire('gte', middle),
				answers: (value) => Number(value) >= middle,
			};
		case 'atMost':
			return {
				asked: middle,
				wire: wire('lte', middle),
				answers: (value) => Number(value) <= middle,
			};
	}
}

async function ask({ run }: Bench, resource: string, filters: IDataObject) {
	const parameters = { resource, operation: 'getAll', returnAll: true, filters };
	const { outputs } = await run(parameters);
	return {
		ids: (outputs[0] ?? []).map(({ json }) => json.id).sort(),
		error: outputs[1]?.[0]?.json.error,
	};
}

describe.each(SPECS.map((spec) => [spec.plural, spec] as const))('the list of %s', (_, spec) => {
	const fields = new Set(spec.filters.map(({ field }) => field));

	it('can be filtered by all that Chargebee has for it', () => {
		const offered = Object.keys(resourceAt(pathOf(spec))?.list.filters ?? {});
		expect(offered.filter((field) => !LEFT_OUT.includes(field)).sort()).toEqual([...fields].sort());
	});

	it('can be sorted by all that Chargebee sorts it by, and has deleted ones where Chargebee lists them', () => {
		const list = resourceAt(pathOf(spec))?.list;
		expect([...spec.sortable].sort()).toEqual([...(list?.sortable ?? [])].sort());
		expect(spec.includeDeleted).toBe(list?.deletedBy === 'parameter');
	});

	it('has filters of different names', () => {
		const names = spec.filters.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
	});

	const checkable = spec.filters.filter(({ field }) => field !== 'include_site_level_resources');
	it.each(checkable.map((filter) => [filter.displayName, filter] as const))(
		'gives those that answer "%s", asks for it as documented, and notices when that is ignored',
		async (_name, filter) => {
			const bench = await startBench(SITE);
			const { sandbox, newCalls } = bench;
			const all = sandbox.records(pathOf(spec));
			const values = all
				.map((record) => valueOf(record, filter.field) as Value | undefined)
				.filter((value) => value !== undefined);
			const { asked, wire, answers } = caseOf(filter, values);
			const expected = all
				.filter((record) => {
					const value = valueOf(record, filter.field);
					return value !== undefined && answers(value);
				})
				.map(({ id }) => id)
				.sort();
			expect(expected.length).toBeGreaterThan(0);
			expect(expected.length).toBeLessThan(all.length);

			const answered = await ask(bench, spec.resource, { [filter.name]: asked });
			expect(answered).toEqual({ ids: expected, error: undefined });
			const calls = newCalls();
			expect(calls[0]?.query.replaceAll('%20', '+').split('&')).toContain(wire);
			expect(calls.flatMap(checkRequestAgainstSdk)).toEqual([]);

			sandbox.behaviour.ignoredFilters = [filter.field];
			const ignored = await ask(bench, spec.resource, { [filter.name]: asked });
			expect(ignored.ids).toEqual([]);
			expect(ignored.error).toContain(`ignored the filter ${filter.field}[`);
		},
	);
});

describe('filters', () => {
	it('have all to hold', async () => {
		const bench = await startBench(SITE);
		const { ids } = await ask(bench, 'item', { type: ['plan', 'addon'], status: ['active'] });
		const expected = bench.sandbox
			.records('items')
			.filter(({ type, status }) => type !== 'charge' && status === 'active')
			.map(({ id }) => id);
		expect(ids).toEqual(expected.sort());
		expect(expected.length).toBeGreaterThan(0);
	});

	it('without a value are not sent: Chargebee refuses empty ones', async () => {
		const bench = await startBench(SITE);
		const blank = { name: ' ', id: '', status: [], updatedAfter: '' };
		expect((await ask(bench, 'item', blank)).ids).toHaveLength(9);
		expect(bench.sandbox.history.map(({ query }) => query)).toEqual([
			'limit=100&sort_by%5Basc%5D=id',
		]);
	});

	it('that can not be meant are an error that names the filter, before anything is sent', async () => {
		const bench = await startBench(SITE);
		const { error } = await ask(bench, 'invoice', { dateAfter: 'soon' });
		expect(error).toBe('Date After: "soon" is not a date');
		expect(bench.sandbox.history).toEqual([]);
	});

	it('for site-level records are asked for beside a business entity', async () => {
		const bench = await startBench({
			itemFamilies: [
				{ id: 'of-entity', name: 'A', business_entity_id: 'e1' },
				{ id: 'of-site', name: 'B' },
			],
		});
		const ask2 = (include: boolean) =>
			ask(bench, 'itemFamily', { includeSiteLevelResources: include });
		expect((await ask2(true)).ids).toEqual(['of-entity', 'of-site']);
		expect((await ask2(false)).ids).toEqual(['of-entity']);
		expect(bench.sandbox.history.flatMap(checkRequestAgainstSdk)).toEqual([]);
	});
});
