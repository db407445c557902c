import type { SandboxAnswer, SandboxRequest } from '../../shared/server';
import type { InforState } from '../state';
import { companyOf } from './company';
import { LnError, lnErrorAnswer } from './error';
import { metadataOf } from './metadata';
import type { LnService } from './model/types';
import { PASSING_401, json, serviceUrl } from './respond';
import { answerRows } from './rows';
import { findService } from './tenant';

/** LN's answer to what came through the gateway: `<service>/$metadata`, `<service>/<Set>`, `<service>/<Set>(<key>)`. */
export function answerLn(
	state: InforState,
	path: readonly string[],
	request: SandboxRequest,
	notes: Record<string, unknown>,
): SandboxAnswer {
	const { behaviour } = state;
	state.lnRequests += 1;
	if (behaviour.passing401Every > 0 && state.lnRequests % behaviour.passing401Every === 0) {
		notes.passing401 = true;
		return PASSING_401;
	}
	try {
		return answer(state, path, request, notes);
	} catch (error) {
		if (!(error instanceof LnError)) throw error;
		const tenant = state.authorization.app.tenant;
		const company = typeof notes.company === 'string' ? notes.company : behaviour.defaultCompany;
		return lnErrorAnswer(error, behaviour.errorShape, {
			requestNumber: request.n,
			tenant,
			company,
		});
	}
}

function answer(
	state: InforState,
	[serviceName = '', resource = '', ...deeper]: readonly string[],
	request: SandboxRequest,
	notes: Record<string, unknown>,
): SandboxAnswer {
	if (!acceptsJson(request.headers.accept)) {
		throw new LnError(406, 'Not acceptable: only application/json is supported');
	}
	if (request.method !== 'GET') {
		notes.lnWrite = true;
		throw new LnError(403, 'The service account may only read');
	}
	const service = findService(serviceName, state.behaviour);
	if (!service) {
		throw new LnError(404, `Service ${serviceName} is not available`);
	}
	notes.service = serviceName;
	if (resource === '$metadata') return json(metadataOf(service));
	const { number, data, named } = companyOf(request.headers['x-infor-lncompany'], state);
	notes.company = number;
	if (resource === '') return json(JSON.stringify(serviceDocument(state, service)));
	// which companies there are is asked before one is chosen
	if (resource !== 'Companies') notes.companyNamed = named;
	const [set = ''] = resource.split('(');
	if (state.behaviour.forbiddenSets.includes(`${serviceName}/${set}`)) {
		throw new LnError(403, `No authorisation for ${set}`);
	}
	if (deeper.length > 0) throw new LnError(404, `Resource ${deeper.join('/')} does not exist`);
	const language = languageOf(request.headers['content-language'], state.behaviour.defaultLanguage);
	notes.language = language;
	const view = { service, company: data, language, behaviour: state.behaviour };
	return answerRows(state, view, resource, request, notes);
}

/** No Accept header accepts all. https://docs.infor.com/ln/2025.x/en-us/lnesolh/lnrestapiag/ecy1698326289982.html names the 406 */
function acceptsJson(accept: string | undefined): boolean {
	return accept === undefined || /application\/json|application\/\*|\*\/\*/.test(accept);
}

/** Five characters like `en-US`; anything else is not understood and leaves the service user's language. */
function languageOf(header: string | undefined, fallback: string): string {
	return header !== undefined && /^[a-z]{2}-[A-Z]{2}$/.test(header) ? header : fallback;
}

function serviceDocument(state: InforState, service: LnService): unknown {
	return {
		'@odata.context': `${serviceUrl(state, service.name)}/$metadata`,
		value: service.sets
			.filter(({ inServiceDocument }) => inServiceDocument)
			.map(({ name }) => ({ name, kind: 'EntitySet', url: name })),
	};
}
