import { isElective } from '../learning-plans/milestone-order.ts';
import type { MilestoneDefinition } from '../learning-plans/plan-definition.ts';
import { PLAN_LIMITS } from '../learning-plans/plan-limits.ts';
import { compareDecimals, decimal, isWhole, ZERO } from '../shared/decimal.ts';
import { sayMessage, type Catalog, type Language, type Message } from '../shared/message.ts';
import { lengthBeyond } from '../shared/text.ts';
import type { OverrideContent } from './standing-input.ts';

/** How long the note of an override may be. */
export const OVERRIDE_NOTE_LIMIT = 2_000;

export type OverrideProblemShapes = {
  USE_WAIVE: {};
  ELECTIVE_NEEDS_NO_WAIVER: {};
  NO_UNITS_TO_ADJUST: {};
  UNITS_NOT_WHOLE: {};
  UNITS_TOO_LARGE: { limit: string };
  NOTE_TOO_LONG: { limit: number; length: number };
  NOTHING_TO_ADJUST: {};
  PLAN_HAS_DUE_ONLY: {};
  CONTENT_IS_WHOLE: {};
  OVERRIDE_DUE_IN_PAST: { due: string };
  PLAN_COMPLETED: {};
  PLAN_WITHDRAWN: {};
};
export type OverrideProblem = Message<OverrideProblemShapes>;

/** What stands against changing a milestone for a person (L42, L43, R6); undefined: nothing. */
export function checkOverride(override: OverrideContent, milestone: MilestoneDefinition): OverrideProblem | undefined {
  switch (override.act) {
    case 'WAIVE': return isElective(milestone) ? { code: 'ELECTIVE_NEEDS_NO_WAIVER', params: {} } : undefined;
    case 'ADJUST_UNITS': return checkUnits(override.units, milestone);
    case 'NOTE': return checkNote(override);
    case 'ADJUST_DUE': return undefined;
  }
}

/** What stands against the note of an override; undefined: nothing. */
export function checkNote(override: OverrideContent): OverrideProblem | undefined {
  const length = override.act === 'NOTE' ? lengthBeyond(override.note, OVERRIDE_NOTE_LIMIT) : undefined;
  return length === undefined ? undefined : { code: 'NOTE_TOO_LONG', params: { limit: OVERRIDE_NOTE_LIMIT, length } };
}

function checkUnits(units: Extract<OverrideContent, { act: 'ADJUST_UNITS' }>['units'], milestone: MilestoneDefinition): OverrideProblem | undefined {
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
  NOTHING_TO_ADJUST: { en: () => 'Say how many are required or by when; to take earlier changes back, choose No action.', 'zh-CN': () => '请填写要求的数量或截止日期；如需撤回之前的更改，请选择“无操作”。' },
  PLAN_HAS_DUE_ONLY: { en: () => 'Of the plan itself only the due date and the note can be individual. Waive or adjust its milestones instead.', 'zh-CN': () => '计划本身只能单独设定截止日期和备注。请改为豁免或调整其中的里程碑。' },
  CONTENT_IS_WHOLE: { en: () => 'Content by itself is required as a whole: it can be waived, and its due date set. It has no number to adjust.', 'zh-CN': () => '单独指派的内容须整体完成：可以豁免，也可以设定截止日期，但没有可调整的数量。' },
  OVERRIDE_DUE_IN_PAST: { en: (p, say) => `${say.date(p.due)} has passed where this person is. Choose today or a later day.`, 'zh-CN': (p, say) => `在此人所在时区，${say.date(p.due)}已过。请选择今天或之后的日期。` },
  PLAN_COMPLETED: { en: () => 'This person has completed it: what is required and by when changes no more.', 'zh-CN': () => '此人已完成，要求和截止日期不再更改。' },
  PLAN_WITHDRAWN: { en: () => 'This person no longer has it. Assign it first.', 'zh-CN': () => '此人已不再拥有它。请先指派。' },
};

/** The field of {@link IndividualRules} that a problem stands in; null: none in particular. */
export function overrideProblemField(code: OverrideProblem['code']): 'action' | 'units' | 'due' | 'note' | null {
  switch (code) {
    case 'USE_WAIVE':
    case 'NO_UNITS_TO_ADJUST':
    case 'UNITS_NOT_WHOLE':
    case 'UNITS_TOO_LARGE': return 'units';
    case 'ELECTIVE_NEEDS_NO_WAIVER':
    case 'NOTHING_TO_ADJUST':
    case 'PLAN_HAS_DUE_ONLY':
    case 'CONTENT_IS_WHOLE': return 'action';
    case 'OVERRIDE_DUE_IN_PAST': return 'due';
    case 'NOTE_TOO_LONG': return 'note';
    case 'PLAN_COMPLETED':
    case 'PLAN_WITHDRAWN': return null;
  }
}

/** A problem of an override in words. */
export function sayOverrideProblem(problem: OverrideProblem, language: Language): string {
  return sayMessage(overrideProblemCatalog, problem, language);
}
