const SECRETS = new Set([
	'username',
	'password',
	'client_secret',
	'refresh_token',
	'token',
	'access_token',
	'assertion',
]);

/** A form with the values of secret fields replaced; what is no form stays as it is. */
export function redactForm(body: string): string {
	return body
		.split('&')
		.map((field) => {
			const name = field.split('=')[0] ?? '';
			return SECRETS.has(name) && field.includes('=') ? `${name}=***` : field;
		})
		.join('&');
}

/** Whether a query carries something that belongs into a body or header. */
export function hasSecret(query: string): boolean {
	return [...new URLSearchParams(query).keys()].some((name) => SECRETS.has(name.toLowerCase()));
}
