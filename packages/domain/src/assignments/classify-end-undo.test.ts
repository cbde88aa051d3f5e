import { expect, test } from '@jest/globals';
import { classifyEndUndo, type EndUndoSituation } from './classify-end-undo.ts';

const base: EndUndoSituation = { outcome: 'ENDED', isAsLeft: true, touchedSince: false, isCurrent: true, status: 'WITHDRAWN', isTakenBack: false };

test.each<[string, Partial<EndUndoSituation>, string]>([
  ['who lost it has it again', {}, 'TAKEN_BACK'],
  ['who has it for another reason has this one again', { status: 'IN_PROGRESS' }, 'TAKEN_BACK'],
  ['who kept it belongs to the assignment again', { outcome: 'KEPT', status: 'IN_PROGRESS' }, 'TAKEN_BACK'],
  ['who had completed it belongs to it again', { outcome: 'KEPT', status: 'COMPLETED' }, 'TAKEN_BACK'],
  ['completed since for another reason: left', { status: 'COMPLETED' }, 'LEFT_CHANGED_SINCE'],
  ['what they had is no longer as the end left it', { isAsLeft: false }, 'LEFT_CHANGED_SINCE'],
  ['given, taken or settled by something else since', { touchedSince: true }, 'LEFT_CHANGED_SINCE'],
  ['kept, and settled by something else since', { outcome: 'KEPT', status: 'IN_PROGRESS', touchedSince: true }, 'LEFT_CHANGED_SINCE'],
  ['has begun a new cycle since', { outcome: 'KEPT', status: 'COMPLETED', isCurrent: false }, 'LEFT_CHANGED_SINCE'],
  ['the assignment was taken back altogether', { isTakenBack: true }, 'LEFT_CHANGED_SINCE'],
])('the end of an assignment is taken back: %s [2.0.6]', (_, more, expected) => expect(classifyEndUndo({ ...base, ...more })).toBe(expected));
