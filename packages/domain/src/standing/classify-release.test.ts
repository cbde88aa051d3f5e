import { expect, test } from '@jest/globals';
import { CHANGING_RELEASE_CLASSES, classifyReleaseUndo, judgeRelease, type ReleaseClass, type ReleaseUndoSituation } from './classify-release.ts';
import type { ReleaseAct } from './change-release.ts';
import { evaluate } from './evaluate.ts';
import { prepareDefinition } from './prepare-definition.ts';
import type { Situation } from './standing-input.ts';
import { at, course, day, fact, id, key, milestone, plan, planFact, situation, source, waive } from './standing.testing.ts';

const onDay = (date: string) => ({ releaseRule: { kind: 'ON', date: day(date) } as const });
const steps = [milestone('A', 1, ['a']), milestone('B', 1, ['b'], onDay('2027-06-10')), milestone('C', 1, ['c'], onDay('2027-05-01'))];
const contents = ['a', 'b', 'c'].map((name) => course(name));
const by = (more: object) => ({ stepReleases: [{ milestoneKey: 'B', ...more }] });

/** What an act on step B, or another, comes to on 1 June. */
function judge(act: ReleaseAct, more: Partial<Situation> & { readonly releases?: object; readonly ordered?: boolean; readonly step?: string } = {}): ReleaseClass {
  const { releases, ordered = false, step = 'B', ...rest } = more;
  const prepared = prepareDefinition({ ...plan(steps), milestoneOrderEnforced: ordered }, contents);
  const base = situation({ now: at('2027-06-01'), ...rest });
  const all = { ...base, enrollment: { ...base.enrollment, ...releases } };
  const judged = judgeRelease(act, key(step), { prepared, situation: all, standing: evaluate(prepared, all) });
  expect(judged.change !== null).toBe(CHANGING_RELEASE_CLASSES.has(judged.class));
  return judged.class;
}
const held = by({ heldAt: at('2027-05-20') });
const begun = { itemStates: [{ learningObjectId: id('c'), state: 'IN_PROGRESS', progress: 0.5, startedAt: at('2027-05-20') }] } as const;

test.each<[string, ReleaseAct, Parameters<typeof judge>[1], ReleaseClass]>([
  ['waits for its day: it is held', 'HOLD', {}, 'HELD'],
  ['has it held already', 'HOLD', { releases: held }, 'UNCHANGED'],
  ['has it open', 'HOLD', { step: 'C' }, 'OPEN_ALREADY'],
  ['has begun it', 'HOLD', { step: 'C', ...begun }, 'BEGUN'],
  ['did it before it opened', 'HOLD', { facts: [fact('b', '2027-05-20')] }, 'STEP_DONE'],
  ['did it when it was open', 'HOLD', { step: 'C', facts: [fact('c', '2027-05-20')] }, 'STEP_DONE'],
  ['is exempt from it', 'HOLD', { overrides: [waive('B', '2027-05-20')] }, 'STEP_DONE'],
  ['has completed the plan', 'HOLD', { planFacts: [planFact('2027-05-20')] }, 'COMPLETED'],
  ['has lost the plan', 'HOLD', { sources: [source('ended', 'GROUP', '2027-01-01', { to: at('2027-05-01') })] }, 'WITHDRAWN'],
  ['is exempt from the plan', 'RELEASE', { overrides: ['A', 'B', 'C'].map((step) => waive(step, '2027-05-20')) }, 'SETTLED'],
  ['is on a version without it', 'HOLD', { step: 'D' }, 'OTHER_VERSION'],
  ['waits for its day: it opens', 'RELEASE', {}, 'RELEASED'],
  ['waits for the order as well: it opens and stays locked', 'RELEASE', { ordered: true }, 'RELEASED_LOCKED'],
  ['has it open: nothing', 'RELEASE', { step: 'C' }, 'OPEN_ALREADY'],
  ['has it held: it opens', 'RELEASE', { releases: held }, 'RELEASED'],
  ['has it held before its day: it waits again', 'RESUME', { releases: held }, 'RESUMED'],
  ['has it held past its day: it opens', 'RESUME', { releases: held, now: at('2027-06-12') }, 'RESUMED_OPEN'],
  ['has no hold', 'RESUME', {}, 'UNCHANGED'],
])('an act on a step: who %s (%s) [C3, C16, 2.2]', (_, act, more, expected) => expect(judge(act, more)).toBe(expected));

const undone: ReleaseUndoSituation = { latest: true, plan: 'IN_PROGRESS', step: 'AVAILABLE', opened: true, seen: false };
test.each<[string, Partial<ReleaseUndoSituation>, string]>([
  ['has not seen the step', {}, 'TAKEN_BACK'],
  ['has seen it open', { seen: true }, 'LEFT_OPEN'],
  ['has begun it', { step: 'IN_PROGRESS' }, 'LEFT_OPEN'],
  ['had it held, and has seen it before', { opened: false, seen: true, step: 'NOT_RELEASED' }, 'TAKEN_BACK'],
  ['had something else done with it since', { latest: false }, 'LEFT_CHANGED_SINCE'],
  ['has done it since', { step: 'COMPLETED' }, 'LEFT_CHANGED_SINCE'],
  ['is on a version without it by now', { step: null }, 'LEFT_CHANGED_SINCE'],
  ['has completed the plan since', { plan: 'COMPLETED' }, 'LEFT_CHANGED_SINCE'],
])('an act on a step taken back: who %s [2.0.6, 2.2]', (_, more, expected) => expect(classifyReleaseUndo({ ...undone, ...more })).toBe(expected));

