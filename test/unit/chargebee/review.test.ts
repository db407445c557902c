import { itemSpec } from '../../../nodes/Chargebee/resources/item/spec';
import { customerSpec } from '../../../nodes/Chargebee/resources/customer/spec';
import { keysToAsk, readReview } from '../../../nodes/Chargebee/upsert/review';
import type { Review } from '../../../nodes/Chargebee/upsert/types';

describe('a decision', () => {
	it.each([
		['', '', undefined],
		[null, undefined, undefined],
		['link', 'A', { kind: 'link', id: 'A' }],
		[' Link ', ' A ', { kind: 'link', id: 'A' }],
		['CREATE', '', { kind: 'create' }],
		['ignore', '', { kind: 'ignore' }],
		['ignore', 'A', { kind: 'ignore' }],
		['link', 17, { kind: 'link', id: '17' }],
	])('%j with the ID %j is %j', (decision, id, review) => {
		expect(readReview(decision, id)).toEqual({ ...(review ? { review } : {}), problems: [] });
	});

	it.each([
		['maybe', '', 'decision_unknown', /"maybe".*link, create, ignore/],
		['linked', 'A', 'decision_unknown', /link, create, ignore/],
		['link', ' ', 'decision_without_id', /Decision ID/],
		['', 'A', 'decision_id_unexpected', /A/],
		['create', 'A', 'decision_id_unexpected', /A/],
	])('%j with the ID %j is no decision: %s', (decision, id, code, text) => {
		const { review, problems } = readReview(decision, id);
		expect(review).toBeUndefined();
		expect(problems).toMatchObject([{ field: 'Decision', code }]);
		expect(problems[0]?.text).toMatch(text);
	});
});

describe('the match keys a record is looked for by', () => {
	const keys = [
		{ name: 'name', field: 'name' },
		{ name: 'email', field: 'email' },
	];
	const asked = (spec: typeof itemSpec, review?: Review) =>
		keysToAsk(spec, keys, {
			...{ index: 0, sourceKey: '', id: '', values: {} },
			...(review ? { review } : {}),
		}).map(({ name }) => name);

	it('are all without a decision, and none with one, except a name that must be free for a new record', () => {
		expect(asked(itemSpec)).toEqual(['name', 'email']);
		expect(asked(itemSpec, { kind: 'create' })).toEqual(['name']);
		expect(asked(customerSpec, { kind: 'create' })).toEqual([]);
		expect(asked(itemSpec, { kind: 'link', id: 'A' })).toEqual([]);
	});
});
