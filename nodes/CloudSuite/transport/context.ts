import type {
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IPollFunctions,
} from 'n8n-workflow';

/** The kinds of n8n context in which CloudSuite is read: an execution, a poll, a form that is being filled in. */
export type ReadContext = IExecuteFunctions | IPollFunctions | ILoadOptionsFunctions;

/** Only an execution can be cancelled. */
export function cancelSignal(context: ReadContext): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
}

/** A request with the credential, from any of the contexts. */
export async function requestWithCredential(
	context: ReadContext,
	credential: string,
	options: IHttpRequestOptions,
	additional?: Parameters<IExecuteFunctions['helpers']['httpRequestWithAuthentication']>[2],
): Promise<unknown> {
	// n8n types the helper by the context it belongs to, which a union of contexts can not satisfy
	const { helpers } = context as IExecuteFunctions;
	return (await helpers.httpRequestWithAuthentication.call(
		context as IExecuteFunctions,
		credential,
		options,
		additional,
	)) as unknown;
}

/**
 * The same for what must still be said after the execution was cancelled. n8n ties a request to the execution's cancel
 * signal when the context it is called on has one: this one has none.
 */
export async function requestAfterCancel(
	context: ReadContext,
	credential: string,
	options: IHttpRequestOptions,
): Promise<unknown> {
	const untied = {
		helpers: context.helpers,
		logger: context.logger,
		getNode: () => context.getNode(),
		getCredentials: (type: string) => context.getCredentials(type),
	} as unknown as IExecuteFunctions;
	return (await context.helpers.httpRequestWithAuthentication.call(
		untied,
		credential,
		options,
	)) as unknown;
}
