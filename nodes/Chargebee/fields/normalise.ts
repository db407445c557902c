import { asText } from '../../shared/text';
import { plainDecimal } from './decimal';
import type { Field } from './field';
import { identifiersText, readIdentifiers } from './identifiers';
import { languageTag } from './languages';
import { readTiers, tiersText } from './tiers';

/** One-line texts in which people put blanks by accident. */
const LOOSE_BLANKS: ReadonlySet<string> = new Set(['company', 'phone', 'name']);

/**
 * The comparable form of a value: people write the same e-mail, VAT number or country in many ways,
 * and a difference in spelling alone must neither cause a write nor hide a match. No value is the empty text.
 */
export function normaliseValue(field: Field | undefined, value: unknown): string {
	switch (field?.kind) {
		case 'tiers': {
			const tiers = readTiers(value);
			return tiers ? tiersText(tiers) : '';
		}
		case 'identifiers': {
			const rows = readIdentifiers(value);
			return rows && rows.length > 0 ? identifiersText(rows) : '';
		}
		default:
			return normaliseText(field, asText(value).normalize('NFC').trim());
	}
}

function normaliseText(field: Field | undefined, text: string): string {
	if (text === '') return '';
	switch (field?.kind) {
		case 'email':
			return text.toLowerCase();
		case 'vat':
			return text.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
		case 'country':
		case 'currency':
			return text.toUpperCase();
		case 'locale':
			return languageTag(text) ?? text;
		case 'integer':
		case 'timestamp':
			return String(Number(text));
		case 'decimal':
			return plainDecimal(text);
		default:
			return field && LOOSE_BLANKS.has(field.id) ? text.replace(/\s+/g, ' ') : text;
	}
}
