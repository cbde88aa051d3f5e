import { parseAudience, refuse, referencesOf, sayAudienceProblem, succeed, type AudienceExpression, type AudienceNames, type AudienceProblem } from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { defineLoader } from '../../platform/request/loader.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { problem, type Outcome, type UserProblem } from '../../platform/request/user-problem.ts';
import { peopleScope } from '../access/index.ts';
import type { PersonCondition } from '../people/index.ts';

/** A problem of an expression as use cases refuse with it: where it stands follows the field. */
function fromDomainAudience(found: AudienceProblem, field: string): UserProblem {
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

/** What is gone is refused; what was merged into another means the other. */
const isThere = 'p.removed_at IS NULL';
const isThereOrMerged = '(p.removed_at IS NULL OR p.merged_into_id IS NOT NULL)';

/** Reads an expression and makes sure that everything it names is in the organization, and every person one whom the caller may see. */
export async function resolveAudience(transaction: Transaction, caller: Caller, json: unknown, field: string): Promise<Outcome<AudienceExpression>> {
  const parsed = parseAudience(json);
  if (!parsed.ok) return refuse(parsed.problem.map((each) => fromDomainAudience(each, field)));
  const checked = await checkReferences(transaction, parsed.value, field, peopleScope(caller, 'PEOPLE_READ'));
  return checked.ok ? succeed(parsed.value) : checked;
}

/** Refuses an expression that names what is not there, or not any more: a department that was removed, a group, a position. */
export async function checkReferences(transaction: Transaction, expression: AudienceExpression, field: string, visiblePeople: PersonCondition = () => 'true'): Promise<Outcome<null>> {
  const named = referencesOf(expression);
  for (const [key, table, code] of references) {
    const ids = named[key];
    if (ids.length === 0) continue;
    const parameters = new SqlParameters(transaction.organizationId, ids);
    const visible = table === 'person' ? visiblePeople(parameters) : table === 'person_group' ? isThere : isThereOrMerged;
    const known = await transaction.query(`SELECT p.id FROM ${table} p WHERE p.organization_id = $1 AND p.id = ANY ($2::uuid[]) AND ${visible}`, parameters.values);
    if (known.length < ids.length) return refuse([problem(code === 'NOT_FOUND' ? 'NOT_IN_SCOPE' : code, field)]);
  }
  return succeed(null);
}

/** What names a kind of reference: its table and column. */
const namedBy = {
  people: ['person', 'display_name', 'personIds'],
  groups: ['person_group', 'name', 'groupIds'],
  departments: ['department', 'name', 'departmentIds'],
  positions: ['job_position', 'name', 'positionIds'],
  jobRoles: ['job_role', 'name', 'jobRoleIds'],
  partnerAccounts: ['partner_account', 'name', 'partnerAccountIds'],
} as const;
type Named = keyof typeof namedBy;
const kinds = Object.keys(namedBy) as Named[];

/** Names of what expressions refer to, by `kind:id`; those of many expressions by one statement. */
const nameLoader = defineLoader<string, string>(async (transaction, keys) => {
  const idsOf = (kind: Named): string[] => keys.flatMap((key) => (key.startsWith(`${kind}:`) ? [key.slice(kind.length + 1)] : []));
  const each = kinds.map((kind, index) => {
    const [table, column] = namedBy[kind];
    return `SELECT '${kind}:' || id AS key, ${column} AS name FROM ${table} WHERE organization_id = $1 AND id = ANY ($${index + 2}::uuid[])`;
  });
  const rows = await transaction.query<{ key: string; name: string }>(each.join(' UNION ALL '), [transaction.organizationId, ...kinds.map(idsOf)]);
  return new Map(rows.map(({ key, name }) => [key, name]));
});

/** The names of what an expression refers to, for its sentence; read together with those of other expressions of the request. */
export async function readAudienceNames(context: RequestContext, expression: AudienceExpression): Promise<AudienceNames> {
  const referred = referencesOf(expression);
  const namesOf = async (kind: Named): Promise<Record<string, string>> => {
    const found = await Promise.all(referred[namedBy[kind][2]].map(async (id) => [id, await context.load(nameLoader, `${kind}:${id}`)] as const));
    return Object.fromEntries(found.flatMap(([id, name]) => (name === undefined ? [] : [[id, name]])));
  };
  const names = await Promise.all(kinds.map(async (kind) => [kind, await namesOf(kind)] as const));
  return Object.fromEntries(names);
}
