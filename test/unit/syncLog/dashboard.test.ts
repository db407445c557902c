import fc from 'fast-check';
import { link, markup, webAddress } from '../../../nodes/SyncLog/dashboard/html';
import { chargebeeUrl, formTarget, siteNameOf } from '../../../nodes/SyncLog/dashboard/links';
import type { DashboardFacts } from '../../../nodes/SyncLog/dashboard/model';
import { readComparisons } from '../../../nodes/SyncLog/dashboard/comparison';
import { FINDINGS } from '../../../nodes/Chargebee/reconcile/finding';
import { buildDashboard } from '../../../nodes/SyncLog/dashboard/model';
import { renderDashboard } from '../../../nodes/SyncLog/dashboard/page';
import { MOST_SHOWN } from '../../../nodes/SyncLog/dashboard/recordList';
import { DARK, LIGHT } from '../../../nodes/SyncLog/dashboard/style';
import { ago, count, FINDING_WORDS, span } from '../../../nodes/SyncLog/dashboard/words';
import type { Row } from '../../../nodes/SyncLog/tables';
import { alertState, ledgerRow, LINKS, NEW, NOW, sampleFacts, WELL } from './dashboardFacts';
import { auditRow } from './rows';

const render = (rest: Partial<DashboardFacts> = {}, links = LINKS, token = 'tok') =>
	renderDashboard(sampleFacts(rest), { links, token });
const textOf = (page: string) =>
	page
		.replace(/<style>.*?<\/style>/s, '')
		.replace(/<[^>]*>/g, ' ')
		.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
		.replace(/\s+/g, ' ');
