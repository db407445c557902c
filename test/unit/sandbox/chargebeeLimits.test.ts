import { HeldClock, startBench, stopBenches } from './chargebeeClient';

afterEach(stopBenches);

describe('the limit per minute', () => {
	it('counts the past 60 seconds and says when there is room again', async () => {
		const { get, clock } = await startBench({ requestsPerMinute: 2 });
		expect((await get('customers')).status).toBe(200);
		clock.advance(20_000);
		expect((await get('customers')).status).toBe(200);
		clock.advance(10_500);
		const refused = await get('customers');
		expect(refused.status).toBe(429);
		expect(refused.json.api_error_code).toBe('api_request_limit_exceeded');
		expect(refused.headers.get('retry-after')).toBe('30');
		clock.advance(29_500);
		expect((await get('customers')).status).toBe(200);
		expect((await get('customers')).headers.get('retry-after')).toBe('20');
	});

	it('does not count what it refuses', async () => {
		const { get, clock } = await startBench({ requestsPerMinute: 1 });
		await get('customers');
		for (let n = 0; n < 5; n += 1) expect((await get('customers')).status).toBe(429);
		clock.advance(60_000);
		expect((await get('customers')).status).toBe(200);
	});

	it('may refuse without saying when to come back', async () => {
		const { get } = await startBench({ requestsPerMinute: 1, behaviour: { retryAfter: 'none' } });
		await get('customers');
		const refused = await get('customers');
		expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, null]);
	});

	it('is in the history too', async () => {
		const { get, sandbox } = await startBench({ requestsPerMinute: 1 });
		await get('customers');
		await get('customers');
		expect(sandbox.history.map(({ status }) => status)).toEqual([200, 429]);
	});
});

describe('the limit of requests at once', () => {
	it('refuses the one too many, reads and writes counted apart, and recovers', async () => {
		const clock = new HeldClock();
		const { get, post } = await startBench({
			clock,
			concurrency: { get: 2, post: 1 },
			behaviour: { processingMs: 100 },
		});
		const underWay = [get('customers'), get('customers'), post('customers', { id: 'a' })];
		await clock.untilAsleep(3);
		const refused = [await get('customers'), await post('customers', { id: 'b' })];
		expect(refused.map(({ status, json }) => [status, json.api_error_code])).toEqual([
			[429, 'api_request_limit_exceeded'],
			[429, 'api_request_limit_exceeded'],
		]);
		clock.wakeAll();
		expect((await Promise.all(underWay)).map(({ status }) => status)).toEqual([200, 200, 200]);
		const again = get('customers');
		await clock.untilAsleep(1);
		clock.wakeAll();
		expect((await again).status).toBe(200);
	});
});

describe('overlapping writes', () => {
	const busy = async () => {
		const clock = new HeldClock();
		const bench = await startBench({
			clock,
			customers: [{ id: 'a' }, { id: 'b' }],
			behaviour: { processingMs: 100 },
		});
		return { ...bench, clock };
	};

	it('to one record: the later one gets lock_timeout, without Retry-After, and changes nothing', async () => {
		const { post, clock, sandbox } = await busy();
		const first = post('customers/a', { company: 'First' });
		await clock.untilAsleep(1);
		const later = await post('customers/a/update_billing_info', { vat_number: 'X' });
		expect([later.status, later.json.api_error_code]).toEqual([429, 'lock_timeout']);
		expect(later.headers.get('retry-after')).toBeNull();
		clock.wakeAll();
		expect((await first).status).toBe(200);
		expect(sandbox.customer('a')).toMatchObject({ company: 'First' });
		expect(sandbox.customer('a')).not.toHaveProperty('vat_number');
	});

	it('of two creates with one id: the later one gets lock_timeout, and duplicate_entry afterwards', async () => {
		const { post, clock } = await busy();
		const first = post('customers', { id: 'new' });
		await clock.untilAsleep(1);
		expect((await post('customers', { id: 'new' })).json.api_error_code).toBe('lock_timeout');
		clock.wakeAll();
		expect((await first).status).toBe(200);
		const afterwards = post('customers', { id: 'new' });
		await clock.untilAsleep(1);
		clock.wakeAll();
		expect((await afterwards).json.api_error_code).toBe('duplicate_entry');
	});

	it('with one idempotency key: the later one gets lock_timeout', async () => {
		const { post, clock } = await busy();
		const key = { 'chargebee-idempotency-key': 'k' };
		const first = post('customers', { company: 'A' }, key);
		await clock.untilAsleep(1);
		expect((await post('customers', { company: 'A' }, key)).status).toBe(429);
		clock.wakeAll();
		expect((await first).status).toBe(200);
	});

	it('to different records, and reads of one being written, do not get in each other’s way', async () => {
		const { post, get, clock } = await busy();
		const all = [post('customers/a', { company: 'A' }), post('customers/b'), get('customers/a')];
		await clock.untilAsleep(3);
		clock.wakeAll();
		expect((await Promise.all(all)).map(({ status }) => status)).toEqual([200, 200, 200]);
	});

	it('pass where the site does not lock', async () => {
		const { post, clock, sandbox } = await busy();
		sandbox.behaviour.lockOverlappingWrites = false;
		const both = [post('customers/a', { phone: '1' }), post('customers/a', { company: 'A' })];
		await clock.untilAsleep(2);
		clock.wakeAll();
		expect((await Promise.all(both)).map(({ status }) => status)).toEqual([200, 200]);
		expect(sandbox.customer('a')).toMatchObject({ phone: '1', company: 'A' });
	});
});
