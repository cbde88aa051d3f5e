import type { Instant } from '../shared/calendar.ts';
import { sayMessage, type Catalog, type Language, type Message } from '../shared/message.ts';
import { refuse, succeed, type Result } from '../shared/result.ts';
import type { EnrollmentStatus, MilestoneStanding } from './standing.ts';

/** What can be done by hand with a step of one person: hold it, leave it to its schedule again, or open it before its day. */
export type ReleaseAct = 'HOLD' | 'RESUME' | 'RELEASE';

export type ReleaseProblemShapes = {
  STEP_OPEN: {};
  STEP_DONE: {};
  STEPS_SETTLED: {};
};
export type ReleaseProblem = Message<ReleaseProblemShapes>;

/** What is kept of the hand's doing: exactly one of them, or neither when the schedule decides. */
export interface ReleaseChange {
  readonly heldAt: Instant | null;
  readonly releasedAt: Instant | null;
}

/**
 * Works out what an act does to a step as it stands; null: it is so already. What has opened is never closed again (2.2), what is
 * completed or waived waits for nothing, and of a plan that is over nothing is held or opened (C3, C16).
 */
export function changeRelease(act: ReleaseAct, plan: EnrollmentStatus, step: Pick<MilestoneStanding, 'status' | 'released' | 'held'>, now: Instant): Result<ReleaseChange | null, ReleaseProblem> {
  if (plan !== 'NOT_STARTED' && plan !== 'IN_PROGRESS') return refuse({ code: 'STEPS_SETTLED', params: {} });
  if (step.released) return act === 'HOLD' ? refuse({ code: 'STEP_OPEN', params: {} }) : succeed(null);
  if (act === 'RESUME') return succeed(step.held ? { heldAt: null, releasedAt: null } : null);
  if (step.status !== 'NOT_RELEASED') return refuse({ code: 'STEP_DONE', params: {} });
  if (act === 'RELEASE') return succeed({ heldAt: null, releasedAt: now });
  return succeed(step.held ? null : { heldAt: now, releasedAt: null });
}

/** What stands against holding or opening a step. */
export const releaseProblemCatalog: Catalog<ReleaseProblemShapes> = {
  STEP_OPEN: { en: () => 'This step is open for this person already: what has opened stays open.', 'zh-CN': () => '此步骤已对此人开放：已开放的步骤不会再关闭。' },
  STEP_DONE: { en: () => 'This person has completed this step or is exempt from it: there is nothing to hold or to open.', 'zh-CN': () => '此人已完成或已豁免此步骤，无需暂缓或提前开放。' },
  STEPS_SETTLED: { en: () => 'The plan is over for this person: none of its steps can be held or opened.', 'zh-CN': () => '此计划对此人已结束，无法再暂缓或提前开放其中的步骤。' },
};

/** Why a step cannot be held or opened, in words. */
export function sayReleaseProblem(problem: ReleaseProblem, language: Language): string {
  return sayMessage(releaseProblemCatalog, problem, language);
}
