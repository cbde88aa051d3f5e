import { isUuid } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';

/** A file that was uploaded to be imported. */
export interface ImportFile {
  readonly name: string;
  readonly storageKey: string;
  /** Tells its content from any other, in hexadecimal digits. */
  readonly sha256: string;
}

/**
 * The file of an import; undefined when there is none. Whoever may not read everybody imports only what they have uploaded themselves.
 *
 * @param uploadedBy absent: by anybody in the organization
 */
export async function findImportFile(transaction: Transaction, fileId: string, uploadedBy?: string): Promise<ImportFile | undefined> {
  if (!isUuid(fileId)) return undefined;
  const [file] = await transaction.query<ImportFile>(
    `SELECT name, storage_key AS "storageKey", encode(sha256, 'hex') AS sha256 FROM stored_file
     WHERE organization_id = $1 AND id = $2 AND purpose = 'IMPORT' AND ($3::uuid IS NULL OR created_by = $3)`,
    [transaction.organizationId, fileId, uploadedBy ?? null],
  );
  return file;
}
