import type { IDataObject } from 'n8n-workflow';
import { expectedFirstSync } from '../sandbox/seed';
import { chargebeeSeed } from '../sandbox/seed';
import * as chargebee from './chargebee/setup';
import * as cloudSuite from './cloudSuite/setup';

afterEach(async () => {
	await cloudSuite.stopBenches();
	await chargebee.stopBenches();
});

it('the sample company reaches the sample site with the outcomes that follow from how both were made', async () => {
	const source = await cloudSuite.startBench();
	const customers = (await source.readAll()) as unknown as IDataObject[];
	const target = await chargebee.startBench({ customers: chargebeeSeed() });
	const { rows } = await target.upsert(customers);
	const count = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
	expect(
		Object.fromEntries(Object.keys(expectedFirstSync).map((outcome) => [outcome, count(outcome)])),
	).toEqual(expectedFirstSync);
	chargebee.expectNoDuplicates(target.sandbox);
});
