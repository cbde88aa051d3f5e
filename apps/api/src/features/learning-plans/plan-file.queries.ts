import { foldForSearch, type FileId, type PlanFileCandidate, type PlanFileItem } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';

/** The content that items of a plan file could mean: of their ids, and of their kinds and names, accents written either way. */
export function readPlanFileCandidates(transaction: Transaction, items: readonly PlanFileItem[]): Promise<PlanFileCandidate[]> {
  return transaction.query<PlanFileCandidate>(
    `SELECT o.id, o.kind, o.name, o.status FROM learning_object o WHERE o.organization_id = $1 AND o.id = ANY ($2::uuid[])
     UNION
     SELECT o.id, o.kind, o.name, o.status FROM unnest($3::text[], $4::text[]) AS wanted (kind, name_key)
     JOIN learning_object o ON o.organization_id = $1 AND o.kind = wanted.kind AND o.name_key = wanted.name_key`,
    [transaction.organizationId, items.map(({ id }) => id), items.map(({ kind }) => kind), items.map(({ name }) => foldForSearch(name))],
  );
}

/** The picture of a plan file here, by its content; null where there is none. */
export async function findCover(transaction: Transaction, sha256: string | undefined): Promise<FileId | null> {
  if (sha256 === undefined) return null;
  const [file] = await transaction.query<{ id: FileId }>(
    `SELECT id FROM stored_file WHERE organization_id = $1 AND purpose = 'COVER' AND sha256 = decode($2, 'hex') ORDER BY id LIMIT 1`,
    [transaction.organizationId, sha256],
  );
  return file?.id ?? null;
}

/** What a picture is by its content, as a plan file names it; null where there is none. */
export async function hashOfCover(transaction: Transaction, fileId: string | undefined): Promise<string | null> {
  if (fileId === undefined) return null;
  const [file] = await transaction.query<{ sha256: string }>(`SELECT encode(sha256, 'hex') AS sha256 FROM stored_file WHERE organization_id = $1 AND id = $2`, [
    transaction.organizationId,
    fileId,
  ]);
  return file?.sha256 ?? null;
}

/** Whether a file is a picture that was uploaded to be a cover. */
export async function isCoverFile(transaction: Transaction, fileId: string): Promise<boolean> {
  const [file] = await transaction.query(`SELECT FROM stored_file WHERE organization_id = $1 AND id = $2 AND purpose = 'COVER'`, [transaction.organizationId, fileId]);
  return file !== undefined;
}
