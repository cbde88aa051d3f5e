import type { Transaction } from '../../platform/database/transaction.ts';
import { evaluateNewcomer, type OwnEnrollment } from '../enrollments/index.ts';
import { findSubject, type SubjectOfPerson } from './find-subject.ts';

/** Something that a person found, with what it would be to them if they started it now. */
export interface PreviewOfPerson extends SubjectOfPerson {
  readonly asNewcomer: OwnEnrollment | undefined;
  readonly catalogs: readonly { readonly id: string; readonly name: string }[];
}

/** Something that a person found or has, looked at before it is started; undefined: neither. */
export async function readPreview(transaction: Transaction, personId: string, id: string): Promise<PreviewOfPerson | undefined> {
  const known = await findSubject(transaction, personId, id);
  if (!known) return undefined;
  const [asNewcomer, catalogs] = await Promise.all([
    evaluateNewcomer(transaction, { id, planVersionId: known.subject.planVersionId }, personId),
    transaction.query<{ id: string; name: string }>('SELECT id, name FROM catalog WHERE organization_id = $1 AND id = ANY ($2::uuid[]) ORDER BY name_key, id', [
      transaction.organizationId,
      known.catalogIds,
    ]),
  ]);
  return { ...known, asNewcomer, catalogs };
}
