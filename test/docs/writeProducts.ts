import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { productsPage } from './productsPage';

writeFileSync(join(__dirname, '../../docs/products.md'), productsPage());
