import { isElective } from '../learning-plans/milestone-order.ts';
import type { MilestoneDefinition } from '../learning-plans/plan-definition.ts';
import { PLAN_LIMITS } from '../learning-plans/plan-limits.ts';
import { compareDecimals, decimal, isWhole, ZERO } from '../shared/decimal.ts';
import { sayMessage, type Catalog, type Language, type Message } from '../shared/message.ts';
import { lengthBeyond } from '../shared/text.ts';
import type { Override } from './standing-input.ts';

/** How long the note of an override may be. */
export const OVERRIDE_NOTE_LIMIT = 2_000;

export type OverrideProblemShapes = {
  USE_WAIVE: {};
  ELECTIVE_NEEDS_NO_WAIVER: {};
  NO_UNITS_TO_ADJUST: {};
  UNITS_NOT_WHOLE: {};
  UNITS_TOO_LARGE: { limit: string };
  NOTE_TOO_LONG: { limit: number; length: number };
};
export type OverrideProblem = Message<OverrideProblemShapes>;

/** What stands against changing a milestone for a person (L42, L43, R6); undefined: nothing. */
export function checkOverride(override: Override, milestone: MilestoneDefinition): OverrideProblem | undefined {
  switch (override.act) {
    case 'WAIVE': return isElective(milestone) ? { code: 'ELECTIVE_NEEDS_NO_WAIVER', params: {} } : undefined;
    case 'ADJUST_UNITS': return checkUnits(override.units, milestone);
    case 'NOTE': {
      const length = lengthBeyond(override.note, OVERRIDE_NOTE_LIMIT);
      return length === undefined ? undefined : { code: 'NOTE_TOO_LONG', params: { limit: OVERRIDE_NOTE_LIMIT, length } };
    }
    case 'ADJUST_DUE': return undefined;
  }
}

function checkUnits(units: Extract<Override, { act: 'ADJUST_UNITS' }>['units'], milestone: MilestoneDefinition): OverrideProblem | undefined {
  if (isElective(milestone)) return { code: 'NO_UNITS_TO_ADJUST', params: {} };
  if (compareDecimals(units, ZERO) === 0) return { code: 'USE_WAIVE', params: {} };
  if (milestone.metric === 'SESSIONS' && !isWhole(units)) return { code: 'UNITS_NOT_WHOLE', params: {} };
  const limit = decimal(milestone.metric === 'SESSIONS' ? PLAN_LIMITS.sessions : PLAN_LIMITS.credits);
  return compareDecimals(units, limit) > 0 ? { code: 'UNITS_TOO_LARGE', params: { limit } } : undefined;
}

/** What stands against an override, in words. */
export const overrideProblemCatalog: Catalog<OverrideProblemShapes> = {
  USE_WAIVE: { en: () => 'To require nothing of this person, use Waive.', 'zh-CN': () => '如不再要求此人完成，请使用“豁免”。' },
  ELECTIVE_NEEDS_NO_WAIVER: { en: () => 'An elective is not required of anybody: there is nothing to waive.', 'zh-CN': () => '选修里程碑不作要求，无需豁免。' },
  NO_UNITS_TO_ADJUST: { en: () => 'An elective requires no number that could be adjusted.', 'zh-CN': () => '选修里程碑没有可调整的数量。' },
  UNITS_NOT_WHOLE: { en: () => 'Sessions are counted in whole numbers.', 'zh-CN': () => '场次须为整数。' },
  UNITS_TOO_LARGE: { en: (p, say) => `At most ${say.number(p.limit)} can be required.`, 'zh-CN': (p, say) => `最多可要求${say.number(p.limit)}。` },
  NOTE_TOO_LONG: {
    en: (p, say) => `Shorten the note to ${say.number(p.limit)} characters; it has ${say.number(p.length)}.`,
    'zh-CN': (p, say) => `请将备注缩短到${say.number(p.limit)}个字符以内，现有${say.number(p.length)}个。`,
  },
};

/** A problem of an override in words. */
export function sayOverrideProblem(problem: OverrideProblem, language: Language): string {
  return sayMessage(overrideProblemCatalog, problem, language);
}
