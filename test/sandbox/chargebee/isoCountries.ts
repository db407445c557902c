/**
 * ISO 3166-1 alpha-2 as of 2026: by first letter, the second ones. https://www.iso.org/iso-3166-country-codes.html
 * A list of its own, apart from that of the nodes and from the runtime's: the latter also takes UK, SU and ZZ.
 */
const SECOND_LETTERS: Record<string, string> = {
	A: 'DEFGILMOQRSTUWXZ',
	B: 'ABDEFGHIJLMNOQRSTVWYZ',
	C: 'ACDFGHIKLMNORUVWXYZ',
	D: 'EJKMOZ',
	E: 'CEGHRST',
	F: 'IJKMOR',
	G: 'ABDEFGHILMNPQRSTUWY',
	H: 'KMNRTU',
	I: 'DELMNOQRST',
	J: 'EMOP',
	K: 'EGHIMNPRWYZ',
	L: 'ABCIKRSTUVY',
	M: 'ACDEFGHKLMNOPQRSTUVWXYZ',
	N: 'ACEFGILOPRUZ',
	O: 'M',
	P: 'AEFGHKLMNRSTWY',
	Q: 'A',
	R: 'EOSUW',
	S: 'ABCDEGHIJKLMNORSTVXYZ',
	T: 'CDFGHJKLMNORTVWZ',
	U: 'AGMSYZ',
	V: 'ACEGINU',
	W: 'FS',
	Y: 'ET',
	Z: 'AMW',
};

/** `XI`, Northern Ireland, is Chargebee's addition for VAT. https://apidocs.chargebee.com/docs/api/customers */
export const COUNTRIES: ReadonlySet<string> = new Set([
	...Object.entries(SECOND_LETTERS).flatMap(([first, seconds]) =>
		[...seconds].map((second) => first + second),
	),
	'XI',
]);
