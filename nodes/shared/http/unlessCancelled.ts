import { CANCELED } from '../errors/nodeErrors';

/**
 * Waits for `work`, but not beyond the cancellation of the execution: n8n ties a node's requests to the cancel signal,
 * not the log-in a credential does before them. The work itself goes on, so that what it brings is not lost.
 * @throws an error that counts as "canceled" (see `readNetworkError`), or the one of `work`
 */
export async function unlessCancelled<T>(
	signal: AbortSignal | undefined,
	work: Promise<T>,
): Promise<T> {
	return await new Promise<T>((resolve, reject) => {
		const stop = () => reject(Object.assign(new Error(CANCELED), { code: 'ERR_CANCELED' }));
		if (signal?.aborted) stop();
		signal?.addEventListener('abort', stop, { once: true });
		work.then(resolve, reject).finally(() => signal?.removeEventListener('abort', stop));
	});
}
