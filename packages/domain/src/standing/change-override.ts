import { isElective } from '../learning-plans/milestone-order.ts';
import type { MilestoneDefinition } from '../learning-plans/plan-definition.ts';
import { compareDates, type CalendarDate } from '../shared/calendar.ts';
import { compareDecimals, type Decimal } from '../shared/decimal.ts';
import { refuse, succeed, type Result } from '../shared/result.ts';
import { checkNote, checkOverride, type OverrideProblem } from './check-override.ts';
import { WHOLE } from './prepare-definition.ts';
import type { EnrollmentStatus } from './standing.ts';
import type { OverrideContent } from './standing-input.ts';

/** What an admin can do with a milestone of one person (L41–L43). */
export type OverrideAction = 'NO_ACTION' | 'WAIVE' | 'ADJUST';

/**
 * What is to hold for one person from now on, as a whole: of a milestone, or of the plan, of which only the due date and the note can be
 * individual. What is absent follows from the rules again.
 */
export interface IndividualRules {
  readonly action: OverrideAction;
  /** ADJUST: how many are required. */
  readonly units?: Decimal | null;
  /** ADJUST: the last day; 'NONE': no due date for this person. */
  readonly due?: CalendarDate | 'NONE' | null;
  readonly note?: string | null;
}

/** An override in force, by its id. */
export type KeptOverride = OverrideContent & { readonly id: string };

/** What ends and what begins so that the new rules hold; what is in force already stays, with its date (R6). */
export interface OverrideChange {
  readonly end: readonly string[];
  readonly begin: readonly OverrideContent[];
  /** Whether anything is asked of the person otherwise than before; a note changes nothing. */
  readonly requires: boolean;
}

/** What decides whether and how the rules of one person can be changed. */
export interface OverrideSituation {
  readonly status: EnrollmentStatus;
  /** Of the pinned version; null: the plan itself. */
  readonly milestone: MilestoneDefinition | null;
  /** All that is in force at this place. */
  readonly inForce: readonly KeptOverride[];
  /** In the zone of the person. */
  readonly today: CalendarDate;
}

/** The individual rules that hold at a place. */
export function individualRules(inForce: readonly OverrideContent[]): Required<IndividualRules> {
  const rules: { -readonly [K in keyof IndividualRules]-?: IndividualRules[K] } = { action: 'NO_ACTION', units: null, due: null, note: null };
  for (const override of inForce) {
    switch (override.act) {
      case 'WAIVE': rules.action = 'WAIVE'; break;
      case 'ADJUST_UNITS': rules.units = override.units; break;
      case 'ADJUST_DUE': rules.due = override.due ?? 'NONE'; break;
      case 'NOTE': rules.note = override.note; break;
    }
  }
  const isAdjusted = rules.units !== null || rules.due !== null;
  return { ...rules, action: rules.action === 'WAIVE' ? 'WAIVE' : isAdjusted ? 'ADJUST' : 'NO_ACTION' };
}

/**
 * Works out what changes so that exactly these rules hold (L41–L43, R6–R8). Refuses what cannot be asked of anybody, what changes nothing
 * for who has completed the plan or no longer has it, and a due date that has passed.
 */
export function changeOverrides(rules: IndividualRules, situation: OverrideSituation): Result<OverrideChange, readonly OverrideProblem[]> {
  const wanted = contentOf(rules, situation.milestone);
  const { inForce } = situation;
  const begin = wanted.filter((content) => !inForce.some((kept) => isEqual(kept, content)));
  const end = inForce.filter((kept) => !wanted.some((content) => isEqual(kept, content)));
  const requires = [...begin, ...end].some(({ act }) => act !== 'NOTE');
  const problems = [...checkAction(rules, situation), ...begin.flatMap((content) => checkContent(content, situation))];
  if (requires) problems.push(...checkStatus(situation.status));
  return problems.length > 0 ? refuse(problems) : succeed({ end: end.map(({ id }) => id), begin, requires });
}

function contentOf({ action, units, due, note }: IndividualRules, milestone: MilestoneDefinition | null): OverrideContent[] {
  const milestoneKey = milestone?.key ?? null;
  const contents: OverrideContent[] = [];
  if (action === 'WAIVE' && milestoneKey !== null) contents.push({ act: 'WAIVE', milestoneKey });
  if (action === 'ADJUST' && units != null && milestoneKey !== null) contents.push({ act: 'ADJUST_UNITS', milestoneKey, units });
  if (action === 'ADJUST' && due != null) contents.push({ act: 'ADJUST_DUE', milestoneKey, due: due === 'NONE' ? null : due });
  if (note != null && note.trim() !== '') contents.push({ act: 'NOTE', milestoneKey, note: note.trim() });
  return contents;
}

function isEqual(a: OverrideContent, b: OverrideContent): boolean {
  switch (a.act) {
    case 'WAIVE': return b.act === a.act;
    case 'ADJUST_UNITS': return b.act === a.act && compareDecimals(a.units, b.units) === 0;
    case 'ADJUST_DUE': return b.act === a.act && a.due === b.due;
    case 'NOTE': return b.act === a.act && a.note === b.note;
  }
}

function checkAction({ action, units, due }: IndividualRules, { milestone }: OverrideSituation): OverrideProblem[] {
  if (milestone === null && (action === 'WAIVE' || units != null)) return [{ code: 'PLAN_HAS_DUE_ONLY', params: {} }];
  if (milestone?.key === WHOLE && action === 'ADJUST') return [{ code: 'CONTENT_IS_WHOLE', params: {} }];
  if (action === 'ADJUST' && units == null && due == null) return [{ code: 'NOTHING_TO_ADJUST', params: {} }];
  return [];
}

function checkContent(content: OverrideContent, { milestone, today }: OverrideSituation): OverrideProblem[] {
  if (content.act === 'ADJUST_DUE') {
    const isPast = content.due !== null && compareDates(content.due, today) < 0;
    return isPast ? [{ code: 'OVERRIDE_DUE_IN_PAST', params: { due: content.due } }] : [];
  }
  const problem = milestone === null ? checkNote(content) : checkOverride(content, milestone);
  return problem === undefined ? [] : [problem];
}

function checkStatus(status: EnrollmentStatus): OverrideProblem[] {
  if (status === 'COMPLETED') return [{ code: 'PLAN_COMPLETED', params: {} }];
  return status === 'WITHDRAWN' ? [{ code: 'PLAN_WITHDRAWN', params: {} }] : [];
}

/** Which acts a milestone knows: nothing of an elective can be waived or counted otherwise, and content by itself is required as a whole. */
export function overrideActions(milestone: MilestoneDefinition): readonly OverrideAction[] {
  if (milestone.key === WHOLE) return ['NO_ACTION', 'WAIVE'];
  return isElective(milestone) ? ['NO_ACTION', 'ADJUST'] : ['NO_ACTION', 'WAIVE', 'ADJUST'];
}
