import { asText } from '../../../shared/text';
import { customerField } from './fields';

/**
 * The comparable form of a value: people write the same e-mail, VAT number or country in many ways,
 * and a difference in spelling alone must neither cause a write nor hide a match.
 */
export function normaliseField(field: string, value: unknown): string {
	const text = asText(value).normalize('NFC').trim();
	switch (customerField(field)?.kind) {
		case 'email':
			return text.toLowerCase();
		case 'vat':
			return text.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
		case 'country':
		case 'currency':
			return text.toUpperCase();
		case 'integer':
			return String(Number(text));
		default:
			return field === 'company' || field === 'phone' ? text.replace(/\s+/g, ' ') : text;
	}
}
