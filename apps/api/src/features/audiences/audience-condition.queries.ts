import type { AudienceExpression } from '@milepost/domain';
import type { SqlParameters } from '../../platform/database/sql-parameters.ts';
import { inDepartments, inGroups, inJobRoles, inPositions, named, ofPartners } from '../people/index.ts';

/**
 * An audience expression as one SQL condition on `person p`, whatever its size: no statement per leaf, none per person.
 * Only active people belong to an audience; the caller of this adds that with {@link activePeople}.
 */
export function audienceCondition(expression: AudienceExpression, parameters: SqlParameters): string {
  switch (expression.kind) {
    case 'EVERYONE':
      return 'true';
    case 'PEOPLE':
      return named(parameters, expression.personIds);
    case 'GROUPS':
      return inGroups(parameters, expression.groupIds);
    case 'DEPARTMENTS':
      return inDepartments(parameters, expression.departmentIds, expression.includeSubDepartments);
    case 'POSITIONS':
      return inPositions(parameters, expression.positionIds);
    case 'JOB_ROLES':
      return inJobRoles(parameters, expression.jobRoleIds);
    case 'LANGUAGES':
      return `(${expression.languages.map((language) => speaks(parameters, language)).join(' OR ')})`;
    case 'PARTNER_ACCOUNTS':
      return ofPartners(parameters, expression.partnerAccountIds);
    case 'HIRE_DATE':
      return hiredBetween(parameters, expression.from, expression.to);
    case 'AND':
    case 'OR':
      return `(${expression.operands.map((operand) => audienceCondition(operand, parameters)).join(` ${expression.kind} `)})`;
    case 'NOT':
      return `(NOT coalesce(${audienceCondition(expression.operand, parameters)}, false))`;
  }
}

/** The condition that every audience has beside its expression. */
export const activePeople = "p.organization_id = $1 AND p.status = 'ACTIVE'";

/** 'zh' is spoken by people whose language is 'zh' or 'zh-CN', and not by those of 'zha'. */
function speaks(parameters: SqlParameters, language: string): string {
  const tag = parameters.add(language.toLowerCase());
  return `(lower(p.locale) = ${tag} OR starts_with(lower(p.locale), ${tag} || '-'))`;
}

function hiredBetween(parameters: SqlParameters, from: string | null | undefined, to: string | null | undefined): string {
  const bounds = ['p.hire_date IS NOT NULL'];
  if (from) bounds.push(`p.hire_date >= ${parameters.add(from, 'date')}`);
  if (to) bounds.push(`p.hire_date <= ${parameters.add(to, 'date')}`);
  return `(${bounds.join(' AND ')})`;
}
