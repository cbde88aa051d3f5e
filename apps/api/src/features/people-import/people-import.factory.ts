import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Database } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/new-id.ts';
import { openFileStore } from '../../platform/files/file-store.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { runJob } from '../../platform/testing/run-job.ts';
import { analysePeopleImport } from './analyse-people-import.job.ts';
import { previewPeopleImport } from './preview-people-import.ts';

/** A file of people as an upload leaves it; answers its id. */
export async function buildImportFile(database: Database, caller: Caller, dataDir: string, content: string | Buffer, name = 'people.csv'): Promise<string> {
  const files = await openFileStore(dataDir);
  const { organizationId } = caller;
  const fileId = newId();
  const key = `${organizationId}/${fileId}`;
  await mkdir(dirname(files.pathOf(key)), { recursive: true });
  await writeFile(files.pathOf(key), content);
  await database.write(caller, (transaction) =>
    transaction.query(
      `INSERT INTO stored_file (organization_id, id, name, media_type, size, sha256, storage_key, purpose, created_by)
       VALUES ($1, $2, $3, 'text/csv', $4, $5, $6, 'IMPORT', $7)`,
      [organizationId, fileId, name, Buffer.byteLength(content), createHash('sha256').update(content).digest(), key, caller.actor.id],
    ),
  );
  return fileId;
}

/** Begins an import of people; a worker analyses it. */
export async function buildPeopleImport(
  database: Database,
  caller: Caller,
  dataDir: string,
  content: string | Buffer,
): Promise<{ fileId: string; operationId: string }> {
  const fileId = await buildImportFile(database, caller, dataDir, content);
  const previewed = await database.write(caller, (transaction) => previewPeopleImport(transaction, caller, { fileId }));
  if (!previewed.ok) throw new Error(`Not begun: ${previewed.problem.map((each) => each.code).join(', ')}`);
  return { fileId, operationId: previewed.value.id };
}

/** Begins an import of people and analyses it; answers the operation's id. */
export async function buildPeoplePreview(database: Database, caller: Caller, dataDir: string, content: string | Buffer): Promise<string> {
  const { operationId } = await buildPeopleImport(database, caller, dataDir, content);
  await analyseImport(database, caller.organizationId, dataDir, operationId);
  return operationId;
}

/** Does what a worker would do with a file that waits for its analysis, here and now. */
export async function analyseImport(database: Database, organizationId: string, dataDir: string, operationId: string): Promise<void> {
  await runJob(analysePeopleImport(await openFileStore(dataDir)), database, organizationId, { operationId });
}
