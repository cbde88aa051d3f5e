import { describe, expect, test } from '@jest/globals';
import { decideLeave, type LeaveSituation } from './decide-leave.ts';

const begun: LeaveSituation = { status: 'IN_PROGRESS', hasOtherSource: false, onLeave: 'KEEP_IF_STARTED' };

describe('whoever leaves the audience of a dynamic assignment [2.5, L55, L56]', () => {
  test.each<[string, Partial<LeaveSituation>, string]>([
    ['keeps what they have begun, by default', {}, 'KEPT'],
    ['loses what they have not begun, by default', { status: 'NOT_STARTED' }, 'ENDED'],
    ['keeps all where the assignment says so', { status: 'NOT_STARTED', onLeave: 'KEEP' }, 'KEPT'],
    ['loses also what was begun where it says so', { onLeave: 'REMOVE' }, 'ENDED'],
    ['has it by another reason: only this one ends', { hasOtherSource: true }, 'ENDED'],
    ['has it by another reason, whatever the policy', { hasOtherSource: true, onLeave: 'KEEP' }, 'ENDED'],
    ['keeps what is completed, whatever the policy', { status: 'COMPLETED', onLeave: 'REMOVE', hasOtherSource: true }, 'KEPT'],
    ['keeps an exemption', { status: 'EXEMPT', onLeave: 'REMOVE' }, 'KEPT'],
    ['keeps what the plan’s end has closed', { status: 'NOT_COMPLETED', onLeave: 'REMOVE' }, 'KEPT'],
    ['has lost it already', { status: 'WITHDRAWN', onLeave: 'KEEP' }, 'ENDED'],
  ])('%s', (_, more, expected) => expect(decideLeave({ ...begun, ...more })).toBe(expected));
});
