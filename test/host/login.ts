import { randomBytes } from 'node:crypto';
import type { Login } from './n8nClient';
import { recall, remember } from './settings';

const FILE = 'login.json';

/** The demo owner's log-in: made up at the first start, kept beside the data. */
export async function demoLogin(): Promise<Login> {
	const known = await recall<Login>(FILE);
	if (known) return known;
	// n8n asks for a capital letter and a digit
	const password = `Demo-${randomBytes(6).toString('hex')}-1`;
	const login = { email: 'demo@example.com', password };
	await remember(FILE, login);
	return login;
}
