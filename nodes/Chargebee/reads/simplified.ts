import type { IDataObject } from 'n8n-workflow';
import { toMajor } from '../../shared/money/minorUnits';
import { asText } from '../../shared/text';
import { readReference } from '../upsert/reference';

/** Where the CloudSuite key stands unless the user chose another custom field. */
export const REFERENCE_FIELD = 'cf_cloudsuite_id';

/** Chargebee's seconds as ISO 8601. */
export function isoTime(seconds: unknown): string | null {
	return typeof seconds === 'number' ? new Date(seconds * 1000).toISOString() : null;
}

/** An amount in minor units as decimal text of its currency: `12.50` EUR, `1250` JPY. */
export function majorAmount(minor: unknown, currency: unknown): string | null {
	return typeof minor === 'number' && Number.isSafeInteger(minor)
		? toMajor(minor, asText(currency))
		: null;
}

/** Customers keep it in `meta_data`, items and prices in `metadata`, item families in the custom field alone. */
export function cloudSuiteKey(
	record: IDataObject,
	referenceField: string = REFERENCE_FIELD,
): string | null {
	return readReference(record.meta_data ?? record.metadata, record[referenceField]) ?? null;
}

/** A mark for those that are deleted; others have none. */
export function deletedMark({ deleted }: IDataObject): IDataObject {
	return deleted === true ? { deleted: true } : {};
}

/** `1 month`, `3 months` */
export function duration(count: unknown, unit: unknown): string | null {
	if (typeof count !== 'number' || typeof unit !== 'string') return null;
	return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
