import { ConfigError } from './config.ts';
import { migrateDatabase } from './platform/database/migrate-database.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  const { DATABASE_OWNER_URL: ownerUrl = process.env.DATABASE_URL } = process.env;
  if (!ownerUrl) throw new ConfigError('DATABASE_OWNER_URL is not set: give the role that owns the schema.');
  const app = process.env.DATABASE_URL ?? ownerUrl;
  const ran = await migrateDatabase(ownerUrl, { app, relay: process.env.DATABASE_RELAY_URL ?? app });
  process.stdout.write(ran.length === 0 ? 'The schema is up to date.\n' : `Ran ${ran.length} migrations.\n`);
});
