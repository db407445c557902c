/** Statuses that send a request elsewhere. Our requests never go there. https://www.rfc-editor.org/rfc/rfc9110#name-redirection-3xx */
export const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/** The host of an address, for messages: the rest of it may hold what nobody needs to see. */
export function hostOf(address: string | undefined, without = 'another address'): string {
	return address && URL.canParse(address) ? new URL(address).host : without;
}
