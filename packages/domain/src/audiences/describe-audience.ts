import { sayMessage, type AnyMessage, type Language } from '../shared/message.ts';
import type { AudienceExpression, AudienceNames } from './audience-expression.ts';
import { audienceCatalog } from './audience-messages.ts';

/** How many names a sentence holds before it says "and n more". */
const NAMES_SAID = 5;

/** An audience in words: "People in the department Sales (with sub-departments) and not in the group Interns". */
export function describeAudience(expression: AudienceExpression, names: AudienceNames, language: Language): string {
  return sayMessage(audienceCatalog, audienceMessage(expression, names), language);
}

/** The same as data, for keeping. */
export function audienceMessage(expression: AudienceExpression, names: AudienceNames): AnyMessage {
  return expression.kind === 'EVERYONE' ? message('EVERYONE', {}) : message('PEOPLE_WHO', { condition: condition(expression, names) });
}

/** The people of a list that was imported, in words. */
export function describeList(name: string, language: Language): string {
  return sayMessage(audienceCatalog, message('ON_LIST', { name }), language);
}

function condition(expression: AudienceExpression, names: AudienceNames): AnyMessage {
  switch (expression.kind) {
    case 'EVERYONE': return message('ANYBODY', {});
    case 'PEOPLE': return named('NAMED', expression.personIds, names.people);
    case 'GROUPS': return named('IN_GROUP', expression.groupIds, names.groups);
    case 'DEPARTMENTS':
      return named(expression.includeSubDepartments ? 'IN_DEPARTMENT_TREE' : 'IN_DEPARTMENT', expression.departmentIds, names.departments);
    case 'POSITIONS': return named('IN_POSITION', expression.positionIds, names.positions);
    case 'JOB_ROLES': return named('IN_JOB_ROLE', expression.jobRoleIds, names.jobRoles);
    case 'LANGUAGES': return message('SPEAKING', { languages: expression.languages });
    case 'PARTNER_ACCOUNTS': return named('OF_PARTNER', expression.partnerAccountIds, names.partnerAccounts);
    case 'HIRE_DATE': return hired(expression.from ?? null, expression.to ?? null);
    case 'AND':
    case 'OR': return message(expression.kind === 'AND' ? 'ALL_OF' : 'ANY_OF', { conditions: expression.operands.map((operand) => part(operand, names)) });
    case 'NOT': return message('NOT', { condition: part(expression.operand, names) });
  }
}

/** A combination inside of a combination stands in brackets, so that "A and B or C" cannot be read in two ways. */
function part(expression: AudienceExpression, names: AudienceNames): AnyMessage {
  const inner = condition(expression, names);
  return expression.kind === 'AND' || expression.kind === 'OR' ? message('IN_BRACKETS', { condition: inner }) : inner;
}

function named(code: string, ids: readonly string[], names: { readonly [id: string]: string } = {}): AnyMessage {
  const known = ids.flatMap((id) => (Object.hasOwn(names, id) ? [names[id] as string] : []));
  const said = known.slice(0, NAMES_SAID);
  return message(code, { names: said, more: ids.length - said.length });
}

function hired(from: string | null, to: string | null): AnyMessage {
  if (from === null) return message('HIRED_UNTIL', { to });
  if (to === null) return message('HIRED_SINCE', { from });
  return message('HIRED_BETWEEN', { from, to });
}

function message(code: string, params: AnyMessage['params']): AnyMessage {
  return { code, params };
}
