import type { Transaction } from '../../platform/database/transaction.ts';
import { newId } from '../../platform/database/new-id.ts';
import { OrganizationEntity } from './organization.entity.ts';

export interface NewOrganization {
  readonly name: string;
  readonly defaultLocale: string;
  readonly defaultTimeZone: string;
}

/** Creates the organization that the transaction was opened for; its id is the transaction's. */
export async function createOrganization(transaction: Transaction, input: NewOrganization): Promise<void> {
  const { organizationId, now } = transaction;
  await transaction.repository(OrganizationEntity).insert({ organizationId, ...input });
  await transaction.query(
    `INSERT INTO organization_revision (organization_id, id, group_conflict, valid_from)
     SELECT organization_id, $2, group_conflict, $3 FROM organization WHERE organization_id = $1`,
    [organizationId, newId(), now],
  );
}
