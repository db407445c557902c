import type { Behaviour } from '../behaviour';
import { LN_SERVICES } from './model/services';
import type { Column, EntitySet, LnService } from './model/types';
import { columns } from './model/types';

/**
 * A service as this tenant has it: without what its release lacks, with what was added, and with sets that stand in
 * services of the tenant's own (package `tx`, made with the REST API modeler, session ttadv2570m700:
 * https://docs.infor.com/ln/2025.x/en-us/lnesolh/lnodatrestapiug/uwx1740053458596.html).
 */
export function findService(name: string, behaviour: Behaviour): LnService | undefined {
	if (behaviour.inactiveServices.includes(name)) return undefined;
	const placed = LN_SERVICES.flatMap((service) =>
		service.sets.map((set) => placedSet(service, set, behaviour)),
	).filter(({ service }) => service === name);
	const standard = LN_SERVICES.find((service) => service.name === name);
	if (!standard && placed.length === 0) return undefined;
	return {
		name,
		// each service declares the types its columns need
		enums: Object.assign({}, ...placed.map(({ enums }) => enums)) as LnService['enums'],
		sets: placed.filter(({ isThere }) => isThere).map(({ set }) => set),
	};
}

function placedSet(service: LnService, set: EntitySet, behaviour: Behaviour) {
	const path = `${service.name}/${set.name}`;
	const [newService = '', newName = ''] = (behaviour.movedSets[path] ?? path).split('/');
	const isMoved = path in behaviour.movedSets;
	return {
		service: newService,
		enums: service.enums,
		isThere: !behaviour.missingSets.includes(path),
		set: {
			...set,
			name: newName,
			columns: columnsOf(set, path, behaviour),
			navigations: isMoved ? [] : set.navigations,
		},
	};
}

function columnsOf(set: EntitySet, path: string, behaviour: Behaviour): Column[] {
	const retyped = columns(behaviour.retypedColumns[path] ?? '');
	const added = columns(behaviour.addedColumns[path] ?? '');
	return [...set.columns, ...added]
		.filter(({ name }) => !behaviour.missingColumns.includes(`${set.name}.${name}`))
		.map((column) => retyped.find(({ name }) => name === column.name) ?? column);
}