const tagsOf = (page: string) => page.match(/<[^>]*>/g) ?? [];
/** Tags with the names of their attributes: what no text from a table may change. */
const skeleton = (page: string) => tagsOf(page).map((tag) => tag.replace(/"[^"]*"/g, '""'));

describe('the state banner', () => {
	it.each<[string, Partial<DashboardFacts>, string]>([
		['all is well', WELL, 'All is well'],
		['nothing ran yet', NEW, 'No run yet'],
		[
			'records wait for somebody',
			{ ...WELL, ledger: [ledgerRow(1, { outcome: 'conflict' })] },
			'Running, and some records need somebody',
		],
		['an alert is raised', { ...WELL, alerts: alertState() }, 'Needs attention'],
		[
			'a flow is late',
			{
				...WELL,
				checkpoints: [
					{ flow: 'sync-customers', updated_at: new Date(NOW - 31 * 60_000).toISOString() },
				],
			},
			'Needs attention',
		],
	])('says when %s', (_what, facts, title) => {
		const page = render(facts);
		expect(page).toContain(`<h2 id="state">${title}</h2>`);
		expect(page).toContain(`<title>CloudSuite to Chargebee: ${title}</title>`);
	});

	it('repeats each alert with what to do, and none that is over', () => {
		const alerts = alertState();
		alerts.alerts['parked:x'] = {
			...alerts.alerts['stale:sync-items']!,
			raised: false,
			title: 'Not this one',
		};
		const text = textOf(render({ alerts }));
		expect(text).toContain('sync-items does not run. sync-items has finished no run since');
		expect(text).not.toContain('Not this one');
	});
});

describe('the page', () => {
	it('has what a reader by ear or keyboard needs', () => {
		const page = render();
		for (const part of [
			'<html lang="en">',
			'<title>',
			'<main>',
			'<header',
			'<footer>',
			'class="skip" href="#records"',
			'<label for="record">',
			'id="record"',
			'name="viewport"',
		])
			expect(page).toContain(part);
		expect(page.match(/<h1>/g)).toHaveLength(1);
		const headings = page.match(/<h[1-6]/g)?.map((heading) => Number(heading.at(-1))) ?? [];
		for (const [n, level] of headings.entries())
			expect(level - (headings[n - 1] ?? 0)).toBeLessThanOrEqual(1);
		for (const head of page.match(/<th(?=[ >])[^>]*>/g) ?? [])
			expect(head).toMatch(/ scope="(col|row)"/);
		const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const [, id] of page.matchAll(/aria-labelledby="([^"]*)"/g)) expect(ids).toContain(id);
	});

	it('needs no script and nothing from elsewhere', () => {
		const page = render();
		expect(page).not.toMatch(
			/<(script|link|img|iframe|object|embed)|@import|url\(| on\w+=| style=| src=/i,
		);
	});

	it.each([
		['light', LIGHT],
		['dark', DARK],
	])('has enough contrast in the %s', (_name, colours) => {
		const texts: Array<[keyof typeof LIGHT, Array<keyof typeof LIGHT>]> = [
			['ink', ['back', 'card', 'well', 'attention', 'critical', 'new']],
			['soft', ['back', 'card']],
			['accent', ['back', 'card', 'new']],
			['onAccent', ['accent']],
			['late', ['card']],
		];
		for (const [ink, backs] of texts)
			for (const back of backs)
				expect(contrast(colours[ink], colours[back])).toBeGreaterThanOrEqual(4.5);
		for (const bar of ['written', 'unchanged', 'waiting', 'person', 'failed'] as const)
			expect(contrast(colours[bar], colours.card)).toBeGreaterThanOrEqual(3);
	});

	it('explains every empty part to somebody new', () => {
		const text = textOf(render(NEW));
		for (const words of [
			'run it once by hand',
			'No flow is known yet',
			'Nothing to do',
			'last 14 days. Once a flow runs, each day gets a bar',
		])
			expect(text).toContain(words);
	});

	it('shows times with their zone and numbers in groups', () => {
		const text = textOf(render());
		expect(text).toContain('As of 2026-11-27 11:00 GMT+1');
		expect(text).toContain('61,250 of 100,000 calls used (61 %)');
		expect(text).toContain('7 minutes ago 2026-11-27 10:53 GMT+1');
	});

	it('says of each flow how its last run ended and whether it is on time', () => {
		const text = textOf(render());
		expect(text).toContain(
			'2 created, 12 updated, 284 already right, 1 conflict, 1 bad value, 1 failed',
		);
		expect(text).toMatch(/sync-items 95 minutes ago .* late due every 15 minutes/);
		expect(text).toContain('reconcile never not run yet due every 24 hours');
	});
});

describe('what comes from the tables', () => {
	const NASTY = [
		'<script>alert(1)</script>',
		'"><img src=x onerror=alert(1)>',
		`' onmouseover='x`,
		'</style><b>',
		'&lt;b&gt;',
		'`${x}`',
		'javascript:alert(1)',
	];
	const facts = (text: string): Partial<DashboardFacts> => ({
		filter: text,
		ledger: [
			ledgerRow(1, {
				source_key: text,
				chargebee_id: text,
				flow: 'sync-customers',
				outcome: 'conflict',
				reason: text,
			}),
		],
		audit: [
			auditRow(1, {
				source_key: text,
				reason: text,
				at: new Date(NOW).toISOString(),
				outcome: text,
				execution_url: text,
				flow: text,
			}),
		],
		checkpoints: [
			{
				flow: text,
				updated_at: new Date(NOW).toISOString(),
				counts: JSON.stringify({ [text]: 3 }),
			},
		],
		alerts: {
			...alertState(),
			alerts: { a: { ...alertState().alerts['stale:sync-items']!, title: text, text, flow: text } },
		},
		flows: [],
	});

	it('never becomes HTML, in texts, attributes or addresses', () => {
		const plain = skeleton(render(facts('harmless'), LINKS, 'harmless'));
		fc.assert(
			fc.property(
				fc.oneof(
					fc.constantFrom(...NASTY),
					fc.string({ unit: 'binary', minLength: 1 }).filter((text) => text.trim() !== ''),
				),
				(text) => {
					const page = render(facts(text), LINKS, text);
					expect(skeleton(page)).toEqual(plain);
				},
			),
			{ examples: [...NASTY, '\u0000', '\ud800'].map((text): [string] => [text]) },
		);
	});

	it('is shown as it is', () => {
		for (const text of NASTY)
			expect(textOf(render(facts(text)))).toContain(text.replace(/\s+/g, ' '));
	});

	it.each([
		'javascript:alert(1)',
		'data:text/html,x',
		' javascript:x',
		'//evil.example',
		'ftp://x',
		'http://',
		'',
	])('is no address when it is %j', (url) => {
		expect(webAddress(url)).toBeUndefined();
		expect(link(url, 'words').text).toBe('words');
	});

	it('can not break out of an address', () => {
		const made = link('https://n8n.example/"><script>', markup`<b>${'<'}</b>`).text;
		expect(made).toBe(
			'<a href="https://n8n.example/%22%3E%3Cscript%3E" rel="noopener noreferrer"><b>&#60;</b></a>',
		);
	});

	it.each([
		['/webhook/x', '/webhook/x'],
		['https://n8n.example/webhook/x', 'https://n8n.example/webhook/x'],
		['//evil.example/x', ''],
		['javascript:alert(1)', ''],
		['', ''],
	])('buttons are sent to %j: %j', (entered, expected) => {
		expect(formTarget(entered)).toBe(expected);
	});
});

describe('records that need somebody', () => {
	const records = (rest: Partial<DashboardFacts> = {}) => buildDashboard(sampleFacts(rest)).records;

	it('are all that were not accepted, parked ones first, waiting ones last', () => {
		expect(records().map(({ outcome, parked }) => (parked ? 'parked' : outcome))).toEqual([
			'parked',
			'rejected',
			'invalid',
			'conflict',
			'failed',
			'skipped',
		]);
	});

	it.each([
		['c000021', 1],
		['AZYHAND2', 1],
		['sync-items', 1],
		['LN-1300', 5],
		['nothing like it', 0],
	])('are found by "%s": %i', (filter, number) => {
		expect(records({ filter })).toHaveLength(number);
	});

	it('have reason, what to do, attempts and both links', () => {
		const page = render();
		const text = textOf(page);
		expect(text).toContain('The VAT number is invalid');
		expect(text).toContain('What to do: Chargebee refused it.');
		expect(text).toContain('2 attempts · since 2026-11-24 17:00 GMT+1');
		expect(page).toContain(
			'href="https://acme-test.chargebee.com/admin-console/customers/ln-1300-C000022"',
		);
		expect(page).toContain('href="https://n8n.acme.example/workflow/1/executions/22"');
	});

	it('do not have what somebody said to ignore', () => {
		expect(records({ ledger: [ledgerRow(1, { outcome: 'ignored', parked: true })] })).toEqual([]);
	});

	it('name the newest execution', () => {
		const audit = [3, 9, 5].map((n) =>
			auditRow(1, {
				at: `2026-11-2${n === 9 ? 7 : n}T00:00:00Z`,
				execution_url: `https://n8n.example/${n}`,
			}),
		);
		const ledger = [ledgerRow(1, { source_key: 'ln:ACME_TST:1300:C1', outcome: 'failed' })];
		expect(records({ audit, ledger })[0]?.executionUrl).toBe('https://n8n.example/9');
	});

	it('send their buttons with the token and what they are about', () => {
		const page = render();
		const forms = page.match(/<form method="post".*?<\/form>/gs) ?? [];
		expect(forms).toHaveLength(7);
		for (const form of forms) {
			expect(form).toContain('action="/webhook/cloudsuite-action"');
			expect(form).toContain('name="token" value="tok"');
			expect(form).toContain('name="action" value="replay"');
		}
		const sent = (form: string | undefined) =>
			JSON.parse(textOf(/name="records" value="([^"]*)"/.exec(form ?? '')?.[1] ?? '')) as Row[];
		expect(sent(forms[0])).toHaveLength(6);
		expect(sent(forms[1])).toEqual([
			{ flow: 'sync-customers', source_key: 'ln:ACME_TST:1300:C000025' },
		]);
		expect(forms[1]).toContain('value="unpark"');
		expect(forms[2]).toContain('value="ignore"');
	});

	it('have no buttons when there is nowhere to send them, and never show the token then', () => {
		const page = render({}, { ...LINKS, actionUrl: '' });
		expect(page).not.toContain('method="post"');
		expect(page).not.toContain('tok"');
	});

	it('are listed up to a limit, and the page says how many are left', () => {
		const ledger = Array.from({ length: MOST_SHOWN + 5 }, (_, n) =>
			ledgerRow(n, { outcome: 'failed' }),
		);
		const page = render({ ledger });
		expect(page.match(/<article>/g)).toHaveLength(MOST_SHOWN);
		expect(textOf(page)).toContain('5 more records are not shown');
	});

	it('have a link to Chargebee only where the page is known', () => {
		const flows = [
			{ flow: 'masters', cadenceMinutes: 0, recordType: 'customer' },
			{ flow: 'customer-items', cadenceMinutes: 0, recordType: 'other' },
		];
		expect(chargebeeUrl(LINKS, flows, 'masters', 'a b/c')).toBe(
			'https://acme-test.chargebee.com/admin-console/customers/a%20b%2Fc',
		);
		expect(chargebeeUrl(LINKS, flows, 'customer-items', 'x')).toBeUndefined();
		expect(chargebeeUrl(LINKS, flows, 'sync-items', 'x')).toBeUndefined();
		expect(chargebeeUrl(LINKS, flows, 'sync-customers', '')).toBeUndefined();
		expect(
			chargebeeUrl({ ...LINKS, chargebeeSite: 'evil.example/' }, flows, 'masters', 'x'),
		).toBeUndefined();
		expect(siteNameOf(' https://acme-test.chargebee.com/d ')).toBe('acme-test');
	});
});

describe('the chart', () => {
	it('counts each record on its day in the zone of the page, previews not at all', () => {
		const audit = [
			auditRow(1, { at: '2026-11-26T23:30:00Z', outcome: 'created' }),
			auditRow(2, { at: '2026-11-26T22:30:00Z', outcome: 'conflict' }),
			auditRow(3, { at: '2026-11-26T22:30:00Z', outcome: 'preview' }),
			auditRow(4, { at: '2026-10-01T00:00:00Z', outcome: 'failed' }),
		];
		const { days } = buildDashboard(sampleFacts({ audit }));
		expect(days).toHaveLength(14);
		expect(days.at(-1)).toMatchObject({ date: '2026-11-27', groups: { written: 1, person: 0 } });
		expect(days.at(-2)).toMatchObject({
			date: '2026-11-26',
			groups: { written: 0, person: 1, failed: 0 },
		});
		expect(days.flatMap(({ groups }) => Object.values(groups)).reduce((a, b) => a + b)).toBe(2);
	});

	it('stays within its frame and shows the smallest count', () => {
		const audit = [
			...Array.from({ length: 3000 }, (_, n) =>
				auditRow(n, { at: new Date(NOW).toISOString(), outcome: 'unchanged' }),
			),
			auditRow(1, { at: new Date(NOW).toISOString(), outcome: 'failed' }),
		];
		const bars = [
			...render({ audit }).matchAll(/<rect class="(\w+)".*? y="([\d.]+)".*? height="([\d.]+)"/g),
		];
		expect(bars.map(([, group]) => group)).toEqual(['unchanged', 'failed']);
		for (const [, , y, height] of bars) {
			expect(Number(y)).toBeGreaterThanOrEqual(0);
			expect(Number(height)).toBeGreaterThan(1);
		}
	});

	it('has its numbers as a table, too', () => {
		const text = textOf(render());
		expect(text).toContain('The numbers as a table');
		expect(text).toMatch(/2026-11-27 \d+ \d+ \d+ \d+ \d+/);
	});
});

describe('words', () => {
	it.each([
		[0, 'just now'],
		[1, '1 minute ago'],
		[119, '119 minutes ago'],
		[120, '2 hours ago'],
		[48 * 60, '2 days ago'],
	])('%i minutes are "%s"', (minutes, words) => {
		expect(ago(NOW - minutes * 60_000, NOW)).toBe(words);
	});

	it('count in the singular and the plural', () => {
		expect([count(1, 'record'), count(1000, 'record'), span(15)]).toEqual([
			'1 record',
			'1,000 records',
			'15 minutes',
		]);
	});
});

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
	const luminance = (colour: string) => {
		const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
			const share = parseInt(colour.slice(at, at + 2), 16) / 255;
			return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
		});
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (light + 0.05) / (dark + 0.05);
}

