import { describe, expect, test } from '@jest/globals';
import { classifyUndo, type UndoSituation } from './classify-undo.ts';

const applied: UndoSituation = { outcome: 'APPLIED', state: 'APPLIED', status: 'NOT_STARTED', hasOtherSource: false };

describe('what taking an assignment back does to one person [2.0.6]', () => {
  test.each<[string, Partial<UndoSituation>, string]>([
    ['nothing was begun', {}, 'TAKEN_BACK'],
    ['an exception was begun by nobody', { outcome: 'EXCEPTION', state: 'EXCEPTION' }, 'TAKEN_BACK'],
    ['begun since', { status: 'IN_PROGRESS' }, 'LEFT_CHANGED_SINCE'],
    ['completed since', { status: 'COMPLETED' }, 'LEFT_CHANGED_SINCE'],
    ['begun, and had for another reason too', { status: 'IN_PROGRESS', hasOtherSource: true }, 'TAKEN_BACK'],
    ['joined to what was there', { outcome: 'MERGED', state: 'MERGED', status: 'IN_PROGRESS', hasOtherSource: true }, 'TAKEN_BACK'],
    ['a conflict that has taken over since', { outcome: 'CONFLICT', state: 'APPLIED' }, 'LEFT_CHANGED_SINCE'],
    ['detached by an override since [L44]', { state: 'DETACHED' }, 'LEFT_CHANGED_SINCE'],
    ['completed before, and still [S4]', { outcome: 'SKIPPED_ALREADY_COMPLETED', state: 'SKIPPED_ALREADY_COMPLETED', status: 'COMPLETED', hasOtherSource: true }, 'TAKEN_BACK'],
    ['no longer there', { state: null, status: null }, 'LEFT_CHANGED_SINCE'],
  ])('%s', (_, more, expected) => expect(classifyUndo({ ...applied, ...more })).toBe(expected));
});
