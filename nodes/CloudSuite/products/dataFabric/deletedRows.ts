import { someOf } from '../../../shared/text';
import { say } from '../../errors/say';
import type { Master } from '../matching';
import type { LakeRecord } from './plan';

/** So many deleted records a hint names. */
const MOST_NAMED = 5;

/** Deleted rows that come along with what changed. */
export class DeletedRows {
	private readonly ids = new Set<string>();

	constructor(private readonly since: number | undefined) {}

	/** What was deleted before is no news: another row of the record has changed. */
	note({ record, isDeleted, deletedAt }: LakeRecord<Master>): void {
		if (isDeleted && (deletedAt ?? 0) >= (this.since ?? 0)) this.ids.add(record.id);
	}

	/** A hint that names them; nothing when there are none. */
	hint(what: string): string | undefined {
		const ids = [...this.ids];
		if (ids.length === 0) return undefined;
		const named = someOf(ids, MOST_NAMED);
		return say('compass_deleted_left_out', { what, count: ids.length, ids: named }).reason;
	}
}
