import { parseAudience, refuse, referencesOf, sayAudienceProblem, succeed, type AudienceExpression, type AudienceNames, type AudienceProblem } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { problem, type Outcome, type UserProblem } from '../../platform/request/user-problem.ts';

/** A problem of an expression as use cases refuse with it: where it stands follows the field. */
export function fromDomainAudience(found: AudienceProblem, field: string): UserProblem {
  return { code: found.code, field: [field, ...found.path].join('.'), say: (language) => sayAudienceProblem(found, language) };
}

const references = [
  ['personIds', 'person', 'UNKNOWN_PERSON'],
  ['groupIds', 'person_group', 'UNKNOWN_GROUP'],
  ['departmentIds', 'department', 'UNKNOWN_DEPARTMENT'],
  ['positionIds', 'job_position', 'NOT_FOUND'],
  ['jobRoleIds', 'job_role', 'NOT_FOUND'],
  ['partnerAccountIds', 'partner_account', 'NOT_FOUND'],
] as const;

/** Reads an expression and makes sure that everything it names is in the organization. */
export async function resolveAudience(transaction: Transaction, json: unknown, field: string): Promise<Outcome<AudienceExpression>> {
  const parsed = parseAudience(json);
  if (!parsed.ok) return refuse(parsed.problem.map((each) => fromDomainAudience(each, field)));
  const named = referencesOf(parsed.value);
  for (const [key, table, code] of references) {
    const ids = named[key];
    if (ids.length === 0) continue;
    const known = await transaction.query(`SELECT id FROM ${table} WHERE organization_id = $1 AND id = ANY ($2::uuid[])`, [
      transaction.organizationId,
      ids,
    ]);
    if (known.length < ids.length) return refuse([problem(code === 'NOT_FOUND' ? 'NOT_IN_SCOPE' : code, field)]);
  }
  return succeed(parsed.value);
}

/** The names of what an expression refers to, for its sentence. */
export async function readAudienceNames(transaction: Transaction, expression: AudienceExpression): Promise<AudienceNames> {
  const named = referencesOf(expression);
  const names = async (table: string, ids: readonly string[], column = 'name'): Promise<Record<string, string>> => {
    if (ids.length === 0) return {};
    const rows = await transaction.query<{ id: string; name: string }>(
      `SELECT id, ${column} AS name FROM ${table} WHERE organization_id = $1 AND id = ANY ($2::uuid[])`,
      [transaction.organizationId, ids],
    );
    return Object.fromEntries(rows.map((row) => [row.id, row.name]));
  };
  return {
    people: await names('person', named.personIds, 'display_name'),
    groups: await names('person_group', named.groupIds),
    departments: await names('department', named.departmentIds),
    positions: await names('job_position', named.positionIds),
    jobRoles: await names('job_role', named.jobRoleIds),
    partnerAccounts: await names('partner_account', named.partnerAccountIds),
  };
}
