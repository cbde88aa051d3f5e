import type { MigrationChoice } from '@milepost/domain';
import type { Database } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { buildNextVersion, type VersionEdit } from '../learning-plans/next-version.factory.ts';
import './index.ts';
import { previewPublishVersion } from './preview-publish-version.ts';

/** Makes a next version by edits and previews its publishing; answers the operation's id. Throws what refuses it. */
export async function buildMigrationPreview(database: Database, admin: Caller, planId: string, choice: MigrationChoice, edits: readonly VersionEdit[] = []): Promise<string> {
  await buildNextVersion(database, admin, planId, edits);
  const previewed = await database.write(admin, async (transaction) =>
    previewPublishVersion(transaction, admin, { planId, choice, changeNote: 'Made by the test', notify: false, rowVersion: await draftRowVersion(transaction, planId) }),
  );
  if (!previewed.ok) throw new Error(`Not previewed: ${JSON.stringify(previewed.problem)}`);
  return previewed.value.id;
}

async function draftRowVersion(transaction: Transaction, planId: string): Promise<number> {
  const [row] = await transaction.query<{ version: number }>(
    `SELECT v.row_version AS version FROM learning_plan p JOIN plan_version v ON v.organization_id = $1 AND v.id = p.draft_version_id WHERE p.organization_id = $1 AND p.id = $2`,
    [transaction.organizationId, planId],
  );
  return row!.version;
}
