import { COMPANY, TENANT, seedCustomers } from '../../sandbox/seed';
import { ODDITIES } from '../../sandbox/seed';
import { seedItems, spreadItem } from '../../sandbox/seed/items';
import type { SeedCustomer } from '../../sandbox/seed/customers';
import { spread } from '../../sandbox/seed/lnRows';
import type { World } from '../world';

/** What people do in CloudSuite and in Chargebee while the workflows run. */
export class Work {
	private readonly customers = seedCustomers();
	private readonly items = seedItems();
	private entered = 0;
	/** CloudSuite keys of the customers somebody has to decide about. */
	readonly conflicts = new Set<string>();

	constructor(private readonly world: World) {
		const double = world.chargebee
			.customers()
			.map(({ email }) => email)
			.find((email, at, all) => email !== undefined && all.indexOf(email) !== at);
		const owner = this.customers.find(({ people }) =>
			people.some(({ email }) => email !== null && email === double),
		);
		// somebody had entered that one twice before the sync came
		if (owner) this.conflicts.add(keyOf(owner.id));
	}

	/** A customer nobody has seen before. @returns its CloudSuite key */
	enter(email = `new-${String(this.entered + 1)}@month.example`): string {
		this.entered += 1;
		const number = String(this.entered).padStart(4, '0');
		const like = this.plain(this.entered);
		const [person] = like.people;
		const customer: SeedCustomer = {
			...like,
			...{ id: `N0000${number}`, name: `Entered ${number}`, searchKey: `ENTERED${number}` },
			...{ vatNumber: null, registrationNumber: null, parent: null },
			people: person ? [{ ...person, code: `CN${number}`, email }] : [],
		};
		spread(customer, 50_000 + this.entered, this.world.infor.data);
		return keyOf(customer.id);
	}

	rename(position: number, name: string): void {
		const row = this.world.infor.data.businessPartners[position];
		if (row) row.Name = name;
	}

	move(position: number, street: string): void {
		const address = this.world.infor.data.addresses[position];
		if (address) address.Street = street;
	}

	deactivate(position: number): void {
		const row = this.world.infor.data.businessPartners[position];
		if (row) row.BusinessPartnerStatus = 'Inactive';
	}

	/** Finance corrects in CloudSuite what was refused. */
	correctOddities(): void {
		const { contacts, addresses } = this.world.infor.data;
		for (const contact of contacts)
			if (contact.Email?.includes('(at)')) contact.Email = contact.Email.replace('(at)', '@');
		const address = addresses[ODDITIES.unknownCountry];
		const country = this.customers[ODDITIES.unknownCountry]?.country.code;
		if (address && country) address.Country = country;
	}

	/** The same customer twice in Chargebee, and then in CloudSuite. */
	enterTwiceInChargebee(): void {
		const email = `twice-${String(this.entered)}@month.example`;
		for (const company of ['Entered by sales', 'Entered by support'])
			this.world.chargebee.add({ email, company });
		this.conflicts.add(this.enter(email));
	}

	/** The same customer twice in CloudSuite, long after the first was linked. */
	enterTwiceInCloudSuite(): void {
		const email = this.plain(this.entered + 20).people[0]?.email ?? '';
		this.conflicts.add(this.enter(email));
	}

	/** Two customers of CloudSuite for one that sales has entered in Chargebee: the first gets it. */
	enterTwins(): void {
		const email = `twin-${String(this.entered)}@month.example`;
		this.world.chargebee.add({ email, company: 'Entered by sales' });
		this.enter(email);
		this.conflicts.add(this.enter(email));
	}

	/** Somebody deletes a customer in Chargebee that CloudSuite still has, and changes. */
	deleteInChargebee(position: number): void {
		const key = keyOf(this.customers[position]?.id ?? '');
		const mine = this.mine().find(({ meta_data: data }) => data?.cloudsuite === key);
		this.world.chargebee.remove(mine?.id ?? '');
		this.rename(position, `Changed after it was deleted ${String(position)}`);
		this.conflicts.add(key);
	}

	/** Somebody edits in Chargebee what CloudSuite owns. */
	editInChargebee(from: number, count: number): void {
		const linked = this.mine().filter(
			({ deleted, meta_data: data }) => !deleted && !this.conflicts.has(String(data?.cloudsuite)),
		);
		for (const { id } of linked.slice(from, from + count))
			this.world.chargebee.update(id, { company: 'Edited by hand', phone: '000' });
		const [price] = this.world.chargebee.records('item_prices').slice(from);
		if (price) this.world.chargebee.updateRecord('item_prices', price.id, { price: 1 });
		const [item] = this.world.chargebee.records('items').slice(from);
		if (item) this.world.chargebee.updateRecord('items', item.id, { name: 'Edited by hand' });
	}

	/** New items in every group, and new prices for a third of the others. */
	releaseItems(count: number, at: number): void {
		const { data } = this.world.infor;
		const modifiedAt = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
		for (let number = 0; number < count; number += 1) {
			const like = this.items[number % this.items.length];
			if (!like) return;
			const id = `REL-${String(1000 + number)}`;
			const item = { ...like, id, project: null, name: `Released ${String(number)}` };
			const price = 10 + number;
			spreadItem({ ...item, oldType: false, price, modifiedAt }, 60_000 + number, data);
		}
		for (const [position, sales] of data.itemsSales.entries()) {
			if (position % 3 !== 0 || sales.SalesPrice <= 0 || sales.Item.includes('REL-')) continue;
			sales.SalesPrice = Math.ceil(sales.SalesPrice * 1.03);
			const item = data.items.find(({ Item }) => Item === sales.Item);
			if (item) item.LastModificationDate = modifiedAt;
		}
	}

	private mine() {
		return this.world.chargebee
			.customers()
			.map((customer) => ({
				...customer,
				meta_data: customer.meta_data as { cloudsuite?: string } | undefined,
			}))
			.filter(({ meta_data: data }) => data?.cloudsuite !== undefined);
	}

	/** One without any oddity, with a contact who has an address. */
	private plain(number: number): SeedCustomer {
		const odd = new Set<number>(Object.values(ODDITIES).flat());
		const plain = this.customers.filter(
			({ people, status }, position) =>
				!odd.has(position) && status === 'Active' && Boolean(people[0]?.email),
		);
		return plain[number % plain.length] as SeedCustomer;
	}
}

const keyOf = (id: string) => `ln:${TENANT}:${COMPANY}:${id.trim()}`;
