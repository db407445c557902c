import type { INode } from 'n8n-workflow';
import { operationError } from '../../../shared/errors/nodeErrors';
import { say } from '../../errors/say';
import type { MappedRow } from '../mapped/row';
import { keyParts, mapFields } from '../mapped/row';
import type { FsmRow } from './answer';
import type { CheckedClass } from './spec';
import { dateOf } from './stamps';

/**
 * A record of FSM, read through the mapping.
 * @param page for errors, 1-based
 * @throws NodeOperationError for a record without a whole key; on reading a value that is not of its target's kind
 */
export function mapRow(node: INode, spec: CheckedClass, fields: FsmRow, page: number): MappedRow {
	return mapFields(fields, {
		...spec,
		keyParts: keyParts(spec),
		dateOf,
		keyBlank: (field) =>
			operationError(node, say('fsm_key_blank', { class: spec.name, page, field })),
		valueWrong: (wrong) =>
			operationError(node, say('fsm_value_wrong', { class: spec.name, ...wrong })),
	});
}
