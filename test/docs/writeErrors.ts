import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorPage } from './errorPage';

writeFileSync(join(__dirname, '../../docs/errors.md'), errorPage());
