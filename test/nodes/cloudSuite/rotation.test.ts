import type { IDataObject } from 'n8n-workflow';
import { InforIonApi } from '../../../credentials/InforIonApi.credentials';
import type { InforSandbox } from '../../sandbox/infor';
import { SANDBOX_PASSWORD, SANDBOX_USER } from '../../sandbox/infor';
import { testCredential } from '../harness/testCredential';
import type { Bench } from './setup';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

const MINUTE = 60_000;
const READ_ONE = { returnAll: false, limit: 1 };
const CURRENT = 'ACME_TST~sandbox-client';
const NEXT = 'ACME_TST~sandbox-client-1';
const NOTICE =
	'The keys of the current .ionapi file in credential "inforIonApi" are refused; those of the next file are used. Open the credential, move the content of the next file into the field of the current one, and empty the next.';

function paste({ store }: Bench, members: IDataObject): void {
	store.write('inforIonApi', { ...store.read('inforIonApi'), ...members } as never);
}

/** A bench whose credential holds both files. */
async function withNext(
	options: Parameters<typeof startBench>[0] = {},
	change: (sandbox: InforSandbox) => IDataObject = () => ({}),
): Promise<Bench> {
	const bench = await startBench(options);
	const next = { ...bench.sandbox.nextIonApi, ...change(bench.sandbox) };
	paste(bench, { nextIonApiSecrets: JSON.stringify(next) });
	return bench;
}

async function read(bench: Bench): Promise<{ message: string | undefined; hints: string[] }> {
	const { error, hints } = await bench.run(READ_ONE);
	return { message: error?.message, hints: hints.slice(1).map(({ message }) => message) };
}

/** Which client asked for tokens, how, and what came of it. */
function asked({ sandbox }: Bench): string[] {
	return sandbox.history
		.filter(({ path }) => path.includes('/as/'))
		.map(({ status, notes, body }) => {
			const client = new URLSearchParams(body).get('client_id');
			return `${client === NEXT ? 'next' : 'current'} ${String(notes.grant)} ${status}`;
		});
}

describe('a new .ionapi file in the field of the old one', () => {
	it('takes effect at once: the old token is not used any more', async () => {
		const bench = await startBench();
		await read(bench);
		paste(bench, { ionApi: JSON.stringify(bench.sandbox.nextIonApi) });
		expect(await read(bench)).toEqual({ message: undefined, hints: [] });
		expect(asked(bench)).toEqual(['current password 200', 'next password 200']);
		const last = bench.sandbox.history.at(-1);
		expect(last?.notes.token).toBe('T2');
	});

	it('never gets the refresh token of the old one', async () => {
		const bench = await startBench({ behaviour: { issueRefreshTokens: true } });
		await read(bench);
		paste(bench, { ionApi: JSON.stringify(bench.sandbox.nextIonApi) });
		await read(bench);
		expect(asked(bench)).toEqual(['current password 200', 'next password 200']);
	});
});

