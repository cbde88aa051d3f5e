import type { AudienceExpression, AudienceFacts, AudienceNames } from '../audiences/audience-expression.ts';
import { describeAudience } from '../audiences/describe-audience.ts';
import { matchesAudience } from '../audiences/matches-audience.ts';
import type { PlanState } from '../learning-plans/plan-lifecycle.ts';
import type { CalendarDate } from '../shared/calendar.ts';
import type { Language } from '../shared/message.ts';
import { sayAbsenceMessage, type AbsenceMessage } from './absence-messages.ts';
import type { AssignmentState } from './assignment.ts';

/** A cause by which somebody had a plan, and how it ended. */
export interface LostSource {
  /** Null: named by hand without an assignment, or taken up by themselves. */
  readonly assignment: { readonly number: number; readonly name: string } | null;
  readonly on: CalendarDate;
  readonly by: string | null;
  readonly because: string | null;
  /** Taken away by hand although a rule still matches, and why. */
  readonly suppressedBecause: string | null;
}

/** What decides why somebody has not a plan. */
export interface AbsenceFacts {
  readonly person: AudienceFacts;
  readonly lifecycle: PlanState;
  /** Whether the person could find the plan and take it up. */
  readonly findable: boolean;
  /** The latest first. */
  readonly lost: readonly LostSource[];
  /** All assignments of the plan; without an audience: those of a list of people. */
  readonly assignments: readonly { readonly number: number; readonly name: string; readonly state: AssignmentState; readonly audience: AudienceExpression | null }[];
}

/** A reason why not, and what it rests on: a message, or a part of an audience that the person fails. */
export interface AbsenceNode {
  readonly message: AbsenceMessage;
  /** FAILS: the part of the audience. */
  readonly audience: AudienceExpression | null;
  readonly because: readonly AbsenceNode[];
}

/**
 * Why somebody has not a plan (ambition 1), the reason that weighs most first: what was taken away › the person or the plan is out of use ›
 * no assignment reaches them, each with the parts of its audience that they fail › whether they could take it up themselves.
 */
export function explainAbsence({ person, lifecycle, findable, lost, assignments }: AbsenceFacts): readonly AbsenceNode[] {
  const reasons = lost.map(explainLost);
  if (person.status !== 'ACTIVE') reasons.push(node({ code: 'PERSON_INACTIVE', params: { left: person.status === 'LEFT' } }));
  if (lifecycle !== 'ACTIVE') reasons.push(node({ code: 'PLAN_OUT_OF_USE', params: { draft: lifecycle === 'DRAFT' } }));
  const known = new Set(lost.map(({ assignment }) => assignment?.number));
  const others = assignments.filter(({ number }) => !known.has(number));
  if (others.length === 0 && lost.length === 0) reasons.push(node({ code: 'NEVER_ASSIGNED', params: {} }));
  for (const { number, name, state, audience } of others) {
    const params = { number, name };
    if (audience === null) reasons.push(node({ code: 'NOT_ON_LIST', params }));
    else if (matchesAudience(audience, person)) reasons.push(node({ code: isOver(state) ? 'ASSIGNMENT_OVER' : 'NOT_REACHED_YET', params }));
    else reasons.push(node({ code: 'NOT_IN_AUDIENCE', params }, null, failingParts(audience, person).map((part) => node({ code: 'FAILS', params: { condition: '' } }, part))));
  }
  reasons.push(node({ code: findable ? 'COULD_TAKE_IT_UP' : 'NOT_VISIBLE', params: {} }));
  return reasons;
}

/** The smallest parts of an audience by which somebody is not in it. */
export function failingParts(expression: AudienceExpression, person: AudienceFacts): readonly AudienceExpression[] {
  if (person.status !== 'ACTIVE' || matchesAudience(expression, person)) return [];
  return expression.kind === 'AND' || expression.kind === 'OR' ? expression.operands.flatMap((operand) => failingParts(operand, person)) : [expression];
}

/** A reason in words. */
export function sayAbsence({ message, audience }: AbsenceNode, names: AudienceNames, language: Language): string {
  const said: AbsenceMessage = audience === null ? message : { code: 'FAILS', params: { condition: describeAudience(audience, names, language) } };
  return sayAbsenceMessage(said, language);
}

function isOver(state: AssignmentState): boolean {
  return state === 'DONE' || state === 'ENDED' || state === 'CANCELLED' || state === 'INACTIVE';
}

function explainLost({ assignment, on, by, because, suppressedBecause }: LostSource): AbsenceNode {
  const name = assignment && `“${assignment.name}” (#${assignment.number})`;
  if (suppressedBecause !== null) return node({ code: 'SUPPRESSED', params: { name, on, by, reason: suppressedBecause } });
  return node({ code: 'LOST', params: { name, on, by, how: because ?? '' } });
}

function node(message: AbsenceMessage, audience: AudienceExpression | null = null, because: readonly AbsenceNode[] = []): AbsenceNode {
  return { message, audience, because };
}
