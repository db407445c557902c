import { matchForm } from './matchForm';
import { reviewedId } from './review';
import type { Evidence } from './situation';
import type { Found, MatchKey, ResourceSpec, Wanted } from './types';

/**
 * Collects evidence for many records at once. It is indexed by what is wanted, not by what is found:
 * a sweep of a large site keeps only the rows that matter.
 */
export class LookupIndex {
	private readonly found = new Map<string, Found>();
	private readonly wantedIds = new Set<string>();
	private readonly wantedReferences = new Set<string>();
	private readonly wantedForms = new Map<string, Set<string>>();
	private readonly idsByReference = new Map<string, Set<string>>();
	private readonly idsByForm = new Map<string, Set<string>>();

	constructor(
		private readonly spec: ResourceSpec,
		private readonly keys: readonly MatchKey[],
		wanted: readonly Wanted[],
	) {
		for (const key of keys) this.wantedForms.set(key.field, new Set());
		for (const record of wanted) {
			this.wantedIds.add(record.id);
			for (const id of [record.knownId, record.successorId, reviewedId(record)])
				if (id) this.wantedIds.add(id);
			this.wantedReferences.add(record.sourceKey);
			for (const { field } of keys) {
				const form = matchForm(spec, field, record.values[field], record.id);
				if (form) this.wantedForms.get(field)?.add(form);
			}
		}
	}

	/** Takes a row into account if any wanted record could match it; tells whether one could. */
	add(row: Found): boolean {
		let matters = this.wantedIds.has(row.id);
		if (row.reference !== undefined && this.wantedReferences.has(row.reference)) {
			remember(this.idsByReference, row.reference, row.id);
			matters = true;
		}
		for (const { field } of this.keys) {
			const form = matchForm(this.spec, field, row.values[field], row.id);
			if (form && this.wantedForms.get(field)?.has(form)) {
				remember(this.idsByForm, `${field} ${form}`, row.id);
				matters = true;
			}
		}
		if (matters) this.found.set(row.id, row);
		return matters;
	}

	evidence(wanted: Wanted): Evidence {
		const byId = this.found.get(wanted.id);
		const byKnownId = wanted.knownId ? this.found.get(wanted.knownId) : undefined;
		const bySuccessorId = wanted.successorId ? this.found.get(wanted.successorId) : undefined;
		const reviewed = reviewedId(wanted);
		const byReviewedId = reviewed === undefined ? undefined : this.found.get(reviewed);
		return {
			...(byId ? { byId } : {}),
			...(byKnownId ? { byKnownId } : {}),
			...(bySuccessorId ? { bySuccessorId } : {}),
			...(byReviewedId ? { byReviewedId } : {}),
			byReference: this.rows(this.idsByReference.get(wanted.sourceKey)),
			byKey: this.keys.map((key) => {
				const form = matchForm(this.spec, key.field, wanted.values[key.field], wanted.id);
				return {
					key,
					candidates: form ? this.rows(this.idsByForm.get(`${key.field} ${form}`)) : [],
				};
			}),
		};
	}

	private rows(ids: ReadonlySet<string> | undefined): Found[] {
		return [...(ids ?? [])].map((id) => this.found.get(id)).filter((row) => row !== undefined);
	}
}

function remember(index: Map<string, Set<string>>, key: string, id: string): void {
	const ids = index.get(key);
	if (ids) ids.add(id);
	else index.set(key, new Set([id]));
}
