import type { Execution } from '../host/n8nClient';

/** The items of a node's first output, over all its runs. */
export const dataOf = ({ data }: Execution, node: string) =>
	(data?.resultData.runData[node] ?? [])
		.flatMap((run) => run.data?.main[0] ?? [])
		.map(({ json }) => json);
