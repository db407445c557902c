import type { INode } from 'n8n-workflow';
import type { ChargebeeClient } from '../transport/client';
import { Rows } from '../upsert/readRows';
import type { Found, ResourceSpec } from '../upsert/types';

/** Every record of a list, each once: one that changes meanwhile may come again on a later page, and counts as it came last. */
export async function readSite(
	client: ChargebeeClient,
	node: INode,
	spec: ResourceSpec,
): Promise<Found[]> {
	const found = new Map<string, Found>();
	await new Rows(client, node, spec).all((row) => found.set(row.id, row));
	return [...found.values()];
}
