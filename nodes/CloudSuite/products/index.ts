import { csi } from './csi';
import { dataFabric } from './dataFabric';
import { fsm } from './fsm';
import { ln } from './ln';
import { m3 } from './m3';
import type { Product } from './product';

/** Every product the nodes can read. */
export const PRODUCTS: readonly Product[] = [ln, m3, fsm, csi, dataFabric];

export function productOf(id: unknown): Product | undefined {
	return PRODUCTS.find((product) => product.id === id);
}
