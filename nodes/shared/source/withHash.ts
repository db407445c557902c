import { fingerprint } from '../canonicalJson';

/** What every master record of CloudSuite has beside its values. */
export interface HashedMaster {
	/** Hash of the values; changes exactly when something that can be mapped changed. */
	sourceHash: string;
	/** The rows it was joined from, by entity set; only on request. */
	raw: Record<string, unknown> | null;
}

/** Completes a record with the hash of its values. `raw` takes no part: unmapped columns must not cause writes. */
export function withHash<T extends HashedMaster>(
	values: Omit<T, keyof HashedMaster>,
	raw: HashedMaster['raw'],
): Omit<T, keyof HashedMaster> & HashedMaster {
	return { ...values, sourceHash: fingerprint(values), raw };
}
