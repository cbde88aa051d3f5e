import { foldEmail, foldForSearch, foldIdentifier } from '@milepost/domain';
import type { Database } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/new-id.ts';
import { ensureDepartments, ensureNamed, writePeople } from '../people/index.ts';

/** What a test says of a person; the rest is made up. */
export interface PersonOverrides {
  readonly displayName?: string;
  readonly employeeNumber?: string | null;
  readonly email?: string | null;
  readonly externalId?: string | null;
  readonly locale?: string;
  readonly timeZone?: string;
  readonly hireDate?: string | null;
  /** From the top. */
  readonly department?: readonly string[];
  readonly partnerAccount?: string;
  readonly managerNumber?: string;
}

/** A person as the product knows them, with the ids that a scope may name. */
export interface BuiltPerson {
  readonly organizationId: string;
  readonly id: string;
  readonly displayName: string;
  readonly employeeNumber: string | null;
  readonly email: string | null;
  readonly departmentId: string | null;
  readonly partnerAccountId: string | null;
}

let counter = 0;

/** One person. */
export async function buildPerson(database: Database, organizationId: string, overrides: PersonOverrides = {}): Promise<BuiltPerson> {
  const [person] = await buildPeople(database, organizationId, [overrides]);
  if (!person) throw new Error('Nobody was built');
  return person;
}

/** Several people, written as a set as the import writes them. */
export async function buildPeople(database: Database, organizationId: string, all: readonly PersonOverrides[]): Promise<BuiltPerson[]> {
  return database.write({ organizationId }, async (transaction) => {
    const departments = await ensureDepartments(transaction, all.map((each) => each.department ?? []));
    const partners = await ensureNamed(transaction, 'partner_account', [...new Set(all.flatMap((each) => each.partnerAccount ?? []))]);
    const built = all.map((each) => {
      const number = ++counter;
      return {
        ...each,
        organizationId,
        id: newId(),
        displayName: each.displayName ?? `Person ${number}`,
        employeeNumber: each.employeeNumber === undefined ? `N${number}` : each.employeeNumber,
        email: each.email === undefined ? `person${number}@example.com` : each.email,
        departmentId: departments.get(JSON.stringify(each.department ?? [])) ?? null,
        partnerAccountId: each.partnerAccount ? (partners.get(foldForSearch(each.partnerAccount)) ?? null) : null,
      };
    });
    await writePeople(
      transaction,
      built.map((each) => ({
        ...each,
        isNew: true,
        revisionId: newId(),
        affiliationId: newId(),
        employeeNumberKey: each.employeeNumber && foldIdentifier(each.employeeNumber),
        externalId: each.externalId ?? null,
        emailKey: each.email && foldEmail(each.email),
        nameKey: foldForSearch(each.displayName),
        locale: each.locale ?? 'en',
        timeZone: each.timeZone ?? 'Europe/Berlin',
        hireDate: each.hireDate ?? null,
        managerKey: each.managerNumber ? foldIdentifier(each.managerNumber) : null,
        positionId: null,
        jobRoleId: null,
      })),
    );
    return built;
  });
}
