import type { INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { Said } from './types';

/** A message of the catalogue as an error that ends the node: a setting or an input is wrong, or an answer is unusable. */
export function operationError(node: INode, said: Said, itemIndex?: number): NodeOperationError {
	return new NodeOperationError(node, said.reason, {
		description: said.actionToTake,
		...(itemIndex === undefined ? {} : { itemIndex }),
	});
}

/** The same for a request that failed; with the status, n8n adds its own hints. */
export function apiError(
	node: INode,
	said: Pick<Said, 'reason' | 'actionToTake'>,
	status?: number,
	itemIndex?: number,
): NodeApiError {
	return new NodeApiError(
		node,
		{ message: said.reason },
		{
			message: said.reason,
			description: said.actionToTake,
			...(status === undefined ? {} : { httpCode: String(status) }),
			...(itemIndex === undefined ? {} : { itemIndex }),
		},
	);
}

/** Message and action in one, for the places where n8n shows the message alone: a credential's test and its log-in. */
export function inOneText({ reason, actionToTake }: Said): string {
	return `${reason} ${actionToTake}`;
}

/** The end of a cancelled execution. It is no message to anybody: n8n knows it by the word in the text. */
export function canceled(node: INode): NodeOperationError {
	return new NodeOperationError(node, CANCELED);
}

export const CANCELED = 'The execution was canceled';
