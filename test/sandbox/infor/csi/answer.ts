import { DateTime } from 'luxon';
import type { SandboxAnswer, SandboxRequest } from '../../shared/server';
import type { CsiConfiguration, CsiData } from './data';
import type { Ido } from './idos';
import { idoOf } from './idos';
import type { Parameters } from './load';
import { answerLoad } from './load';
import { CsiRefused } from './refused';
import { CSI_ZONE } from './seed';

/**
 * Answers what is behind `CSI/IDORequestService/ido`: loads and descriptions of IDOs, and the list of configurations;
 * reading only. Addresses behind the gateway: https://github.com/functionaldevices-cis/syteline-api-examples (at 2c1edd5);
 * the rest: https://docs.infor.com/mg/2025.x/en-us/mongooseolh/mgiiea/dwn1576796415221.html
 */
export function answerCsi(
	data: CsiData,
	path: readonly string[],
	request: SandboxRequest,
	notes: Record<string, unknown>,
): SandboxAnswer | undefined {
	const [operation = '', name = '', ...deeper] = path.map(decodeURIComponent);
	if (!OPERATIONS.includes(operation) || deeper.length > 0) return undefined;
	if (request.method !== 'GET' || WRITES.includes(operation)) {
		notes.write = true;
		return {
			status: 405,
			body: { Message: 'The requested resource does not support this method.' },
		};
	}
	if (request.query.length > data.behaviour.mostQuery) return QUERY_TOO_LONG;
	if (operation === 'configurations' && !data.behaviour.listsConfigurations)
		return ok({ Message: 'Not authorized', Success: false, Configurations: null });
	if (operation === 'configurations')
		return ok({ Message: null, Success: true, Configurations: Object.keys(data.configurations) });
	const configured = request.headers['x-infor-mongooseconfig'] ?? '';
	Object.assign(notes, { companyNamed: configured !== '', company: configured, ido: name });
	try {
		const configuration = configurationOf(data, configured);
		const ido = idoOf(data, name);
		checkRights(data, ido, name);
		if (operation === 'info') return ok(describe(data, ido));
		const now = DateTime.fromMillis(request.at, { zone: CSI_ZONE });
		const { body, rows } = answerLoad(ido, configuration, parametersOf(request.query), {
			behaviour: data.behaviour,
			now: now.toMillis() + now.offset * 60_000,
		});
		notes.rows = rows;
		return ok(body);
	} catch (error) {
		if (!(error instanceof CsiRefused)) throw error;
		return ok({
			Items: null,
			Bookmark: null,
			MoreRowsExist: false,
			Success: false,
			Message: error.message,
		});
	}
}

const OPERATIONS = ['load', 'info', 'configurations', 'invoke', 'update'];
const WRITES = ['invoke', 'update'];

/** Status 404.15 of IIS. https://learn.microsoft.com/en-us/iis/configuration/system.webserver/security/requestfiltering/requestlimits/ */
const QUERY_TOO_LONG: SandboxAnswer = {
	status: 404,
	body: '<html><head><title>404 - File or directory not found.</title></head><body></body></html>',
};

/** Failures, too: Infor's description of the service knows 200 and 401 alone. */
function ok(body: unknown): SandboxAnswer {
	return { status: 200, body: body };
}

/** That the header is needed is public, what is said without it is not. */
function configurationOf({ configurations }: CsiData, name: string): CsiConfiguration {
	if (name === '') throw new CsiRefused('The Mongoose configuration header is missing.');
	const configuration = configurations[name];
	if (!configuration) throw new CsiRefused(`Configuration ${name} was not found.`);
	return configuration;
}

/** Texts as https://github.com/DirectorVector/syteline-ido-api-agent-docs (at acb91e0) met them. */
function checkRights({ behaviour }: CsiData, ido: Ido, asked: string): void {
	const extension = behaviour.withoutPrivilege[ido.name] ?? behaviour.withoutPrivilege[asked];
	if (extension !== undefined)
		throw new CsiRefused(`User requires [Read] privilege for ${extension}`);
	if (!behaviour.isLicensed)
		throw new CsiRefused(`You are not licensed to use the ${ido.name} form`);
}

/** Members of a property as in Infor's sample, those that say something here. */
function describe({ behaviour }: CsiData, ido: Ido): Record<string, unknown> {
	if (!behaviour.describes)
		throw new CsiRefused(`User requires [Execute] privilege for IdoMethods`);
	return {
		Message: null,
		Success: behaviour.infoSuccess,
		Keys: ido.keys,
		Properties: Object.entries(ido.kinds).map(([name, kind]) => ({
			Name: name,
			DataType: { text: 'String', number: 'Decimal', date: 'Date' }[kind],
			Length: ido.lengths[name] ?? (kind === 'text' ? 60 : 0),
			DecimalPos: kind === 'number' ? 8 : 0,
			ReadOnly: false,
			Required: ido.keys.includes(name),
		})),
		SubCollections: [],
	};
}

/** Names in small letters; a plus stands for a blank, as in any query IIS reads. */
function parametersOf(query: string): Parameters {
	const pairs = [...new URLSearchParams(query)];
	return Object.fromEntries(pairs.map(([name, value]) => [name.toLowerCase(), value]));
}
