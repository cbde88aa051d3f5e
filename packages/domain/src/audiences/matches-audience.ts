import type { AudienceExpression, AudienceFacts } from './audience-expression.ts';

/** Whether a person belongs to an audience. People who are suspended or have left belong to none, not even to a NOT. */
export function matchesAudience(expression: AudienceExpression, person: AudienceFacts): boolean {
  return person.status === 'ACTIVE' && matches(expression, person);
}

function matches(expression: AudienceExpression, person: AudienceFacts): boolean {
  switch (expression.kind) {
    case 'EVERYONE': return true;
    case 'PEOPLE': return [person.personId, ...(person.mergedIds ?? [])].some((id) => expression.personIds.includes(id));
    case 'GROUPS': return person.groupIds.some((id) => expression.groupIds.includes(id));
    case 'DEPARTMENTS': {
      const chosen = expression.departmentIds;
      return person.departments.some(({ id, ancestorIds }) =>
        chosen.includes(id) || (expression.includeSubDepartments && ancestorIds.some((above) => chosen.includes(above))));
    }
    case 'POSITIONS': return person.positionIds.some((id) => expression.positionIds.includes(id));
    case 'JOB_ROLES': return person.jobRoleIds.some((id) => expression.jobRoleIds.includes(id));
    case 'LANGUAGES': return expression.languages.some((language) => speaks(person.language, language));
    case 'PARTNER_ACCOUNTS': return person.partnerAccountId != null && expression.partnerAccountIds.includes(person.partnerAccountId);
    case 'HIRE_DATE': {
      const { from, to } = expression;
      const hired = person.hiredOn;
      return hired != null && (from == null || from <= hired) && (to == null || hired <= to);
    }
    case 'AND': return expression.operands.every((operand) => matches(operand, person));
    case 'OR': return expression.operands.some((operand) => matches(operand, person));
    case 'NOT': return !matches(expression.operand, person);
  }
}

/** 'zh' is spoken by 'zh-CN', but 'zh-TW' is not. */
function speaks(spoken: string, asked: string): boolean {
  const [has, wants] = [spoken.toLowerCase(), asked.toLowerCase()];
  return has === wants || has.startsWith(`${wants}-`);
}
