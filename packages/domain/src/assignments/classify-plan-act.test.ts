import { expect, test } from '@jest/globals';
import { classifyPlanActUndo, classifySetDue, classifyUnassign, classifyWaive, type SetDueSituation, type UnassignSituation, type WaiveSituation } from './classify-plan-act.ts';

const assigned: UnassignSituation = { status: 'IN_PROGRESS', assigned: true, own: false, ruled: false };
test.each<[string, Partial<UnassignSituation>, string]>([
  ['has it by an assignment', {}, 'UNASSIGNED'],
  ['has it by a rule that goes on: not given again until lifted', { ruled: true }, 'SUPPRESSED'],
  ['a rule goes on and it was taken up as well', { ruled: true, own: true }, 'SUPPRESSED'],
  ['took it up as well, and keeps it so [L38]', { own: true }, 'KEPT_BY_THEMSELVES'],
  ['only took it up', { assigned: false, own: true }, 'NOT_ASSIGNED'],
  ['has lost it before', { assigned: false, status: 'WITHDRAWN' }, 'NOT_ASSIGNED'],
  ['completed it', { status: 'COMPLETED', ruled: true }, 'COMPLETED'],
  ['is exempt', { status: 'EXEMPT' }, 'UNASSIGNED'],
])('taken away by hand: who %s [2.5]', (_, more, expected) => expect(classifyUnassign({ ...assigned, ...more })).toBe(expected));

const open: SetDueSituation = { status: 'NOT_STARTED', grouped: false, same: false, past: false };
test.each<[string, Partial<SetDueSituation>, string]>([
  ['has it individually', {}, 'CHANGED'],
  ['has it through a group, and leaves it', { grouped: true }, 'CHANGED_AND_DETACHED'],
  ['has that date already', { same: true, grouped: true }, 'UNCHANGED'],
  ['is where that day has passed', { past: true, same: true }, 'DUE_IN_PAST'],
  ['completed it', { status: 'COMPLETED' }, 'COMPLETED'],
  ['no longer has it', { status: 'WITHDRAWN', past: true }, 'WITHDRAWN'],
])('an individual due date: who %s [L43, L44, 2.4]', (_, more, expected) => expect(classifySetDue({ ...open, ...more })).toBe(expected));

const asked: WaiveSituation = { status: 'IN_PROGRESS', grouped: false, waived: false, milestone: 'AVAILABLE' };
test.each<[string, Partial<WaiveSituation>, string]>([
  ['has it individually', {}, 'CHANGED'],
  ['has it through a group, and leaves it', { grouped: true }, 'CHANGED_AND_DETACHED'],
  ['waits for it', { milestone: 'LOCKED' }, 'CHANGED'],
  ['was waived before', { waived: true, milestone: 'WAIVED', grouped: true }, 'UNCHANGED'],
  ['did it already', { milestone: 'COMPLETED' }, 'MILESTONE_DONE'],
  ['is on a version without it', { milestone: null }, 'OTHER_VERSION'],
  ['completed the plan', { status: 'COMPLETED', milestone: 'COMPLETED' }, 'COMPLETED'],
  ['no longer has it', { status: 'WITHDRAWN' }, 'WITHDRAWN'],
])('a waiver: who %s [L42, L44, R1]', (_, more, expected) => expect(classifyWaive({ ...asked, ...more })).toBe(expected));

test.each([
  [true, false, 'IN_PROGRESS', 'TAKEN_BACK'],
  [true, false, 'WITHDRAWN', 'TAKEN_BACK'],
  [false, false, 'IN_PROGRESS', 'LEFT_CHANGED_SINCE'],
  [true, true, 'IN_PROGRESS', 'LEFT_CHANGED_SINCE'],
  [true, false, 'COMPLETED', 'LEFT_CHANGED_SINCE'],
] as const)('taken back when changed %s, touched since %s and %s: %s [2.0.6]', (changed, touchedSince, status, expected) =>
  expect(classifyPlanActUndo({ changed, touchedSince, status })).toBe(expected));
