import type { Clock } from '../../../nodes/shared/http/clock';
import type { Reply } from '../../../nodes/shared/http/send';
import { send } from '../../../nodes/shared/http/send';
import { judgeByStatus } from '../../../nodes/shared/http/verdict';
import { Governor } from '../../../nodes/shared/pace/governor';
import { ManualClock } from '../../sandbox/shared/clock';

const ok: Reply = { kind: 'answer', status: 200, headers: {}, text: '{}' };
const answer = (status: number, headers: Record<string, string> = {}): Reply => ({
	kind: 'answer',
	status,
	headers,
	text: '',
});
const neverSent: Reply = {
	kind: 'noAnswer',
	code: 'ECONNREFUSED',
	message: '',
	mayHaveBeenApplied: false,
};
const lost: Reply = { kind: 'noAnswer', code: 'ECONNRESET', message: '', mayHaveBeenApplied: true };

/** Sends once through a scripted server; the last reply repeats for ever. */
async function script(
	replies: readonly Reply[],
	options: {
		repeatable?: boolean;
		clock?: Clock;
		governor?: Governor;
		signal?: AbortSignal;
		onSend?: (n: number) => void;
	} = {},
) {
	const clock = options.clock ?? new ManualClock();
	const start = clock.now();
	const times: number[] = [];
	const sent = await send({
		perform: () => {
			times.push(clock.now() - start);
			options.onSend?.(times.length);
			return Promise.resolve(replies[Math.min(times.length, replies.length) - 1] ?? ok);
		},
		judge: judgeByStatus,
		repeatable: options.repeatable ?? true,
		governor: options.governor ?? new Governor(150, clock),
		clock,
		random: () => 0,
		...(options.signal ? { signal: options.signal } : {}),
	});
	return { sent, times };
}

describe('sending', () => {
	it('hands any final answer over at once', async () => {
		const { sent } = await script([answer(404)]);
		expect(sent).toMatchObject({ reply: { status: 404 }, attempts: 1 });
	});

	it('repeats a read after an outage, doubling the wait', async () => {
		const { sent, times } = await script([answer(503), answer(502), ok]);
		expect(sent).toMatchObject({ reply: { status: 200 }, attempts: 3 });
		expect(times).toEqual([0, 500, 1500]);
	});

	it('gives a read up after five attempts', async () => {
		const { sent } = await script([answer(500)]);
		expect(sent).toMatchObject({ reply: { status: 500 }, attempts: 5 });
	});

	it('never repeats what a certificate that is not accepted prevented', async () => {
		const { sent, times } = await script([{ ...neverSent, code: 'CERT_HAS_EXPIRED' }, ok]);
		expect(sent).toMatchObject({ reply: { code: 'CERT_HAS_EXPIRED' }, attempts: 1 });
		expect(times).toEqual([0]);
	});

	it('never repeats a write that may have been applied', async () => {
		for (const reply of [lost, answer(500), answer(504)]) {
			const { sent } = await script([reply, ok], { repeatable: false });
			expect(sent).toMatchObject({ attempts: 1 });
		}
	});

	it('repeats a write that was never sent or was refused for its rate', async () => {
		for (const reply of [neverSent, answer(429, { 'retry-after': '2' })]) {
			const { sent } = await script([reply, ok], { repeatable: false });
			expect(sent).toMatchObject({ reply: { status: 200 }, attempts: 2 });
		}
	});

	it('waits as long as Retry-After asks', async () => {
		const { times } = await script([answer(429, { 'retry-after': '30' }), ok]);
		expect(times).toEqual([0, 30_000]);
	});

	it('waits ten seconds after a 429 without Retry-After, longer each time', async () => {
		const { times } = await script([answer(429), answer(429), ok]);
		expect(times).toEqual([0, 10_000, 30_000]);
	});

	it('stops everybody on the site, not only the request that was refused', async () => {
		const clock = new ManualClock();
		const governor = new Governor(150, clock);
		await script([answer(429, { 'retry-after': '30' }), ok], { clock, governor });
		const again = await script([ok], { clock, governor });
		expect(again.times).toEqual([0]);
		expect(governor.counts()).toEqual({ calls: 3, throttles: 1 });
	});

	it('gives a dead server few calls: retries share one budget', async () => {
		const clock = new ManualClock();
		const governor = new Governor(3_500, clock);
		let calls = 0;
		for (let n = 0; n < 100; n += 1) {
			await script([neverSent], { clock, governor, onSend: () => (calls += 1) });
		}
		expect(calls).toBeLessThanOrEqual(100 + 20);
	});

	it('ends as cancelled, not as failed, when the execution is cancelled during a wait', async () => {
		const cancel = new AbortController();
		const { sent, times } = await script([answer(503), ok], {
			signal: cancel.signal,
			onSend: () => cancel.abort(),
		});
		expect(sent).toBe('cancelled');
		expect(times).toHaveLength(1);
	});
});
