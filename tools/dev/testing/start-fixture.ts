// Starts the project in the folder given as argument as `npm start` would, but for the build.
import { runUntilStopped } from '../start/run-until-stopped.ts';
import { startProduct } from '../start/start-product.ts';

const root = process.argv[2] as string;
process.exit(await runUntilStopped((running) => startProduct({ root, env: process.env, build: async () => 'unchanged' }, running)));
