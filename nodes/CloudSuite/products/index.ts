import { ln } from './ln';
import type { Product } from './product';

/** Every product the nodes can read. */
export const PRODUCTS: readonly Product[] = [ln];

export function productOf(id: unknown): Product | undefined {
	return PRODUCTS.find((product) => product.id === id);
}
