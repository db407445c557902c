import { readFile, writeFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What is kept between two starts: n8n's database, the log-in, what was imported. */
export const DATA_FOLDER = process.env.DEMO_DATA_FOLDER ?? join(__dirname, '.data');

export const PORTS = {
	n8n: { variable: 'N8N_PORT', what: 'n8n', number: portOf('N8N_PORT', 5678) },
	chargebee: {
		variable: 'CHARGEBEE_SANDBOX_PORT',
		what: 'the Chargebee sandbox',
		number: portOf('CHARGEBEE_SANDBOX_PORT', 8701),
	},
	infor: {
		variable: 'INFOR_SANDBOX_PORT',
		what: 'the Infor sandbox',
		number: portOf('INFOR_SANDBOX_PORT', 8702),
	},
} as const;

/** Reads a JSON file of the data folder; `undefined` when there is none yet. */
export async function recall<T>(name: string): Promise<T | undefined> {
	try {
		return JSON.parse(await readFile(join(DATA_FOLDER, name), 'utf8')) as T;
	} catch {
		return undefined;
	}
}

/** Keeps something for the next start, for the eyes of this user only. */
export async function remember(name: string, value: unknown): Promise<void> {
	await mkdir(DATA_FOLDER, { recursive: true });
	await writeFile(join(DATA_FOLDER, name), JSON.stringify(value), { mode: 0o600 });
}

function portOf(variable: string, byDefault: number): number {
	const given = process.env[variable];
	const port = given ? Number(given) : byDefault;
	if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
	throw new Error(`${variable}: "${given}" is not a port number`);
}
