// Starts the embedded PostgreSQL of the folder given as argument, says so in one line of JSON, and holds it until standard input ends.
import { startPostgres } from '../postgres.ts';

const postgres = await startPostgres({ dataDir: process.argv[2] as string, purpose: 'product' });
process.stdin.resume().on('end', () => void postgres.stop());
console.log(JSON.stringify({ port: postgres.port, adopted: postgres.adopted }));
