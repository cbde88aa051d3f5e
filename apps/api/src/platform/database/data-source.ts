import 'reflect-metadata';
import type pg from 'pg';
import { DataSource, type EntitySchema } from 'typeorm';
import { Platform1700000000001 } from './migrations/1700000000001-platform.ts';
import { SignIn1700000000002 } from './migrations/1700000000002-sign-in.ts';
import { People1700000000003 } from './migrations/1700000000003-people.ts';
import { ContentAndPlans1700000000004 } from './migrations/1700000000004-content-and-plans.ts';
import { Enrollments1700000000005 } from './migrations/1700000000005-enrollments.ts';
import { DueCounts1700000000006 } from './migrations/1700000000006-due-counts.ts';
import { Statistics1700000000007 } from './migrations/1700000000007-statistics.ts';
import { Directory1700000000010 } from './migrations/1700000000010-directory.ts';
import { Groups1700000000011 } from './migrations/1700000000011-groups.ts';
import { ManageUsers1700000000012 } from './migrations/1700000000012-manage-users.ts';
import { Assignments1700000000013 } from './migrations/1700000000013-assignments.ts';
import { Imports1700000000014 } from './migrations/1700000000014-imports.ts';
import { DueChanges1700000000015 } from './migrations/1700000000015-due-changes.ts';
import { CurrentCycles1700000000016 } from './migrations/1700000000016-current-cycles.ts';
import { Committers1700000000017 } from './migrations/1700000000017-committers.ts';
import { CallersOfSessions1700000000018 } from './migrations/1700000000018-callers-of-sessions.ts';
import { BulkActs1700000000019 } from './migrations/1700000000019-bulk-acts.ts';
import { ReportsOfMergedRecords1700000000020 } from './migrations/1700000000020-reports-of-merged-records.ts';
import { PlanVersions1700000000021 } from './migrations/1700000000021-plan-versions.ts';
import { Search1700000000022 } from './migrations/1700000000022-search.ts';
import { ArchivedPlans1700000000023 } from './migrations/1700000000023-archived-plans.ts';
import { Catalogs1700000000025 } from './migrations/1700000000025-catalogs.ts';
import { Notices1700000000027 } from './migrations/1700000000027-notices.ts';
import { Openings1700000000028 } from './migrations/1700000000028-openings.ts';
import { Covers1700000000029 } from './migrations/1700000000029-covers.ts';
import { VersionsInUse1700000000031 } from './migrations/1700000000031-versions-in-use.ts';
import { StatisticsOfOrganizations1700000000033 } from './migrations/1700000000033-statistics-of-organizations.ts';
import { TrainingProgress1700000000034 } from './migrations/1700000000034-training-progress.ts';
import { CompletionsByHand1700000000035 } from './migrations/1700000000035-completions-by-hand.ts';
import { CompletionsByOrigin1700000000036 } from './migrations/1700000000036-completions-by-origin.ts';
import { DriftChecks1700000000038 } from './migrations/1700000000038-drift-checks.ts';
import { PastTraining1700000000040 } from './migrations/1700000000040-past-training.ts';
import { SavedViews1700000000039 } from './migrations/1700000000039-saved-views.ts';

const migrations = [
  Platform1700000000001,
  SignIn1700000000002,
  People1700000000003,
  ContentAndPlans1700000000004,
  Enrollments1700000000005,
  DueCounts1700000000006,
  Statistics1700000000007,
  Directory1700000000010,
  Groups1700000000011,
  ManageUsers1700000000012,
  Assignments1700000000013,
  Imports1700000000014,
  DueChanges1700000000015,
  CurrentCycles1700000000016,
  Committers1700000000017,
  CallersOfSessions1700000000018,
  BulkActs1700000000019,
  ReportsOfMergedRecords1700000000020,
  PlanVersions1700000000021,
  Search1700000000022,
  ArchivedPlans1700000000023,
  Catalogs1700000000025,
  Notices1700000000027,
  Openings1700000000028,
  Covers1700000000029,
  VersionsInUse1700000000031,
  StatisticsOfOrganizations1700000000033,
  TrainingProgress1700000000034,
  CompletionsByHand1700000000035,
  CompletionsByOrigin1700000000036,
  DriftChecks1700000000038,
  SavedViews1700000000039,
  PastTraining1700000000040,
];

/** A TypeORM entity class. */
export type EntityClass = (new () => object) | EntitySchema;

/**
 * The product's database as one role sees it. `synchronize` is never used: migrations are the only way the schema changes.
 *
 * @param url a PostgreSQL connection string
 * @param poolSize connections at most
 * @param idleSeconds after which the server ends a transaction in which nothing happens: a stopped process must not hold its locks
 * @param onConnect is shown every connection
 */
export function openDataSource(
  url: string,
  entities: readonly EntityClass[],
  poolSize = 10,
  idleSeconds = 30,
  onConnect?: (client: pg.ClientBase) => void,
): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [...entities],
    migrations,
    migrationsTableName: 'migrations',
    synchronize: false,
    logging: false,
    poolSize,
    // Statements that do not wait for each other's answers travel together.
    extra: { connectionTimeoutMillis: 5_000, idle_in_transaction_session_timeout: idleSeconds * 1000, pipeline: true, onConnect },
  });
}
