import type { INodeListSearchItems } from 'n8n-workflow';
import { objectOf, parseJson, withoutMark } from '../../../shared/json';
import { asText } from '../../../shared/text';
import type { InforClient } from '../../transport/client';
import type { World } from '../product';
import { textOf } from '../values';
import { FsmLists } from './lists';
import type { ClassSettings, FsmOptions } from './settings';
import { readFsmOptions } from './settings';

/** So many pages are looked through for groups: the form of a person is waiting. */
const MOST_PAGES = 20;

/**
 * The finance enterprise groups there are: the records of the class of that name, since Landmark names a key field like
 * its class; where that is not to be had, the values in the records that would be read.
 */
export async function readCompanies(
	lists: FsmLists,
	{ companyField }: Pick<FsmOptions, 'companyField'>,
	{ name }: Pick<ClassSettings, 'name'>,
): Promise<INodeListSearchItems[]> {
	if (companyField === '') return [];
	const fields = [companyField];
	const answer = await lists.sample(companyField, { fields }, 1);
	const hasOwnClass = answer.kind === 'rows' && answer.rows.some((row) => companyField in row);
	const found = new Set<string>();
	for await (const { page, rows } of lists.pages(hasOwnClass ? companyField : name, { fields })) {
		for (const row of rows) found.add(textOf(row[companyField]) ?? '');
		if (page >= MOST_PAGES) break;
	}
	found.delete('');
	return [...found].sort().map((value) => ({ name: value, value }));
}

/**
 * The business classes of the tenant, to pick from. The shape of the answer is not documented, so names are taken from
 * wherever they stand: in addresses behind `classes/`, as a `name`, or as texts of a list.
 */
export async function searchClasses(
	client: InforClient,
	world: World,
): Promise<INodeListSearchItems[]> {
	const lists = new FsmLists(client, world.node, readFsmOptions(world));
	const text = await lists.text('classes?_links=true', 'The list of classes');
	const names = new Set(classNames(parseJson(withoutMark(text))));
	return [...names].sort().map((name) => ({ name, value: name }));
}

/** Class names in whatever this is. */
export function classNames(value: unknown): string[] {
	if (typeof value === 'string') {
		const [, linked] = /(?:^|\/)classes\/([^/?#]+)/.exec(value) ?? [];
		return named(linked ?? value);
	}
	if (Array.isArray(value)) return value.flatMap(classNames);
	return Object.entries(objectOf(value) ?? {}).flatMap(([member, content]) => {
		if (typeof content !== 'string') return classNames(content);
		if (/^(name|class|businessClass|id)$/i.test(member)) return named(content);
		return content.includes('classes/') ? classNames(content) : [];
	});
}

/** Names of classes are identifiers; of an address without one nothing is left. */
function named(text: string): string[] {
	return /^[A-Za-z]\w*$/.test(asText(text).trim()) ? [text.trim()] : [];
}
