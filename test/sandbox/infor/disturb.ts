import type { InforSandbox } from '.';
import { Random } from '../seed/random';
import type { Clock } from '../shared/clock';
import type { KeptMasters, SandboxProduct } from './masters';
import { SANDBOX_PRODUCTS } from './masters';

/** Of ten changes so many rename a record, and so many enter one; the rest delete one. */
const RENAMES = 6;
const ENTRIES = 3;

/**
 * Lets people work in CloudSuite while it is read: after every so many requests to a product, one customer and one item of
 * each product is renamed, entered or deleted. The same on every run.
 */
export function disturb(
	sandbox: Pick<InforSandbox, 'masters' | 'afterRequest'>,
	{
		every,
		clock,
		products = SANDBOX_PRODUCTS,
	}: { every: number; clock: Clock; products?: readonly SandboxProduct[] },
): void {
	const random = new Random(20260301);
	let [requests, changes] = [0, 0];
	sandbox.afterRequest = () => {
		requests += 1;
		if (requests % every !== 0) return;
		changes += 1;
		for (const product of products)
			for (const kept of Object.values(sandbox.masters(product)) as KeptMasters[])
				change(kept, changes, clock.now(), random);
	};
}

function change(kept: KeptMasters, number: number, at: number, random: Random): void {
	const ids = kept.ids();
	const id = random.pick(ids);
	const lot = random.between(1, 10);
	if (lot <= RENAMES) kept.write(id, `Renamed ${number}`, at);
	else if (lot <= RENAMES + ENTRIES) kept.write(newId(id, number), `Entered ${number}`, at);
	else if (ids.length > 1) kept.remove(id, at);
}

/** What is before the code (a customer group, say) stays. */
function newId(like: string, number: number): string {
	return `${like.slice(0, like.lastIndexOf('/') + 1)}NEW${number}`;
}
