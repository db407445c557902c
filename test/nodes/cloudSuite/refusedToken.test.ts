import { InforIonApi } from '../../../credentials/InforIonApi.credentials';
import { inforFaults } from '../../sandbox/infor';
import { testCredential } from '../harness/testCredential';
import type { Bench } from './setup';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

const MINUTE = 60_000;
const READ_ONE = { returnAll: false, limit: 1 };

async function read({ run }: Bench) {
	const { error } = await run(READ_ONE);
	return {
		message: error?.message,
		description: (error as { description?: string } | undefined)?.description,
	};
}

describe('a gateway that refuses every token', () => {
	const unauthorized = inforFaults.unauthorized({ times: 100_000 });

	it('costs one renewal, and none in the next minutes: tokens are rationed', async () => {
		const bench = await startBench();
		bench.sandbox.faults.add(unauthorized);
		for (let n = 0; n < 5; n += 1) {
			const { message, description } = await read(bench);
			expect(message).toContain('HTTP 401 (Unauthorized)');
			expect(description).toContain('authorized app is enabled');
			bench.clock.advance(50_000);
		}
		expect(bench.sandbox.tokens.issued).toBe(2);
	});

	it('stays within the rations for a day of runs every five minutes', async () => {
		const bench = await startBench();
		bench.sandbox.faults.add(unauthorized);
		for (let n = 0; n < 288; n += 1) {
			await bench.run(READ_ONE);
			bench.clock.advance(5 * MINUTE);
		}
		expect(bench.sandbox.violations()).toEqual([]);
		expect(bench.sandbox.tokens.issued).toBeLessThan(50);
	});

	it('is asked with a new token again once a person has pressed Test', async () => {
		const bench = await startBench();
		bench.sandbox.faults.add({ ...unauthorized, times: 2 });
		await read(bench);
		bench.sandbox.tokens.revokeAll();
		expect((await read(bench)).message).toContain('HTTP 401');
		await testCredential(new InforIonApi(), bench.store);
		expect(await read(bench)).toEqual({ message: undefined, description: undefined });
	});
});
