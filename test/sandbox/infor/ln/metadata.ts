import type { Column, EntitySet, LnService, Navigation } from './model/types';

/**
 * LN's `$metadata`: CSDL JSON with its departures from the standard, after the metadata of a real tenant
 * (https://github.com/ssmilind94/InforCE-MCP, tests/fixtures/metadata):
 * repeated `@Core.Description` members (the only place that tells what a set can do), `$Kind: DEFINITION`,
 * enum numbers as texts, `$Nullable` only when false, bindings to sets that don't exist, no `$EntityContainer`.
 * Written by hand because no JSON library writes a member twice.
 */
export function metadataOf(service: LnService): string {
	const types = service.sets.map((set): Member => [set.type, entityType(service, set)]);
	const enums = Object.entries(service.enums).map(([name, members]): Member => [
		name,
		enumType(members),
	]);
	return write([
		['$Version', '4.01'],
		[
			'tttxt.TextService',
			[
				[
					'MultiLineText',
					[
						['$Kind', 'DEFINITION'],
						['$UnderlyingType', 'Edm.String'],
					],
				],
			],
		],
		[service.name, [...enums, ...types, container(service)]],
	]);
}

type Member = [string, MemberValue];
type MemberValue = string | boolean | Member[] | { texts: string[] };

function enumType(members: Record<string, number>): Member[] {
	return [
		['$Kind', 'EnumType'],
		['$IsFlags', false],
		['$UnderlyingType', 'Edm.Byte'],
		...Object.entries(members).flatMap(([name, number]): Member[] => [
			[name, String(number)],
			[`${name}@Core.Description`, name],
		]),
	];
}

function entityType(service: LnService, set: EntitySet): Member[] {
	const abilities = ['Readable', 'ReadableByKey'].concat(
		set.writable ? ['Insertable', 'Updatable', 'Deletable'] : [],
	);
	return [
		['$Kind', 'EntityType'],
		['$Key', { texts: set.key }],
		...abilities.map((ability): Member => ['@Core.Description', `${set.type} is ${ability}.`]),
		...set.columns.map((column): Member => [column.name, property(service, column)]),
		...set.navigations.map((navigation): Member => [
			navigation.name,
			navigationProperty(service, navigation),
		]),
	];
}

const EDM_TYPES: Record<string, string> = {
	code: 'Edm.String',
	text: 'Edm.String',
	long: 'tttxt.TextService.MultiLineText',
	date: 'Edm.DateTimeOffset',
	byte: 'Edm.Byte',
	int16: 'Edm.Int16',
	int32: 'Edm.Int32',
	single: 'Edm.Single',
	double: 'Edm.Double',
	stream: 'Edm.Stream',
};

function property(service: LnService, column: Column): Member[] {
	const type = EDM_TYPES[column.kind] ?? `${service.name}.${column.enumName}`;
	return [
		['$Type', type],
		...only(column.kind === 'enumList', ['$Collection', true]),
		...only(column.kind === 'code', ['$Unicode', false]),
		...only(!column.nullable, ['$Nullable', false]),
		...only(column.defaultValue !== undefined, ['$DefaultValue', column.defaultValue ?? '']),
	];
}

function navigationProperty(service: LnService, navigation: Navigation): Member[] {
	const target = service.sets.find(({ name }) => name === navigation.target);
	return [
		['$Kind', 'NavigationProperty'],
		...only(navigation.many, ['$Collection', true]),
		['$Type', `${service.name}.${target?.type ?? navigation.target}`],
		// said of every address and contact, although a partner may have neither
		...only(/^(Address|Contact)/.test(navigation.name) && !navigation.many, ['$Nullable', false]),
	];
}

function container(service: LnService): Member {
	const [, shortName = service.name] = service.name.split('.');
	return [
		`${shortName}_Resources`,
		[
			['$Kind', 'EntityContainer'],
			...service.sets.map((set): Member => [set.name, entitySet(service, set)]),
		],
	];
}

function entitySet(service: LnService, set: EntitySet): Member[] {
	const bindings = set.navigations.map((navigation): Member => [
		navigation.name,
		navigation.binding ?? navigation.target,
	]);
	// LN binds a navigation that the type does not have
	const stray = set.navigations.some(({ name }) => name === 'AddressByBusinessPartnerRefs');
	return [
		['$Kind', 'EntitySet'],
		['$Type', `${service.name}.${set.type}`],
		...only(!set.inServiceDocument, ['$IncludeInServiceDocument', false]),
		['@Org.OData.Core.V1.OptimisticConcurrency', true],
		...only(bindings.length > 0, [
			'$NavigationPropertyBinding',
			[
				...bindings,
				...only(stray, ['AddressesByBusinessPartnerRefs', 'AddressesByBusinessPartner']),
			],
		]),
	];
}

function only(condition: boolean, member: Member): Member[] {
	return condition ? [member] : [];
}

function write(value: MemberValue): string {
	if (typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
	if (!Array.isArray(value)) return JSON.stringify(value.texts);
	const members = value.map(([name, member]) => `${JSON.stringify(name)}:${write(member)}`);
	return `{${members.join(',')}}`;
}
