import { join } from 'node:path';
import { buildProduct } from './start/build-product.ts';
import { runUntilStopped } from './start/run-until-stopped.ts';
import { startProduct } from './start/start-product.ts';

const root = join(import.meta.dirname, '../..');
console.log('Milepost');
process.exit(await runUntilStopped((running) => startProduct({ root, env: process.env, build: buildProduct }, running)));
