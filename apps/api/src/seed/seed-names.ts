import { foldForSearch, foldIdentifier } from '@milepost/domain';
import type { Database } from '../platform/database/database.ts';
import { listDepartments } from '../features/people/index.ts';
import { seedAccounts, type SeedAudience } from './seed-data.ts';

type NamedTable = 'job_position' | 'job_role' | 'partner_account';

/** From the names in the demonstration's files to ids. Throws for a name that is not there. */
export class SeedNames {
  private constructor(
    private readonly departments: ReadonlyMap<string, string>,
    private readonly byTable: Readonly<Record<NamedTable, ReadonlyMap<string, string>>>,
    private readonly people: ReadonlyMap<string, string>,
  ) {}

  static async read(database: Database, organizationId: string): Promise<SeedNames> {
    return database.read({ organizationId }, async (transaction) => {
      const departments = await listDepartments(transaction);
      const named = async (table: NamedTable) => {
        const rows = await transaction.query<{ id: string; key: string }>(`SELECT id, name_key AS key FROM ${table} WHERE organization_id = $1`, [organizationId]);
        return new Map(rows.map((row) => [row.key, row.id]));
      };
      const people = await transaction.query<{ id: string; key: string }>(
        'SELECT id, employee_number_key AS key FROM person WHERE organization_id = $1 AND employee_number_key IS NOT NULL',
        [organizationId],
      );
      return new SeedNames(
        new Map(departments.map((each) => [each.path.join(' / '), each.id])),
        { job_position: await named('job_position'), job_role: await named('job_role'), partner_account: await named('partner_account') },
        new Map(people.map((row) => [row.key, row.id])),
      );
    });
  }

  /** The person of a named account. */
  personId(accountKey: string): string {
    const account = seedAccounts().find((each) => each.key === accountKey);
    return known(this.people.get(foldIdentifier(account?.employeeNumber ?? '')), accountKey);
  }

  department(path: string): string {
    return known(this.departments.get(path), path);
  }

  named(table: NamedTable, name: string): string {
    return known(this.byTable[table].get(foldForSearch(name)), name);
  }

  /** An audience with names as one with ids. */
  audience(audience: SeedAudience, groupIds: ReadonlyMap<string, string> = new Map()): unknown {
    const { groups, departments, positions, jobRoles, partnerAccounts, operand, operands, ...rest } = audience;
    return {
      ...rest,
      ...(groups && { groupIds: groups.map((name) => known(groupIds.get(name), name)) }),
      ...(departments && { departmentIds: departments.map((path) => this.department(path)) }),
      ...(positions && { positionIds: positions.map((name) => this.named('job_position', name)) }),
      ...(jobRoles && { jobRoleIds: jobRoles.map((name) => this.named('job_role', name)) }),
      ...(partnerAccounts && { partnerAccountIds: partnerAccounts.map((name) => this.named('partner_account', name)) }),
      ...(operand && { operand: this.audience(operand, groupIds) }),
      ...(operands && { operands: operands.map((each) => this.audience(each, groupIds)) }),
    };
  }
}

function known(id: string | undefined, name: string): string {
  if (!id) throw new Error(`The demonstration names ${name}, which is not there`);
  return id;
}
