import { describe, expect, test } from '@jest/globals';
import type { ContentDefinition, MilestoneDefinition } from '../learning-plans/plan-definition.ts';
import { instant } from '../shared/calendar.ts';
import { decimal } from '../shared/decimal.ts';
import type { ExamInstanceId, FactId } from '../shared/ids.ts';
import { adjustDue, adjustUnits, at, course, creditMilestone, credits, day, fact, id, milestone, plan, session, situation, stand, waive } from './standing.testing.ts';
import type { Situation } from './standing-input.ts';

/** The standing of the first milestone of a plan. */
function one(definition: MilestoneDefinition, input: Partial<Situation>, contents: readonly ContentDefinition[] = []) {
  const [standing] = stand(plan([definition]), situation(input), contents).milestones;
  if (standing === undefined) throw new Error('no milestone');
  return standing;
}

const twoOfThree = milestone('M', 2, ['A', 'B', 'C']);
const A = fact('A', '2027-02-01');
const B = fact('B', '2027-03-01');
const C = fact('C', '2027-04-01');

describe('requirement of a milestone', () => {
  test('a waived one that facts do not meet is WAIVED on the day of the waiver and earns nothing [R1, L42]', () =>
    expect(one(twoOfThree, { overrides: [waive('M', '2027-02-05')] })).toMatchObject({ status: 'WAIVED', satisfiedOn: '2027-02-05', metOn: null, unitsEarned: '0', progress: 1, waived: true }));

  test('a waived one counts no facts, so long as they do not meet it [R1]', () =>
    expect(one(twoOfThree, { overrides: [waive('M', '2027-02-05')], facts: [A] })).toMatchObject({ status: 'WAIVED', unitsEarned: '0', countedFacts: [] }));

  test('a waived one that facts meet is COMPLETED [R1, 2.2]', () =>
    expect(one(twoOfThree, { overrides: [waive('M', '2027-02-05')], facts: [A, B] })).toMatchObject({ status: 'COMPLETED', satisfiedOn: '2027-02-05', metOn: '2027-03-01', waived: true }));

  test('a waiver is dated by the day of the learner', () =>
    expect(one(twoOfThree, { overrides: [waive('M', '2027-02-05T20:00:00Z')], person: { zone: 'Asia/Tokyo' } }).satisfiedOn).toBe('2027-02-06'));

  test('of two waivers the first counts', () =>
    expect(one(twoOfThree, { overrides: [waive('M', '2027-03-05'), waive('M', '2027-02-05')] }).satisfiedOn).toBe('2027-02-05'));

  test('an elective is never required, and done when all its items are [R2, L26, L52]', () => {
    const elective = milestone('E', null, ['A', 'B']);
    expect(one(elective, {})).toMatchObject({ status: 'AVAILABLE', elective: true, progress: null, unitsRequired: '2', unitsEarned: '0' });
    expect(one(elective, { facts: [A] })).toMatchObject({ status: 'IN_PROGRESS', unitsEarned: '1', satisfiedOn: null, metOn: null });
    expect(one(elective, { facts: [B, A] })).toMatchObject({ status: 'ELECTIVE_DONE', unitsEarned: '2', satisfiedOn: null, metOn: '2027-03-01' });
    expect(one(milestone('E', null, []), {})).toMatchObject({ status: 'AVAILABLE', metOn: null });
  });

  test('sessions are complete on the first day on which there were enough [R3]', () =>
    expect(one(twoOfThree, { facts: [C, B, A] })).toMatchObject({ status: 'COMPLETED', metOn: '2027-03-01', satisfiedOn: '2027-03-01', unitsEarned: '3', unitsRequired: '2', progress: 1, countedFacts: [A.id, B.id, C.id] }));

  test('enough sessions without a mandatory one are not enough [R3, 2.1]', () => {
    const mandatory = milestone('M', 2, ['A', 'B', 'C!']);
    expect(one(mandatory, { facts: [A, B] })).toMatchObject({ status: 'IN_PROGRESS', unitsEarned: '2', metOn: null, progress: 0.9999 });
    expect(one(mandatory, { facts: [A, B, C] })).toMatchObject({ status: 'COMPLETED', metOn: '2027-04-01' });
    expect(one(mandatory, { facts: [fact('C', '2027-01-05'), B, A] })).toMatchObject({ status: 'COMPLETED', metOn: '2027-02-01' });
    expect(one(milestone('M', 1, ['A!', 'B!']), { facts: [A] }).metOn).toBeNull();
    expect(one(milestone('M', 1, ['A!', 'B!']), { facts: [B, A] }).metOn).toBe('2027-03-01');
  });

  test('some of it makes it IN_PROGRESS [R4]', () => {
    expect(one(twoOfThree, { facts: [A] })).toMatchObject({ status: 'IN_PROGRESS', unitsEarned: '1', unitsRequired: '2', progress: 0.5 });
    expect(one(twoOfThree, { itemStates: [{ learningObjectId: id('A'), state: 'IN_PROGRESS', progress: 0.3 }] })).toMatchObject({ status: 'IN_PROGRESS', unitsEarned: '0', progress: 0 });
    expect(one(twoOfThree, { itemStates: [{ learningObjectId: id('A'), state: 'NOT_STARTED', progress: 0 }] }).status).toBe('AVAILABLE');
    expect(one(twoOfThree, { itemStates: [{ learningObjectId: id('elsewhere'), state: 'IN_PROGRESS', progress: 0.3 }] }).status).toBe('AVAILABLE');
  });

  const cpe = [course('A', credits({ CPE: '0.1', LAW: 5 })), course('B', credits({ CPE: '0.2' })), course('C', credits({ LAW: 9 }))];

  test('credits of the type count exactly, without rounding [R5, L26]', () => {
    const three = creditMilestone('M', '0.3', ['A', 'B', 'C'], { creditType: 'CPE' });
    expect(one(three, { facts: [A, B] }, cpe)).toMatchObject({ status: 'COMPLETED', unitsEarned: '0.3', metOn: '2027-03-01' });
    expect(one(three, { facts: [A, C] }, cpe)).toMatchObject({ status: 'IN_PROGRESS', unitsEarned: '0.1', progress: 0.3333, countedFacts: [A.id] });
    expect(one(creditMilestone('M', '0.3001', ['A', 'B'], { creditType: 'CPE' }), { facts: [A, B] }, cpe)).toMatchObject({ status: 'IN_PROGRESS', progress: 0.9996 });
  });

  test('credits of a milestone without a type are all credits, and a mandatory item must be among them [R5]', () => {
    expect(one(creditMilestone('M', '5.3', ['A', 'B']), { facts: [A, B] }, cpe)).toMatchObject({ status: 'COMPLETED', unitsEarned: '5.3' });
    expect(one(creditMilestone('M', 5, ['A', 'B!']), { facts: [A] }, cpe)).toMatchObject({ status: 'IN_PROGRESS', metOn: null });
  });

  test('credits written into the fact replace those of the course; lines of one type add up [R5]', () => {
    const given = { credits: [{ creditType: 'CPE', amount: decimal('2') }, { creditType: 'CPE', amount: decimal('1.5') }] };
    expect(one(creditMilestone('M', '3.5', ['A'], { creditType: 'CPE' }), { facts: [fact('A', '2027-02-01', given)] }, cpe)).toMatchObject({ status: 'COMPLETED', unitsEarned: '3.5' });
  });

  test.each<[string, Partial<Situation>, string | null]>([
    ['lowered after the facts', { facts: [A], overrides: [adjustUnits('M', 1, '2027-05-01')] }, '2027-05-01'],
    ['lowered before the facts', { facts: [A], overrides: [adjustUnits('M', 1, '2027-01-15')] }, '2027-02-01'],
    ['lowered when it was met already', { facts: [A, B], overrides: [adjustUnits('M', 1, '2027-05-01')] }, '2027-03-01'],
    ['raised and met', { facts: [A, B, C], overrides: [adjustUnits('M', 3, '2027-05-01')] }, '2027-04-01'],
    ['raised and not met', { facts: [A, B], overrides: [adjustUnits('M', 3, '2027-05-01')] }, null],
    ['adjusted twice: the latest holds', { facts: [A, B], overrides: [adjustUnits('M', 3, '2027-05-02'), adjustUnits('M', 1, '2027-05-01')] }, null],
    ['adjusted twice, told in the other order', { facts: [A, B], overrides: [adjustUnits('M', 1, '2027-05-01'), adjustUnits('M', 3, '2027-05-02')] }, null],
    ['adjusted in the future', { facts: [A], overrides: [adjustUnits('M', 1, '2027-07-01')] }, null],
  ])('adjusted units are compared instead, never before the adjustment: %s [R6, L43]', (_, input, metOn) => expect(one(twoOfThree, input).metOn).toBe(metOn));

  test('an adjusted due date changes nothing but the due date [R7]', () => {
    const { effectiveDue, ...rest } = one(twoOfThree, { facts: [A], overrides: [adjustDue('M', '2027-09-09', '2027-02-02')] });
    const { effectiveDue: before, ...same } = one(twoOfThree, { facts: [A] });
    expect(rest).toEqual(same);
    expect([before, effectiveDue?.date]).toEqual([null, '2027-09-09']);
  });

  test('No Action removes waiver and adjustment, and the facts decide again [R8, L41]', () => {
    const ended = [waive('M', '2027-02-05', '2027-03-05'), adjustUnits('M', 1, '2027-02-05', '2027-03-05')];
    expect(one(twoOfThree, { facts: [A], overrides: ended })).toEqual(one(twoOfThree, { facts: [A] }));
    expect(one(twoOfThree, { overrides: [waive('M', '2027-02-05', '2027-06-01')] }).status).toBe('AVAILABLE');
    expect(one(twoOfThree, { overrides: [waive('M', '2027-06-01')] }).status).toBe('WAIVED');
  });
});