describe('both sides compared', () => {
	const finding = (kind: string, rest: Row = {}): Row => ({
		...{ finding: kind, cloudSuiteKey: 'ln:ACME_TST:1300:C000001', chargebeeId: 'ln-1300-C000001' },
		...{ name: 'Acme', changes: '', reason: '', actionToTake: '', ...rest },
	});
	const compared = (findings: Row[], counts: Row, rest: Row = {}): Row => ({
		...{ flow: 'sync-customers', at: '2026-11-27T01:00:00.000Z', compared: 1300 },
		...{ counts, findings, ...rest },
	});
	const sides = (...rows: Row[]) => render({ comparisons: readComparisons(rows) });

	it('is left out where nobody handed it over', () => {
		expect(render()).not.toContain('id="sides"');
	});

	it('says how to get it when nothing was compared yet', () => {
		expect(textOf(sides({}))).toContain('Nothing was compared yet');
	});

	it('says when, how many on each side, and what was found in words', () => {
		const text = textOf(sides(compared([], { agrees: 1299, differs: 1, onlyInChargebee: 2 })));
		expect(text).toContain('sync-customers 2026-11-27 02:00 GMT+1 1,300 1 different');
		expect(text).toContain('2 only in Chargebee, 1,299 agree');
	});

	it('lists each difference with what differs or why, a link, and what to do', () => {
		const page = sides(
			compared(
				[
					finding('differs', { changes: 'company: Acme -> Acme Ltd' }),
					finding('conflict', { reason: '2 match.', actionToTake: 'Choose one.' }),
				],
				{ differs: 1, conflict: 1 },
			),
		);
		const text = textOf(page);
		expect(text).toContain('2 records do not agree in sync-customers');
		expect(text).toContain('company: Acme -> Acme Ltd If CloudSuite is right');
		expect(text).toContain('2 match. Choose one.');
		expect(page).toContain(
			'href="https://acme-test.chargebee.com/admin-console/customers/ln-1300-C000001"',
		);
		expect(page).toContain('<details open>');
	});

	it('of many is closed, and says that the file has the rest', () => {
		const page = sides(compared([finding('differs')], { differs: 60 }));
		expect(page).toContain('<details><summary>60 records do not agree');
		expect(textOf(page)).toContain('The first 1 are listed; all are in the file');
	});

	it('of which the list is not known says when it will be', () => {
		const page = sides({ flow: 'sync-customers', at: '', source: 7, counts: { differs: 2 } });
		expect(textOf(page)).toContain(
			'2 records do not agree in sync-customers. They are listed here after the next comparison.',
		);
	});

	it('of long ago says that there was none since', () => {
		const of = (at: string) => textOf(sides(compared([], { agrees: 1 }, { at })));
		expect(of('2026-11-24T01:00:00.000Z')).toContain('2026-11-24 02:00 GMT+1 not since');
		expect(of('2026-11-26T01:00:00.000Z')).not.toContain('not since');
	});

	it('shows a record that only matches with its own reason: it may be another one', () => {
		const match = finding('differs', {
			...{ code: 'not_linked_yet', changes: 'company: A -> B', reason: 'Matches by VAT number.' },
			actionToTake: 'Decide about it.',
		});
		expect(textOf(sides(compared([match], { differs: 1 })))).toContain(
			'Matches, not linked yet ln-1300-C000001 Matches by VAT number. Decide about it.',
		);
	});

	it('tells an item from its price', () => {
		const item = finding('differs', { stage: 'prices' });
		expect(textOf(sides(compared([item], { differs: 1 })))).toContain('prices: Acme');
	});

	it('has a name for every kind of finding', () => {
		expect(Object.keys(FINDING_WORDS).sort()).toEqual([...FINDINGS].sort());
	});

	it('keeps every text from the tables a text', () => {
		const of = (text: string) => {
			const texts = {
				...{ cloudSuiteKey: text, name: text, changes: text, chargebeeId: text, stage: text },
				...{ finding: text, reason: text, actionToTake: text, code: text },
			};
			return compared([finding('differs', texts)], { differs: 1 }, { flow: text, at: text });
		};
		expect(skeleton(sides(of('"><script>x</script>')))).toEqual(skeleton(sides(of('plain'))));
	});
});
