import type { IExecuteFunctions, ILoadOptionsFunctions, INode, IPollFunctions } from 'n8n-workflow';
import { operationError } from '../../shared/errors/nodeErrors';
import { objectOf } from '../../shared/json';
import { asText } from '../../shared/text';
import { say } from '../errors/say';
import { productOf } from '../products';
import type { Prepared, Product, World } from '../products/product';

/** The settings of one input item. */
export function worldOfItem(context: IExecuteFunctions, item: number, now: number): World {
	return {
		node: context.getNode(),
		timezone: context.getTimezone(),
		now,
		parameter: (name, fallback) =>
			unlocated(context.getNodeParameter(name, item, fallback as object)),
		item,
	};
}

/** The settings of a trigger, or of a form that is being filled in. */
export function worldOfNode(context: IPollFunctions | ILoadOptionsFunctions, now: number): World {
	const isForm = 'getCurrentNodeParameter' in context;
	return {
		node: context.getNode(),
		timezone: context.getTimezone(),
		now,
		parameter: (name, fallback) =>
			unlocated(
				(isForm
					? context.getCurrentNodeParameter(name)
					: context.getNodeParameter(name, fallback)) ?? fallback,
			),
	};
}

/** The product chosen, and its settings. */
export function prepare(world: World): { product: Product; prepared: Prepared } {
	const id = world.parameter('product', 'ln');
	const product = productOf(id);
	if (!product) throw unknownProduct(world.node, asText(id));
	return { product, prepared: product.prepare(world) };
}

function unknownProduct(node: INode, product: string) {
	return operationError(node, say('unknown_product', { product }));
}

/** What a resource locator points to; anything else as it is. */
function unlocated(value: unknown): unknown {
	const located = objectOf(value);
	return located?.__rl === true ? located.value : value;
}
