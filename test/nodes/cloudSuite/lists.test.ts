import { InforIonApi } from '../../../credentials/InforIonApi.credentials';
import { CloudSuite } from '../../../nodes/CloudSuite/CloudSuite.node';
import { CloudSuiteTrigger } from '../../../nodes/CloudSuite/CloudSuiteTrigger.node';
import { TELLINGS } from '../../golden';
import { searchList } from '../harness/listSearch';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

describe.each([
	['node', () => new CloudSuite()],
	['trigger', () => new CloudSuiteTrigger()],
] as const)('the list of companies in the %s', (_node, make) => {
	it.each(TELLINGS.map(({ name, product, company }) => [name, product, company] as const))(
		'of %s has the sample company, and only what contains the text typed',
		async (_name, product, company) => {
			const bench = await startBench();
			const setup = {
				nodeType: make(),
				// nothing is chosen yet
				parameters: { product, company: { __rl: true, mode: 'list', value: '' } },
				store: bench.store,
				credentialTypes: [new InforIonApi()],
			};
			const all = await searchList(setup, 'searchCompanies');
			expect(all.map(({ value }) => String(value))).toContain(company);
			expect(all.length).toBeGreaterThan(1);
			const typed = await searchList(setup, 'searchCompanies', ` ${company.toLowerCase()} `);
			expect(typed.map(({ value }) => String(value))).toEqual([company]);
			expect(bench.sandbox.violations()).toEqual([]);
		},
	);
});
