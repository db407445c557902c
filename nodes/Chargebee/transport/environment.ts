/** What the credential says its key is for. */
export type Environment = 'unchecked' | 'test' | 'live';

export interface EnvironmentFacts {
	declared: Environment;
	/** The site's name as in its address. */
	site: string;
	/** What Chargebee itself says it answers for; may hold the live and the test site. Empty when it does not tell. */
	domains: readonly string[];
}

/** A test site is another site: its name ends in `-test`. https://www.chargebee.com/docs/2.0/sites-intro.html */
export function environmentOf(site: string): 'test' | 'live' {
	return site.trim().toLowerCase().endsWith('-test') ? 'test' : 'live';
}

/**
 * The site a credential really is for, when that is not what it declares: by its name, and by what Chargebee says.
 * @returns `undefined` when nothing speaks against it
 */
export function mismatch({
	declared,
	site,
	domains,
}: EnvironmentFacts): { actual: 'test' | 'live'; site: string } | undefined {
	if (declared === 'unchecked') return undefined;
	if (site !== '' && environmentOf(site) !== declared) return { actual: environmentOf(site), site };
	const [first] = domains;
	const fits = domains.some(
		(domain) =>
			environmentOf(domain) === declared &&
			(site === '' || domain.toLowerCase() === site.toLowerCase()),
	);
	return first === undefined || fits ? undefined : { actual: environmentOf(first), site: first };
}