describe('what counts as a unit', () => {
  const sessions = [session('s1'), session('s2'), session('s3')];
  const attended = (s: string, on: string) => fact('A', on, { id: `${s}@${on}` as FactId, sessionId: session(s) });

  test('a course attended is one [E1]', () => expect(one(milestone('M', 1, ['A']), { facts: [attended('s1', '2027-02-01')] }, [course('A', { sessionIds: [session('s1')] })]).unitsEarned).toBe('1'));

  test('sessions to choose from are one in total [E2]', () =>
    expect(one(milestone('M', 2, ['A']), { facts: [attended('s1', '2027-02-01'), attended('s2', '2027-02-02')] }, [course('A', { sessionIds: sessions, sessionCounting: 'ALTERNATIVES' })])).toMatchObject({ unitsEarned: '1', status: 'IN_PROGRESS' }));

  const parts = [course('A', { sessionIds: sessions, sessionCounting: 'PARTS' })];

  test('parts are one each, and each once [E3]', () => {
    const two = [attended('s1', '2027-02-01'), attended('s1', '2027-02-03'), attended('s2', '2027-02-02')];
    expect(one(milestone('M', 3, ['A']), { facts: two }, parts)).toMatchObject({ unitsEarned: '2', status: 'IN_PROGRESS', items: [{ state: 'IN_PROGRESS', progress: 0.6666, completedOn: null }] });
    expect(one(milestone('M', 2, ['A']), { facts: two }, parts)).toMatchObject({ status: 'COMPLETED', metOn: '2027-02-02' });
    expect(one(milestone('M', 2, ['A!']), { facts: two }, parts)).toMatchObject({ status: 'IN_PROGRESS', metOn: null });
    expect(one(milestone('M', 3, ['A!']), { facts: [...two, attended('s3', '2027-02-09')] }, parts)).toMatchObject({ status: 'COMPLETED', metOn: '2027-02-09', items: [{ state: 'COMPLETED', completedOn: '2027-02-09' }] });
  });

  test('a completion of the whole is all its parts [E3, E10]', () => {
    expect(one(milestone('M', 3, ['A']), { facts: [attended('s1', '2027-02-01'), fact('A', '2027-02-05')] }, parts)).toMatchObject({ unitsEarned: '3', metOn: '2027-02-05' });
    expect(one(milestone('M', 3, ['A']), { facts: [fact('A', '2027-02-05'), attended('s1', '2027-02-06')] }, parts)).toMatchObject({ unitsEarned: '3', countedFacts: ['A@2027-02-05'] });
  });

  const activity = course('A', { kind: 'ACTIVITY', ...credits({ CPE: 3 }) });
  test('an activity is one session [E4, L18]', () => expect(one(milestone('M', 1, ['A']), { facts: [A] }, [activity]).status).toBe('COMPLETED'));
  test('an activity has no credits [E5, L31, L54]', () => expect(one(creditMilestone('M', 1, ['A']), { facts: [A] }, [activity])).toMatchObject({ unitsEarned: '0', metOn: null }));

  test('an activity has no credits, not even such as its fact claims [E5]', () => {
    const claimed = fact('A', '2027-02-01', { credits: [{ creditType: 'CPE', amount: decimal(3) }] });
    expect(one(creditMilestone('M', 1, ['A']), { facts: [claimed] }, [activity])).toMatchObject({ unitsEarned: '0', metOn: null });
  });

  test('the same item twice is one, the first time [E6]', () => {
    expect(one(twoOfThree, { facts: [fact('A', '2027-03-03'), A] })).toMatchObject({ unitsEarned: '1', items: [{ state: 'COMPLETED', progress: 1, completedOn: '2027-02-01', factId: A.id, attemptsLeft: null, locked: null }, { progress: 0, attemptsLeft: null }, {}] });
    const twice = [fact('A', '2027-02-01', { credits: [{ creditType: 'X', amount: decimal(1) }] }), fact('A', '2027-03-01', { credits: [{ creditType: 'X', amount: decimal(3) }] }), fact('A', '2027-04-01', { credits: [{ creditType: 'X', amount: decimal(2) }] })];
    expect(one(creditMilestone('M', 3, ['A']), { facts: twice })).toMatchObject({ unitsEarned: '3', metOn: '2027-03-01' });
  });

  test('an item in two milestones counts in both as a session [E7]', () =>
    expect(stand(plan([milestone('M', 1, ['A']), milestone('N', 1, ['A'])]), situation({ facts: [A] })).milestones.map((m) => m.status)).toEqual(['COMPLETED', 'COMPLETED']));

  describe('credits of an item in two milestones', () => {
    const shared = (more: Partial<Situation>, types: [string | null, string | null] = [null, null]) => {
      const milestones = [creditMilestone('M', 1, ['A'], { creditType: types[0] }), creditMilestone('N', 2, ['A', 'B'], { creditType: types[1] })];
      return stand(plan(milestones), situation({ facts: [A], ...more }), [course('A', credits({ X: 4, Y: 2 })), course('B', credits({ X: 1 }))]).milestones.map((m) => m.unitsEarned);
    };
    test('count once, in the first that links it, needed there or not [E7]', () => expect(shared({})).toEqual(['6', '0']));
    test('count in the second if the first is waived [E7]', () => expect(shared({ overrides: [waive('M', '2027-01-02')] })).toEqual(['6', '6']));
    test('leave the waived one with nothing if it is not met [R1, E7]', () => expect(shared({ overrides: [waive('M', '2027-01-02'), adjustUnits('M', 7, '2027-01-02')] })).toEqual(['0', '6']));
    test('of another type are other credits [E7]', () => expect(shared({}, ['X', 'Y'])).toEqual(['4', '2']));
    test('of one type are not doubled by a milestone that counts all [E7]', () => expect(shared({}, ['X', null])).toEqual(['4', '2']));
  });

  const enrolled = { enrolledOn: day('2027-01-10'), cycle: 1, stepReleases: [] };
  test.each([
    ['ANY', { kind: 'ANY' } as const, '2001-01-01', true],
    ['within 10 days, on the tenth', { kind: 'WITHIN_DAYS', days: 10 } as const, '2026-12-31', true],
    ['within 10 days, on the eleventh', { kind: 'WITHIN_DAYS', days: 10 } as const, '2026-12-30', false],
    ['since a day, on it', { kind: 'SINCE', date: day('2026-06-01') } as const, '2026-06-01', true],
    ['since a day, before it', { kind: 'SINCE', date: day('2026-06-01') } as const, '2026-05-31', false],
    ['after enrollment, on that day', { kind: 'AFTER_ENROLLMENT' } as const, '2027-01-10', true],
    ['after enrollment, the day before', { kind: 'AFTER_ENROLLMENT' } as const, '2027-01-09', false],
  ])('lookback %s [E8]', (_, lookback, on, counts) => {
    const standing = stand(plan([milestone('M', 1, ['A'])], { lookback }), situation({ enrollment: enrolled, facts: [fact('A', on)] }));
    expect(standing.milestones[0]?.status).toBe(counts ? 'COMPLETED' : 'AVAILABLE');
    expect(standing.startedOn).toBe(counts ? on : null);
  });

  test('what was done on the day on which a later cycle began counts if it was done after that [E9]', () => {
    const doneAt = (moment: string | null) =>
      one(milestone('M', 1, ['A']), {
        enrollment: { ...enrolled, cycle: 2, cycleStartsOn: day('2026-12-01'), cycleStartsAt: instant('2026-12-01T12:00:00Z') },
        facts: [{ ...fact('A', '2026-12-01'), completedAt: moment === null ? null : instant(moment) }],
      }).status;
    expect(doneAt('2026-12-01T11:59:59Z')).toBe('AVAILABLE');
    expect(doneAt('2026-12-01T12:00:00Z')).toBe('COMPLETED');
    expect(doneAt(null)).toBe('COMPLETED');
  });

  test('a later cycle counts from its start, or the opening of its window; the first counts all [E9]', () => {
    const inCycle = (cycle: number, cycleStartsOn: string | null, on: string) =>
      one(milestone('M', 1, ['A']), { enrollment: { ...enrolled, cycle, cycleStartsOn: cycleStartsOn === null ? null : day(cycleStartsOn) }, facts: [fact('A', on)], itemStates: [{ learningObjectId: id('A'), state: 'COMPLETED', progress: 1, lastActivityAt: at(on) }] }).status;
    expect(inCycle(2, '2026-12-01', '2026-12-01')).toBe('COMPLETED');
    expect(inCycle(2, '2026-12-01', '2026-11-30')).toBe('AVAILABLE');
    expect(inCycle(2, null, '2027-01-09')).toBe('AVAILABLE');
    expect(inCycle(2, null, '2027-01-10')).toBe('COMPLETED');
    expect(inCycle(1, '2026-12-01', '2026-11-30')).toBe('COMPLETED');
    const begun = (startedAt: string | null, lastActivityAt: string | null) => one(milestone('M', 1, ['A']), {
      enrollment: { ...enrolled, cycle: 2, cycleStartsOn: day('2026-12-01') },
      itemStates: [{ learningObjectId: id('A'), state: 'IN_PROGRESS', progress: 0.4, startedAt: startedAt === null ? null : at(startedAt), lastActivityAt: lastActivityAt === null ? null : at(lastActivityAt) }],
    }).status;
    expect([begun('2026-11-30', null), begun('2026-11-30', '2026-12-01'), begun('2026-12-01', null), begun(null, null)]).toEqual(['AVAILABLE', 'IN_PROGRESS', 'IN_PROGRESS', 'IN_PROGRESS']);
  });

  test('a course completed by hand is complete without its modules [E10, U3]', () => expect(one(milestone('M', 1, ['A']), { facts: [fact('A', '2027-02-01', { origin: 'MANUAL' })] }, [course('A', { moduleIds: [] })]).status).toBe('COMPLETED'));

  const exam = course('X', { kind: 'EXAM', equivalenceKey: 'ignored' });
  const examHere = milestone('M', 1, [], { items: [{ learningObjectId: id('X'), position: 0, mandatory: false, examInstanceId: 'here' as ExamInstanceId }] });
  test('a failed exam is not complete and shows the tries that are left [E11]', () => {
    const failed = (attemptsLeft: number) => one(examHere, { itemStates: [{ learningObjectId: id('X'), examInstanceId: 'here' as ExamInstanceId, state: 'FAILED', progress: 1, attemptsLeft }] }, [exam]);
    expect(failed(2)).toMatchObject({ status: 'IN_PROGRESS', metOn: null, items: [{ state: 'FAILED', attemptsLeft: 2, locked: null }] });
    expect(failed(0)).toMatchObject({ items: [{ locked: { why: 'NO_ATTEMPTS_LEFT' } }] });
  });

  test('an exam passed elsewhere does not count here [E12, D13]', () => {
    const passed = (examInstanceId: string | null) => one(examHere, { facts: [fact('X', '2027-02-01', { examInstanceId: examInstanceId as ExamInstanceId | null })] }, [exam]).status;
    expect([passed(null), passed('there'), passed('here')]).toEqual(['AVAILABLE', 'AVAILABLE', 'COMPLETED']);
    const independent = { ...examHere, items: examHere.items.map((item) => ({ ...item, examInstanceId: null })) };
    expect(one(independent, { facts: [fact('X', '2027-02-01')] }, [exam]).status).toBe('COMPLETED');
    expect(one(examHere, { itemStates: [{ learningObjectId: id('X'), state: 'FAILED', progress: 1 }] }, [exam]).status).toBe('AVAILABLE');
  });

  test('an interchangeable course counts, and two of a kind count once [2.1]', () => {
    const pair = [course('A', { equivalenceKey: 'k' }), course('B', { equivalenceKey: 'k' })];
    const elsewhere = fact('D', '2027-02-01', { equivalenceKey: 'k' });
    expect(one(milestone('M', 1, ['A']), { facts: [elsewhere] }, pair)).toMatchObject({ status: 'COMPLETED', countedFacts: [elsewhere.id] });
    expect(one(milestone('M', 2, ['A', 'B']), { facts: [A, B] }, pair)).toMatchObject({ unitsEarned: '1', items: [{ state: 'COMPLETED', factId: A.id }, { state: 'COMPLETED', factId: A.id }] });
    expect(one(milestone('M', 1, ['A']), { facts: [fact('D', '2027-02-01', { equivalenceKey: 'other' })] }, pair).status).toBe('AVAILABLE');
  });

  test('a revoked fact does not count, but has begun [2.0.5, U29]', () => {
    const revoked = { facts: [A], revocations: [{ factId: A.id, at: at('2027-03-01') }] };
    expect(one(milestone('M', 1, ['A']), revoked)).toMatchObject({ status: 'IN_PROGRESS', unitsEarned: '0', countedFacts: [], items: [{ state: 'IN_PROGRESS', progress: 0, completedOn: null }] });
    expect(stand(plan([milestone('M', 1, ['A'])]), situation(revoked))).toMatchObject({ status: 'IN_PROGRESS', startedOn: '2027-02-01' });
  });
});
