import type { INode } from 'n8n-workflow';
import { operationError } from '../../../shared/errors/nodeErrors';
import { asText } from '../../../shared/text';
import { say } from '../../errors/say';
import { idOf, isMeant, partsOf } from '../mapped/keys';
import type { MappedRow, RowRules } from '../mapped/row';
import { keyParts, mapFields } from '../mapped/row';
import type { Targets } from '../mapped/targets';
import type { Master } from '../matching';
import type { MasterQuery } from '../product';
import { cellsOf } from './cells';
import { momentOf } from './moments';
import type { Asked, Plan } from './plan';
import type { LakeOptions, TableSettings } from './settings';
import { asWritten, atOrBehind, identifier, oneOf, oneText, textLiteral } from './sql';
import { countStatement } from './statements';
import type { LakeTables } from './tables';

/** Which table of which company, and how its rows become records. */
export interface OwnTable<T> {
	node: INode;
	company: string;
	/** `Customer` or `Item`, as the settings call it. */
	label: string;
	settings: TableSettings;
	targets: Targets;
	options: Pick<LakeOptions, 'companyColumn' | 'deletedColumn'>;
	normalise: (row: MappedRow) => T;
}

/** A table of any product, by the mapping of the user’s own. */
export async function ownPlan<T extends Master>(
	tables: LakeTables,
	own: OwnTable<T>,
): Promise<Plan<T> | undefined> {
	const { settings, options, node } = own;
	const { companyColumn, deletedColumn } = options;
	const parts = keyParts({ keyFields: settings.keyColumns, companyField: companyColumn });
	const mapped = settings.mapping.map(({ field }) => field);
	const main = await tables.table(
		{
			name: settings.name,
			needed: [
				...new Set([
					...settings.keyColumns,
					...(companyColumn === '' ? [] : [companyColumn]),
					...mapped,
				]),
			],
			wanted: [],
			deleted: deletedColumn,
		},
		't',
	);
	if (!main) return undefined;
	const rules: RowRules = {
		keyParts: parts,
		mapping: settings.mapping,
		targets: own.targets,
		dateOf: momentOf,
		keyBlank: (field) =>
			operationError(node, say('compass_key_blank', { table: settings.name, column: field })),
		valueWrong: ({ field, ...wrong }) =>
			operationError(
				node,
				say('compass_value_wrong', { table: settings.name, column: field, ...wrong }),
			),
	};
	return {
		main,
		joins: [],
		always: inCompany(own),
		...orderOf(parts),
		twice: (id) =>
			say('compass_key_twice', {
				table: settings.name,
				columns: parts.join(', '),
				key: id,
				label: own.label,
			}),
		asked: (query) => askedOf(settings, query),
		ofIds: (ids) =>
			oneText(
				asWritten(nameOf(parts.at(-1) ?? '')),
				ids.flatMap((id) => lastParts(id, parts.length)),
			).sql,
		isMeant: (id, record) => isMeant(id, allParts(record.id, parts.length)),
		read: (row) => {
			const names = [...settings.keyColumns, ...mapped];
			const fields = Object.fromEntries(
				names.map((name) => [name, row[`t_${name.toLowerCase()}`]]),
			);
			const read = mapFields(fields, rules);
			const cells = cellsOf(node, row, main, (parts[0] ?? '').toLowerCase(), read.id);
			return {
				record: own.normalise(read),
				arrivedAt: cells?.arrivedAt,
				isDeleted: cells?.isDeleted === true,
				deletedAt: cells?.arrivedAt,
				hasDeleted: cells?.isDeleted === true,
				position: parts.length === 1 ? asText(row[PLACE]) : read.id,
			};
		},
	};
}

/** Counts the rows, without a look at the table first; nothing when Compass can not be asked for just these. */
export function countOwn(
	own: Pick<OwnTable<never>, 'settings' | 'company' | 'options'>,
	query: MasterQuery,
): string | undefined {
	const source = `${identifier(own.settings.name)} t`;
	const counted = { source, always: inCompany(own), key: '' };
	return countStatement(counted, askedOf(own.settings, query), query);
}

function inCompany({ company, options }: Pick<OwnTable<never>, 'company' | 'options'>): string[] {
	const { companyColumn } = options;
	return companyColumn === ''
		? []
		: [oneOf(asWritten(nameOf(companyColumn)), [textLiteral(company)])];
}

/** Which values of a column mean a status is known for the mapped ones alone, so a status is never asked for. */
function askedOf({ mapping }: TableSettings, { groups, status }: MasterQuery): Asked {
	const [column, ...others] = mapping.filter(({ target }) => target === 'group');
	const isAsked = groups.length > 0 && column !== undefined && others.length === 0;
	const asked = isAsked ? oneText(asWritten(nameOf(column.field)), groups) : undefined;
	return {
		conditions: asked ? [asked.sql] : [],
		isExact: status.length === 0 && (groups.length === 0 || asked?.isExact === true),
		needsJoins: false,
	};
}

function nameOf(column: string): string {
	return `t.${identifier(column)}`;
}

/** What a row is found again by. */
const PLACE = 'row_place';

/**
 * By the text of the key column if there is but one: a number is compared with numbers only, and of which type a column is,
 * the tenant does not say. That text is read as well, so that reading can go on there. Several columns have no such place.
 */
function orderOf(parts: readonly string[]): Pick<Plan<never>, 'key' | 'further' | 'from'> {
	const [only, ...others] = parts;
	if (only === undefined || others.length > 0) return { key: parts.map(nameOf) };
	const text = `CAST(${nameOf(only)} AS VARCHAR)`;
	return {
		key: [text],
		further: { [PLACE]: text },
		from: (position) => atOrBehind(text, position),
	};
}

/** What the last part of a key may be, when this was typed: the whole ID, or the last part alone. */
function lastParts(id: string, count: number): string[] {
	const whole = partsOf(id, count)?.at(-1);
	return [...new Set([id.trim(), ...(whole === undefined ? [] : [whole])])];
}

function allParts(id: string, count: number): string[] {
	return partsOf(id, count) ?? [idOf([id])];
}
