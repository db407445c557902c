import { Logger } from '@n8n/backend-common';
import { Container } from '@n8n/di';
import { LoggerProxy } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';
import { InforIonApi } from '../../../credentials/InforIonApi.credentials';
import { asText } from '../../../nodes/shared/text';
import { PATIENCE } from '../../../nodes/shared/token/exchange';
import type { Behaviour } from '../../sandbox/infor';
import { inforFaults, SANDBOX_USER } from '../../sandbox/infor';
import type { FaultEffect } from '../../sandbox/shared/faults';
import { testCredential } from '../harness/testCredential';
import type { Bench } from './setup';
import { startBench, stopBenches } from './setup';
import { startTrigger } from './triggers';

afterEach(stopBenches);

const TOKEN = /token\.oauth2/;
const LN = /LN\/lnapi/;
const WRONG = 'a-wrong-secret-0000+=&';
const always = (path: RegExp, effect: FaultEffect) => ({ path, effect, times: 1_000 });

/** Makes the answers of a path repeat these secrets, as a server that is careless with its errors would. */
function echo({ sandbox }: Bench, path: RegExp, secrets: unknown[]): void {
	const all = secrets.map(String);
	const forms = all.map((one) => new URLSearchParams({ one }).toString());
	const text = [...all, ...all.map(encodeURIComponent), ...forms].join(' ');
	const body = { error: path === TOKEN ? 'invalid_grant' : text, error_description: text };
	sandbox.faults.add(always(path, { kind: 'answer', status: 400, body }));
}

function echoKeys(bench: Bench): void {
	const { cs, saak, sask } = bench.sandbox.ionApi;
	echo(bench, TOKEN, [cs, saak, sask, bench.store.read('inforIonApi').refreshToken]);
}

interface Failure {
	behaviour?: Partial<Behaviour>;
	credential?: IDataObject;
	/** After the first read went well. */
	then?: (bench: Bench) => void;
	/** Before anything was read. */
	first?: (bench: Bench) => void;
}

const paste = (bench: Bench, changes: IDataObject, field = 'ionApi') => {
	const file = JSON.stringify({ ...bench.sandbox.ionApi, ...changes });
	bench.store.write('inforIonApi', { ...bench.store.read('inforIonApi'), [field]: file });
};
const unreadable = { 'content-encoding': 'br' };
const redirect = { location: `https://elsewhere.example.test/?token=${WRONG}` };

const FAILURES: Record<string, Failure> = {
	'wrong secret key': { first: (bench) => paste(bench, { sask: WRONG }) },
	'wrong client secret': { first: (bench) => paste(bench, { cs: WRONG }) },
	'wrong client secret in the header': {
		credential: { clientAuthentication: 'header' },
		first: (bench) => paste(bench, { cs: WRONG }),
	},
	'wrong password': { credential: { username: SANDBOX_USER, password: WRONG } },
	'both files refused': {
		first: (bench) => {
			paste(bench, { sask: WRONG });
			paste(bench, { cs: WRONG }, 'nextIonApiSecrets');
		},
	},
	'next file refused, current one not': {
		first: (bench) => {
			bench.sandbox.refuseKeys('current', 'account');
			const next = JSON.stringify(bench.sandbox.nextIonApi);
			bench.store.write('inforIonApi', {
				...bench.store.read('inforIonApi'),
				nextIonApiSecrets: next,
			});
		},
	},
	'next file of another tenant': {
		first: (bench) => paste(bench, { ti: 'ACME_PRD' }, 'nextIonApiSecrets'),
	},
	'half a file': { first: (bench) => paste(bench, { saak: undefined }) },
	'no file': {
		first: ({ store }) => {
			const file = `${asText(store.read('inforIonApi').ionApi)}}`;
			store.write('inforIonApi', { ...store.read('inforIonApi'), ionApi: file });
		},
	},
	'token endpoint that repeats the secrets': { first: echoKeys },
	'token endpoint that repeats the secrets, at a renewal': {
		behaviour: { issueRefreshTokens: true },
		then: (bench) => {
			echoKeys(bench);
			bench.clock.advance(7_200_000);
		},
	},
	'token endpoint with 500': {
		first: ({ sandbox }) => sandbox.faults.add(inforFaults.tokenServerError({ times: 99 })),
	},
	'token endpoint with 429': {
		first: ({ sandbox }) => sandbox.faults.add(always(TOKEN, { kind: 'answer', status: 429 })),
	},
	'token endpoint that is reset': {
		first: ({ sandbox }) => sandbox.faults.add(always(TOKEN, { kind: 'reset' })),
	},
	'token endpoint that hangs': {
		first: ({ sandbox }) => {
			jest.replaceProperty(PATIENCE, 'timeoutMs', 60);
			sandbox.faults.add(always(TOKEN, { kind: 'hang' }));
		},
	},
	'token endpoint with an unreadable answer': {
		first: ({ sandbox }) => {
			const effect = { kind: 'answer' as const, status: 200, headers: unreadable, body: '???' };
			sandbox.faults.add(always(TOKEN, effect));
		},
	},
	'token endpoint that redirects': {
		first: ({ sandbox }) =>
			sandbox.faults.add(always(TOKEN, { kind: 'answer', status: 307, headers: redirect })),
	},
	'token endpoint nobody listens at': {
		first: (bench) => paste(bench, { pu: 'http://127.0.0.1:1/as/' }),
	},
	'gateway that repeats the token it refuses': {
		behaviour: { repeatsToken: true },
		then: ({ sandbox }) => {
			sandbox.behaviour.tokenUses = 0;
		},
	},
	'gateway that repeats the token in another error': {
		then: (bench) => echo(bench, LN, [bench.store.read('inforIonApi').accessToken]),
	},
	'gateway that redirects': {
		then: ({ sandbox }) =>
			sandbox.faults.add(always(LN, { kind: 'answer', status: 302, headers: redirect })),
	},
	'gateway that is reset': {
		then: ({ sandbox }) => sandbox.faults.add(always(LN, { kind: 'reset' })),
	},
	'gateway with an unreadable answer': {
		then: ({ sandbox }) => {
			const effect = { kind: 'answer' as const, status: 200, headers: unreadable, body: '???' };
			sandbox.faults.add(always(LN, effect));
		},
	},
	'gateway with headers nobody can read': {
		then: ({ sandbox }) => {
			const headers = { 'x-big': 'a'.repeat(100_000) };
			sandbox.faults.add(always(LN, { kind: 'answer', status: 200, headers }));
		},
	},
	'gateway with 500': {
		then: ({ sandbox }) => sandbox.faults.add(inforFaults.serverError({ times: 99 })),
	},
	'gateway with 429': {
		then: ({ sandbox }) => sandbox.faults.add(always(LN, { kind: 'answer', status: 429 })),
	},
	'next link to another host': {
		then: ({ sandbox }) => {
			const body = { value: [], '@odata.nextLink': redirect.location };
			sandbox.faults.add(always(/Partners\?/, { kind: 'answer', status: 200, body }));
		},
	},
};

