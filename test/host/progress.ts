/** Does one step, telling what it is and how long it took. */
export async function progress<T>(title: string, work: () => Promise<T>): Promise<T> {
	const startedAt = Date.now();
	console.log(`▶ ${title}`);
	const result = await work();
	console.log(`✔ ${title} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
	return result;
}
