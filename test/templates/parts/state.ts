import type { NodeSpec } from '../workflow';
import { fields } from '../nodes';
import type { Storage } from '../storage/storage';
import { CHECKPOINTS } from '../storage/tables';
import { NOW } from './words';

/** Rows of the checkpoint table that are no flow: what a workflow remembers from one run to the next. */
const PREFIX = 'state:';

/** Checkpoints of flows alone, as an expression on the node that read the table. */
export const flowsOf = (node: string): string =>
	`$('${node}').all().map(row => row.json).filter(row => row.flow && !row.flow.startsWith('${PREFIX}'))`;

/** What is remembered under a name, as JSON text; an expression on the node that read the table. */
export const remembered = (node: string, name: string): string =>
	`($('${node}').all().find(row => row.json.flow === '${PREFIX}${name}')?.json.counts || '{}')`;

/** What the comparisons of both sides last found; an expression on the node that read the table. */
export const comparisons = (node: string): string =>
	`[${['reconcile-customers', 'reconcile-items'].map((name) => `JSON.parse(${remembered(node, name)})`).join(', ')}].filter(row => row.flow)`;

/** The row that remembers a value under a name. @param value an expression for JSON text */
export const memory = (name: string, value: string): NodeSpec =>
	fields({ flow: `${PREFIX}${name}`, counts: `={{ ${value} }}`, updated_at: NOW }, { once: true });

export const remember = (storage: Storage): NodeSpec => storage.upsert(CHECKPOINTS, ['flow']);

const CHAIN = `${PREFIX}chain:`;

/** The row that remembers where a chain without a checkpoint ends. @param hash an expression */
export const chainHead = (auditFlow: string, hash: string): NodeSpec =>
	fields(
		{
			flow: `={{ '${CHAIN}' + ${auditFlow} }}`,
			audit_head: `={{ ${hash} }}`,
			updated_at: NOW,
		},
		{ once: true },
	);

/** Where each chain ends, of flows and of those remembered; an expression on the node that read the table. */
export const headsOf = (node: string): string =>
	`[...${flowsOf(node)}, ...$('${node}').all().map(row => row.json).filter(row => row.flow?.startsWith('${CHAIN}')).map(row => ({ ...row, flow: row.flow.slice(${CHAIN.length}) }))]`;