describe('a next .ionapi file', () => {
	it('is not touched while the current keys are accepted', async () => {
		const bench = await withNext();
		expect(await read(bench)).toEqual({ message: undefined, hints: [] });
		bench.clock.advance(116 * MINUTE);
		await read(bench);
		expect(asked(bench)).toEqual(['current password 200', 'current password 200']);
	});

	it.each([
		['client', 'current password 401'],
		['account', 'current password 400'],
	] as const)('takes over when the %s is refused, and each run says so', async (what, refusal) => {
		const bench = await withNext();
		bench.sandbox.refuseKeys('current', what);
		expect(await read(bench)).toEqual({ message: undefined, hints: [NOTICE] });
		expect(await read(bench)).toEqual({ message: undefined, hints: [NOTICE] });
		expect(asked(bench)).toEqual([refusal, 'next password 200']);
	});

	it('takes over in the middle of a read when an administrator deletes the app', async () => {
		const bench = await withNext();
		const undisturbed = await bench.readAll({ options: { pageSize: 60 } });
		bench.sandbox.behaviour.tokenUses = 12;
		bench.sandbox.refuseKeys('current', 'client');
		const customers = await bench.readAll({ options: { pageSize: 60 } });
		expect(customers.map(({ id }) => id)).toEqual(undisturbed.map(({ id }) => id));
		expect(asked(bench).slice(0, 3)).toEqual([
			'current password 200',
			'current password 401',
			'next password 200',
		]);
	});

	it('comes first once it is in use: the refused keys are not tried at each renewal', async () => {
		const bench = await withNext();
		bench.sandbox.refuseKeys('current', 'account');
		for (let n = 0; n < 4; n += 1) {
			await read(bench);
			bench.clock.advance(116 * MINUTE);
		}
		expect(asked(bench)).toEqual([
			'current password 400',
			...Array<string>(4).fill('next password 200'),
		]);
	});

	it('is refreshed with its own refresh token', async () => {
		const bench = await withNext({ behaviour: { issueRefreshTokens: true } });
		await read(bench);
		bench.sandbox.refuseKeys('current', 'account');
		bench.clock.advance(116 * MINUTE);
		expect(await read(bench)).toEqual({ message: undefined, hints: [NOTICE] });
		bench.clock.advance(116 * MINUTE);
		await read(bench);
		expect(asked(bench)).toEqual([
			'current password 200',
			'current refresh_token 400',
			'current password 400',
			'next password 200',
			'next refresh_token 200',
		]);
	});

	it('becomes the current one without a stop, a new log-in or a notice', async () => {
		const bench = await withNext();
		bench.sandbox.refuseKeys('current', 'account');
		await read(bench);
		paste(bench, { ionApi: JSON.stringify(bench.sandbox.nextIonApi), nextIonApiSecrets: '' });
		expect(await read(bench)).toEqual({ message: undefined, hints: [] });
		expect(bench.sandbox.tokens.issued).toBe(1);
	});

	it('gives way to current keys that were replaced, not to a new name in the same file', async () => {
		const bench = await withNext();
		const { ionApi } = bench.sandbox;
		bench.sandbox.refuseKeys('current', 'account');
		await read(bench);
		paste(bench, { ionApi: JSON.stringify({ ...ionApi, cn: 'Renamed' }) });
		expect(await read(bench)).toEqual({ message: undefined, hints: [NOTICE] });
		expect(asked(bench)).toHaveLength(2);

		paste(bench, { ionApi: JSON.stringify({ ...ionApi, sask: 'a-renewed-secret-key' }) });
		expect(await read(bench)).toEqual({ message: undefined, hints: [NOTICE] });
		expect(asked(bench).slice(2)).toEqual(['current password 400', 'next password 200']);
	});

	it('falls back on the current keys when it is refused itself', async () => {
		const bench = await withNext();
		bench.sandbox.refuseKeys('current', 'account');
		await read(bench);
		bench.sandbox.refuseKeys('current', 'nothing');
		bench.sandbox.refuseKeys('next', 'client');
		bench.clock.advance(116 * MINUTE);
		expect(await read(bench)).toEqual({ message: undefined, hints: [] });
		expect(asked(bench).slice(2)).toEqual(['next password 401', 'current password 200']);
	});

	it('that is refused as well is tried once, and both are named', async () => {
		const bench = await withNext();
		bench.sandbox.refuseKeys('current', 'account');
		bench.sandbox.refuseKeys('next', 'client');
		const first = await read(bench);
		expect(first.message).toBe(
			`Credential "inforIonApi": Infor's authorization server 127.0.0.1:${bench.sandbox.port} refused the log-in with HTTP 400 (invalid_grant: The provided credentials are invalid.). The keys of the other .ionapi file of the credential are refused, too.`,
		);
		expect(await read(bench)).toEqual(first);
		expect(asked(bench)).toEqual(['current password 400', 'next password 401']);
	});

	it('is not tried when the server is in trouble: nothing is wrong with the keys then', async () => {
		const bench = await withNext();
		const effect = { kind: 'answer' as const, status: 503, body: '' };
		bench.sandbox.faults.add({ path: /token\.oauth2/, effect, times: 100 });
		expect((await read(bench)).message).toContain('HTTP 503');
		expect(new Set(asked(bench))).toEqual(new Set(['current undefined 503']));
	});

	it('is not tried with a password that was refused: it is the same for both files', async () => {
		const bench = await withNext({
			credential: { username: SANDBOX_USER, password: 'wrong-password-0000' },
		});
		expect((await read(bench)).message).toContain('invalid_grant');
		expect(asked(bench)).toEqual(['current password 400']);
	});

	it('serves the user entered by hand when the app is gone', async () => {
		const bench = await withNext({
			credential: { username: SANDBOX_USER, password: SANDBOX_PASSWORD },
		});
		bench.sandbox.refuseKeys('current', 'client');
		expect(await read(bench)).toEqual({ message: undefined, hints: [NOTICE] });
	});

	it('is found by the Test button, too', async () => {
		const bench = await withNext();
		bench.sandbox.refuseKeys('current', 'client');
		expect((await testCredential(new InforIonApi(), bench.store)).status).toBe('OK');
		expect(await read(bench)).toEqual({ message: undefined, hints: [NOTICE] });
	});
});

describe('a next .ionapi file that does not fit', () => {
	it.each([
		[{ ti: 'ACME_PRD' }, 'The two .ionapi files are of different tenants, ACME_TST and ACME_PRD'],
		[{ iu: 'https://gateway.example.com' }, 'The two .ionapi files name different gateways'],
		[{ cs: '' }, 'In "Content of the Next .ionapi File": The .ionapi file can not be used: "cs"'],
	])(
		'%j is refused before anything is sent, by runs and by the Test button',
		async (change, said) => {
			const bench = await withNext({}, () => change);
			expect((await read(bench)).message).toContain(said);
			expect((await testCredential(new InforIonApi(), bench.store)).message).toContain(said);
			expect(bench.sandbox.history).toEqual([]);
		},
	);
});

it('the client of the second app is another one', async () => {
	const { sandbox } = await startBench();
	expect([sandbox.ionApi.ci, sandbox.nextIonApi.ci]).toEqual([CURRENT, NEXT]);
});