/** All that people or n8n's database could get to see of an error: its members, named or hidden, and its causes. */
function textsOf(value: unknown, seen = new Set<unknown>()): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null || seen.has(value)) return [];
	seen.add(value);
	const names = Object.getOwnPropertyNames(value).filter((name) => name !== 'stack');
	return names.flatMap((name) => textsOf((value as Record<string, unknown>)[name], seen));
}

/** Everything a logger is given. */
function listen(): unknown[] {
	const heard: unknown[] = [];
	const logger = Container.get(Logger);
	const methods = ['debug', 'info', 'warn', 'error'] as const;
	for (const method of methods) {
		jest.spyOn(logger, method).mockImplementation((...given) => void heard.push(given));
		jest.spyOn(console, method).mockImplementation((...given) => void heard.push(given));
	}
	LoggerProxy.init(
		Object.fromEntries(
			methods.map((method) => [method, (...given: unknown[]) => void heard.push(given)]),
		) as never,
	);
	return heard;
}

function secretsOf(bench: Bench, tokens: ReadonlySet<string>): string[] {
	const { ionApi, nextIonApi } = bench.sandbox;
	const ofFiles = [ionApi, nextIonApi].flatMap(({ cs, saak, sask }) => [cs, saak, sask]);
	const plain = [...ofFiles, WRONG, ...tokens].filter((one): one is string => Boolean(one));
	return [...new Set(plain.flatMap((one) => [one, encodeURIComponent(one), base64(one)]))];
}

const base64 = (text: string) => Buffer.from(text).toString('base64').replace(/=+$/, '');

describe('no secret is shown by', () => {
	it.each(Object.entries(FAILURES))('a %s', async (_what, failure) => {
		const { behaviour = {}, credential = {}, first, then } = failure;
		const bench = await startBench({ behaviour, credential });
		const heard = listen();
		const tokens = new Set<string>();
		const remember = () => {
			const { accessToken, refreshToken } = bench.store.read('inforIonApi');
			for (const token of [accessToken, refreshToken]) if (token) tokens.add(asText(token));
		};
		if (then) {
			await bench.run({ returnAll: false, limit: 1 });
			remember();
		}
		(first ?? then)?.(bench);
		const results = [await bench.run(), await bench.run({}, { onError: 'continueErrorOutput' })];
		remember();
		const poller = startTrigger(bench, {
			product: 'ln',
			resource: 'customer',
			company: '1300',
		});
		const polled = await poller.poll().catch((error: unknown) => error);
		remember();
		const pressed = await testCredential(new InforIonApi(), bench.store);
		remember();

		const shown = [
			...textsOf([results.map(({ error, hints, outputs }) => [error, hints, outputs]), polled]),
			...textsOf([pressed, heard, bench.sandbox.history, poller.staticData]),
			JSON.stringify([results.map(({ error, hints }) => [error, hints]), polled, pressed]),
		].join('\n');
		expect(tokens.size > 0 || !then).toBe(true);
		expect(shown.length).toBeGreaterThan(500);
		const leaked = secretsOf(bench, tokens).filter((secret) => shown.includes(secret));
		expect(leaked).toEqual([]);
	});
});

describe('the search for secrets', () => {
	it('finds them in causes and hidden members, and hears loggers', async () => {
		const bench = await startBench();
		const heard = listen();
		const error = new Error('outer', {
			cause: Object.assign(new Error(), { config: { a: 'x1' } }),
		});
		bench.clock.advance(1);
		Container.get(Logger).warn('x2');
		LoggerProxy.debug('x3');
		expect(textsOf([error, heard])).toEqual(expect.arrayContaining(['outer', 'x1', 'x2', 'x3']));
	});
});
