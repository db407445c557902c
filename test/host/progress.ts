/** Prints what is being done and how long it took. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
	const startedAt = Date.now();
	console.log(`• ${title} …`);
	const result = await work();
	console.log(`  done, ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
	return result;
}
