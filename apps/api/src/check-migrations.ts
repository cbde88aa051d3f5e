import 'reflect-metadata';
import { entities } from './entities.ts';
import { findDrift } from './platform/database/find-drift.ts';
import { openDataSource } from './platform/database/data-source.ts';
import { migrateDatabase } from './platform/database/migrate-database.ts';

/*
 * Migrates the empty database at DATABASE_OWNER_URL (with DATABASE_URL and DATABASE_RELAY_URL of those who use it) and compares what came of it with what the entities say; ends with 1 where they
 * differ, and says where. See decision 0013 for what is compared.
 */

const { DATABASE_OWNER_URL: owner, DATABASE_URL: app = owner, DATABASE_RELAY_URL: relay = app } = process.env;
if (!owner || !app || !relay) throw new Error('DATABASE_OWNER_URL is not set: give an empty database and the role that owns it');
await migrateDatabase(owner, { app, relay });
const source = await openDataSource(owner, entities, 1).initialize();
const drift = await findDrift(source);
await source.destroy();
if (drift.length > 0) process.stderr.write(`${drift.join('\n')}\n\nThe migrations make something else than the entities say: write a new migration, or mend the entity.\n`);
process.exitCode = drift.length > 0 ? 1 : 0;
