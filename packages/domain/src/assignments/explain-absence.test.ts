import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AudienceExpression, AudienceFacts } from '../audiences/audience-expression.ts';
import { matchesAudience } from '../audiences/matches-audience.ts';
import { calendarDate } from '../shared/calendar.ts';
import { expectCatalogIsComplete } from '../shared/catalog.testing.ts';
import { absenceCatalog } from './absence-messages.ts';
import { explainAbsence, failingParts, sayAbsence, type AbsenceFacts } from './explain-absence.ts';

const groups = (...ids: string[]): AudienceExpression => ({ kind: 'GROUPS', groupIds: ids as never });
const speaking = (language: string): AudienceExpression => ({ kind: 'LANGUAGES', languages: [language] });
const mia: AudienceFacts = { personId: 'mia' as never, status: 'ACTIVE', groupIds: ['sales' as never], departments: [], positionIds: [], jobRoleIds: [], language: 'en' };
const none: AbsenceFacts = { person: mia, lifecycle: 'ACTIVE', findable: false, lost: [], assignments: [] };
const given = (audience: AudienceExpression | null, state: AbsenceFacts['assignments'][number]['state'] = 'DONE') => ({ number: 7, name: 'Academy', state, audience });
const codes = (more: Partial<AbsenceFacts>) => explainAbsence({ ...none, ...more }).map(({ message, because }) => [message.code, ...because.map(({ audience }) => audience)]);
const lost = { assignment: { number: 7, name: 'Academy' }, on: calendarDate('2027-05-01'), by: 'Ada', because: 'UNASSIGNED', suppressedBecause: null };

test.each<[string, Partial<AbsenceFacts>, readonly unknown[]]>([
  ['never assigned to anybody', {}, [['NEVER_ASSIGNED'], ['NOT_VISIBLE']]],
  ['in no audience: the leaf that fails is told', { assignments: [given({ kind: 'AND', operands: [groups('sales'), speaking('zh')] })] }, [['NOT_IN_AUDIENCE', speaking('zh')], ['NOT_VISIBLE']]],
  ['of alternatives each', { assignments: [given({ kind: 'OR', operands: [groups('it'), speaking('zh')] })] }, [['NOT_IN_AUDIENCE', groups('it'), speaking('zh')], ['NOT_VISIBLE']]],
  ['excluded', { assignments: [given({ kind: 'NOT', operand: groups('sales') })] }, [['NOT_IN_AUDIENCE', { kind: 'NOT', operand: groups('sales') }], ['NOT_VISIBLE']]],
  ['not on the list of an assignment', { assignments: [given(null)] }, [['NOT_ON_LIST'], ['NOT_VISIBLE']]],
  ['joined after it was carried out', { assignments: [given(groups('sales'))] }, [['ASSIGNMENT_OVER'], ['NOT_VISIBLE']]],
  ['on its way', { assignments: [given(groups('sales'), 'APPLYING')] }, [['NOT_REACHED_YET'], ['NOT_VISIBLE']]],
  ['taken away by hand, told once', { lost: [lost], assignments: [given(groups('sales'))] }, [['LOST'], ['NOT_VISIBLE']]],
  ['suppressed', { lost: [{ ...lost, suppressedBecause: 'On leave' }] }, [['SUPPRESSED'], ['NOT_VISIBLE']]],
  ['has left', { person: { ...mia, status: 'LEFT' }, assignments: [given(groups('sales'))] }, [['PERSON_INACTIVE'], ['NOT_IN_AUDIENCE'], ['NOT_VISIBLE']]],
  ['a plan out of use', { lifecycle: 'INACTIVE', findable: true }, [['PLAN_OUT_OF_USE'], ['NEVER_ASSIGNED'], ['COULD_TAKE_IT_UP']]],
])('%s [ambition 1]', (_, more, expected) => expect(codes(more)).toEqual(expected));

test('somebody fails a part exactly if they are not in the audience, and fails each part that is told', () => {
  const { expression } = fc.letrec<{ expression: AudienceExpression }>((tie) => ({
    expression: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(groups('sales'), groups('it'), speaking('en'), speaking('zh')),
      fc.record({ kind: fc.constantFrom('AND' as const, 'OR' as const), operands: fc.array(tie('expression'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ kind: fc.constant('NOT' as const), operand: tie('expression') }),
    ),
  }));
  fc.assert(
    fc.property(expression, (audience) => {
      const parts = failingParts(audience, mia);
      expect(parts.length === 0).toBe(matchesAudience(audience, mia));
      for (const part of parts) expect(matchesAudience(part, mia)).toBe(false);
    }),
  );
});

test('every reason is said in both languages', () => {
  const numbered = { number: 7, name: 'Academy' };
  expectCatalogIsComplete(absenceCatalog, {
    SUPPRESSED: [{ name: null, on: '2027-05-01', by: null, reason: 'On leave' }, { name: 'x', on: '2027-05-01', by: 'Ada', reason: 'y' }],
    LOST: [{ name: null, on: '2027-05-01', by: null, how: 'UNDONE' }, { name: 'x', on: '2027-05-01', by: 'Ada', how: '?' }],
    PERSON_INACTIVE: [{ left: true }, { left: false }], PLAN_OUT_OF_USE: [{ draft: true }, { draft: false }], NEVER_ASSIGNED: {},
    NOT_IN_AUDIENCE: numbered, NOT_ON_LIST: numbered, ASSIGNMENT_OVER: numbered, NOT_REACHED_YET: numbered, FAILS: { condition: 'x' }, COULD_TAKE_IT_UP: {}, NOT_VISIBLE: {},
  });
  const [reason] = explainAbsence({ ...none, assignments: [given(groups('it'))] });
  expect(sayAbsence(reason.because[0], { groups: { it: 'IT' } }, 'en')).toContain('IT');
  expect(sayAbsence(explainAbsence({ ...none, lost: [lost] })[0], {}, 'en')).toBe('Had it by “Academy” (#7) until May 1, 2027: removed by hand, by Ada');
});
