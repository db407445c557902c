import type { INode } from 'n8n-workflow';
import type { Master } from '../matching';
import type { MasterQuery } from '../product';
import type { LakeJobs } from './jobs';
import type { Plan } from './plan';

/** Where records of one kind are read, and how. */
export interface LakeSource<T extends Master> {
	jobs: LakeJobs;
	node: INode;
	/** Nothing to plan for a table that has no rows. */
	plan: () => Promise<Plan<T> | undefined>;
	/** For errors, e.g. `LN_tccom100 of company 1300`. */
	what: string;
	/** The statement that counts; nothing when Compass can not be asked for just these. */
	counting: (query: MasterQuery) => string | undefined;
	/** Called when no row came. @throws NodeOperationError when the table has rows, and none of the company */
	checkCompany?: () => Promise<void>;
}
