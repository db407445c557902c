import { say as sayOfChargebee } from '../../Chargebee/errors/say';
import { say as sayOfCloudSuite } from '../../CloudSuite/errors/say';
import type { CatalogueEntry } from '../../shared/errors/types';

/** Shorter pieces of a message occur in others, too. */
const TELLING_LENGTH = 24;
const REFUSED =
	/\[(api|basic)_auth\w+,|\bHTTP 40[13]\b|\(403\)|authorization failed|invalid_client|invalid_grant/i;
/** LN refuses good tokens now and then, which passes. */
const PASSING = 'OAuth [U14]';

/** Whether a reason says that a key, a log-in or a permission was refused: by the catalogues' own words. */
export function saysAuthFailed(reason: string): boolean {
	if (reason.includes(PASSING)) return false;
	return REFUSED.test(reason) || WORDS.some((words) => reason.includes(words));
}

const ENTRIES = [
	...Object.values(sayOfChargebee.catalogue),
	...Object.values(sayOfCloudSuite.catalogue),
];
const OTHERS = new Set(ENTRIES.filter((entry) => entry.class !== 'auth').flatMap(pieces));
const WORDS = ENTRIES.filter((entry) => entry.class === 'auth')
	.flatMap(pieces)
	.filter((piece) => !OTHERS.has(piece));

/** What stands between the values of a message. */
function pieces({ message, action }: CatalogueEntry): string[] {
	return [message, action]
		.flatMap((text) => text.split(/\{\w+\}/))
		.filter((piece) => piece.length >= TELLING_LENGTH);
}
