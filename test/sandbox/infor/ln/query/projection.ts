import type { LnRow } from '../data';
import { LnError } from '../error';
import type { Column, EntitySet, Navigation } from '../model/types';
import type { View, WireValue } from './view';
import { etagOf, visibleRows, wireValue } from './view';

export interface Projection {
	columns: Column[];
	expansions: Expansion[];
}

interface Expansion {
	navigation: Navigation;
	target: EntitySet;
	projection: Projection;
}

export interface WireRow {
	[member: string]: WireValue | WireRow | WireRow[];
}

/** Reads `$select` and `$expand` (both may be `*`); an unknown name is a 400. */
export function parseProjection(
	select: string | undefined,
	expand: string | undefined,
	set: EntitySet,
	view: View,
): Projection {
	return {
		columns: parseSelect(select, set, view),
		expansions: parseExpand(expand, set, view),
	};
}

/** A row as it is answered, with its etag and what was expanded. */
export function project(row: LnRow, projection: Projection, view: View): WireRow {
	const result: WireRow = { '@odata.etag': etagOf(row) };
	for (const column of projection.columns) result[column.name] = wireValue(row, column, view);
	for (const { navigation, target, projection: inner } of projection.expansions) {
		const found = linkedRows(row, navigation, target, view).map((other) =>
			project(other, inner, view),
		);
		result[navigation.name] = navigation.many ? found : (found[0] ?? null);
	}
	return result;
}

function parseSelect(select: string | undefined, set: EntitySet, view: View): Column[] {
	const columns = set.columns;
	if (select === undefined || select.trim() === '*') return columns;
	const names = new Set(select.split(',').map((name) => name.trim()));
	return [...names].flatMap((name) => {
		const column = columns.find((candidate) => candidate.name === name);
		if (column) return [column];
		if (set.navigations.some((navigation) => navigation.name === name)) return [];
		throw new LnError(
			400,
			'Invalid $select',
			`Property '${name}' does not exist in type '${view.service.name}.${set.type}'`,
		);
	});
}

function parseExpand(expand: string | undefined, set: EntitySet, view: View): Expansion[] {
	if (expand === undefined || expand.trim() === '') return [];
	const items =
		expand.trim() === '*' ? set.navigations.map(({ name }) => name) : splitOutside(expand, ',');
	return items.map((item) => {
		const [, name = '', options = ''] = /^\s*(\w+)\s*(?:\((.*)\))?\s*$/s.exec(item) ?? [];
		const navigation = set.navigations.find((candidate) => candidate.name === name);
		const target = view.service.sets.find((candidate) => candidate.name === navigation?.target);
		if (!navigation || !target) {
			throw new LnError(
				400,
				'Invalid $expand',
				`Navigation property '${name || item}' does not exist in type '${view.service.name}.${set.type}'`,
			);
		}
		const inner = Object.fromEntries(
			splitOutside(options, ';').map((option) => {
				const at = option.indexOf('=');
				return [option.slice(0, at).trim(), option.slice(at + 1)];
			}),
		);
		const projection = parseProjection(inner.$select, inner.$expand, target, view);
		return { navigation, target, projection };
	});
}

function linkedRows(row: LnRow, navigation: Navigation, target: EntitySet, view: View): LnRow[] {
	const wanted = Object.entries(navigation.by).map(([theirs, ours]): [string, unknown] => [
		theirs,
		ours === null ? '' : row[ours],
	]);
	if (wanted.some(([, value]) => value === null || value === undefined)) return [];
	return visibleRows(target, view).filter((other) =>
		wanted.every(([column, value]) => other[column] === value),
	);
}

/** Splits at a separator that is not inside parentheses. */
function splitOutside(text: string, separator: string): string[] {
	const parts: string[] = [];
	let depth = 0;
	let current = '';
	for (const character of text) {
		if (character === '(') depth += 1;
		if (character === ')') depth -= 1;
		if (character === separator && depth === 0) {
			parts.push(current);
			current = '';
		} else current += character;
	}
	return [...parts, current].filter((part) => part.trim() !== '');
}
