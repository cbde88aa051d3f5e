import { migrateDatabase } from './platform/database/migrate-database.ts';

const ownerUrl = process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL;
if (!ownerUrl) {
  process.stderr.write('DATABASE_OWNER_URL is not set: give the role that owns the schema.\n');
  process.exit(1);
}
const app = process.env.DATABASE_URL ?? ownerUrl;
const ran = await migrateDatabase(ownerUrl, { app, relay: process.env.DATABASE_RELAY_URL ?? app });
process.stdout.write(ran.length === 0 ? 'The schema is up to date.\n' : `Ran ${ran.length} migrations.\n`);
