import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRODUCTS } from '../../../nodes/CloudSuite/products';
import { productsPage } from '../../docs/productsPage';
import { TELLINGS } from '../../golden';

describe('docs/products.md', () => {
	it('is what the golden file and its differences say (npm run docs:products)', () => {
		const page = readFileSync(join(__dirname, '../../../docs/products.md'), 'utf8');
		expect(page).toBe(productsPage());
	});

	it('has every product the nodes can read', () => {
		expect(TELLINGS.map(({ product }) => product).sort()).toEqual(
			PRODUCTS.map(({ id }) => id).sort(),
		);
	});

	it.each(TELLINGS.map((telling) => [telling.name, telling] as const))(
		'says of %s how it is read, how changes are found and what to know',
		(_name, { reads, notes }) => {
			expect(reads).toBeDefined();
			expect(notes?.length).toBeGreaterThan(0);
		},
	);
});
