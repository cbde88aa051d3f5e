import { describe, expect, test } from '@jest/globals';
import type { PlanVersionDefinition } from '../learning-plans/plan-definition.ts';
import type { FactId } from '../shared/ids.ts';
import { evaluate, isMilestoneOverdue, isOverdue } from './evaluate.ts';
import { definitionOfLearningObject, prepareDefinition } from './prepare-definition.ts';
import type { Situation } from './standing-input.ts';
import { adjustDue, at, course, day, fact, id, milestone, plan, planFact, session, situation, source, stand, waive } from './standing.testing.ts';

const M = milestone('M', 1, ['A']);
const N = milestone('N', 2, ['B', 'C']);
const E = milestone('E', null, ['D']);
const [A, B, C, D] = [fact('A', '2027-02-01'), fact('B', '2027-03-01'), fact('C', '2027-02-15'), fact('D', '2027-04-01')];
const two = plan([M, N, E]);
const of = (input: Partial<Situation>, more: Partial<PlanVersionDefinition> = {}) => stand({ ...two, ...more }, situation(input));
const ended = (to: string) => [source('assignment', 'INDIVIDUAL', '2027-01-01', { to: at(to) })];
const revoke = (factId: FactId, on = '2027-05-01') => [{ factId, at: at(on) }];

describe('status of an enrollment [2.2]', () => {
  test('without a sign of work it is NOT_STARTED', () => expect(of({})).toMatchObject({ status: 'NOT_STARTED', startedOn: null, progress: 0, completedOn: null, completionClass: null, completedLate: false, evidence: [], completionToRecord: false }));

  test.each<[string, Partial<Situation>, string]>([
    ['a fact', { facts: [B, A] }, '2027-02-01'],
    ['a fact of an elective', { facts: [D] }, '2027-04-01'],
    ['a registration', { enrollment: { enrolledOn: day('2027-01-01'), cycle: 1, registeredOn: day('2027-01-20'), stepReleases: [] } }, '2027-01-20'],
    ['begun work', { itemStates: [{ learningObjectId: id('B'), state: 'IN_PROGRESS', progress: 0.1, startedAt: at('2027-01-15') }] }, '2027-01-15'],
    ['begun work of unknown date', { itemStates: [{ learningObjectId: id('B'), state: 'IN_PROGRESS', progress: 0.1 }] }, '2027-01-01'],
    ['a completion taken back', { planFacts: [planFact('2027-03-03')], revocations: revoke('plan@2027-03-03' as FactId) }, '2027-03-03'],
  ])('%s makes it IN_PROGRESS', (_, input, startedOn) => expect(of(input)).toMatchObject({ status: 'IN_PROGRESS', startedOn }));

  test('work on other things is no beginning', () => expect(of({ facts: [fact('elsewhere', '2027-02-01')], itemStates: [{ learningObjectId: id('F'), state: 'IN_PROGRESS', progress: 0.1 }] }).status).toBe('NOT_STARTED'));

  test('all required milestones satisfied make it COMPLETED on the latest of their days, whenever it is found out [2.3]', () =>
    expect(of({ facts: [A, B, C] })).toMatchObject({ status: 'COMPLETED', completedOn: '2027-03-01', progress: 1, startedOn: '2027-02-01', completionToRecord: true, evidence: [A.id, B.id, C.id], next: null }));

  test('the evidence of a milestone is what had been done by then', () => {
    const definition = plan([milestone('M', 1, ['A', 'B', 'C'])]);
    expect(stand(definition, situation({ facts: [A, B, C] })).evidence).toEqual([A.id]);
  });

  test('a waiver completes with the rest, not before its day [X22]', () => {
    expect(of({ facts: [A], overrides: [waive('N', '2027-03-20')] })).toMatchObject({ status: 'COMPLETED', completedOn: '2027-03-20', evidence: [A.id] });
    expect(of({ facts: [A], overrides: [waive('N', '2027-01-20')] })).toMatchObject({ status: 'COMPLETED', completedOn: '2027-02-01' });
    expect(of({ facts: [A, B, C], overrides: [waive('N', '2027-02-20')] })).toMatchObject({ status: 'COMPLETED', completedOn: '2027-02-20' });
  });

  const waiveBoth = [waive('M', '2027-01-20'), waive('N', '2027-01-21')];
  test('all required ones waived and none met make it EXEMPT [2.2]', () => expect(of({ overrides: waiveBoth })).toMatchObject({ status: 'EXEMPT', progress: 1, completedOn: null, completionClass: null }));
  test('a fact ends the exemption: COMPLETED when the first was met [2.2]', () => expect(of({ overrides: waiveBoth, facts: [A] })).toMatchObject({ status: 'COMPLETED', completedOn: '2027-02-01' }));
  test('a fact about an elective does not', () => expect(of({ overrides: waiveBoth, facts: [D] }).status).toBe('EXEMPT'));
  test('whoever is exempt stays so without a source, and after the end', () => expect(of({ overrides: waiveBoth, sources: ended('2027-02-01'), plan: { findable: false, archivedAt: at('2027-03-01') } }).status).toBe('EXEMPT'));

  test('without a required milestone nobody completes or is exempt [2.2]', () => {
    const electives = plan([E]);
    expect(stand(electives, situation({ facts: [D] }))).toMatchObject({ status: 'IN_PROGRESS', progress: 0 });
    expect(stand(electives, situation({ overrides: [waive('E', '2027-02-01')] }))).toMatchObject({ status: 'NOT_STARTED', milestones: [{ status: 'WAIVED' }] });
    expect(stand(electives, situation({ planFacts: [planFact('2027-02-02')] }))).toMatchObject({ status: 'COMPLETED', progress: 1 });
  });

  test('without a live source it is WITHDRAWN; a new one brings the work back [2.2]', () => {
    expect(of({ facts: [A], sources: ended('2027-05-01') })).toMatchObject({ status: 'WITHDRAWN', progress: 0.5, startedOn: '2027-02-01', next: null });
    expect(of({ facts: [A], sources: [source('assignment', 'GROUP', '2027-01-01', { suppressed: true })] }).status).toBe('WITHDRAWN');
    expect(of({ facts: [A], sources: [source('assignment', 'GROUP', '2027-06-02')] }).status).toBe('WITHDRAWN');
    expect(of({ facts: [A], sources: [...ended('2027-05-01'), source('again', 'GROUP', '2027-05-20', { kept: true })] }).status).toBe('IN_PROGRESS');
  });

  test('a completion stands without a source [2.2]', () => expect(of({ planFacts: [planFact('2027-03-01')], sources: ended('2027-05-01') }).status).toBe('COMPLETED'));

  const closing = { endsAt: at('2027-05-20'), endPolicy: 'CLOSE' } as const;
  test.each<[string, Partial<PlanVersionDefinition>, string, string]>([
    ['the end has passed', closing, '2027-05-20T12:00:01Z', 'NOT_COMPLETED'],
    ['the end is now', closing, '2027-05-20T12:00:00Z', 'NOT_STARTED'],
    ['the days of grace run', { ...closing, graceDays: 12 }, '2027-06-01T23:59:59Z', 'NOT_STARTED'],
    ['the days of grace have passed', { ...closing, graceDays: 12 }, '2027-06-02T00:00:00Z', 'NOT_COMPLETED'],
    ['the plan keeps open', { ...closing, endPolicy: 'KEEP_OPEN' }, '2027-06-01', 'NOT_STARTED'],
    ['the plan has no end', { endPolicy: 'CLOSE' }, '2027-06-01', 'NOT_STARTED'],
  ])('NOT_COMPLETED when %s: case [X26]', (_, more, now, status) => expect(of({ now: at(now) }, more).status).toBe(status));

  test('an archived plan closes what is open, whatever its policy [2.2]', () => {
    expect(of({ plan: { findable: true, archivedAt: at('2027-05-01') } }).status).toBe('NOT_COMPLETED');
    expect(of({ plan: { findable: true, archivedAt: at('2027-07-01') } }).status).toBe('NOT_STARTED');
    expect(of({ plan: { findable: true, archivedAt: at('2027-05-01') }, facts: [A, fact('B', '2027-05-02'), C] }, closing).status).toBe('NOT_COMPLETED');
  });

  test('a fact dated by the end still completes, one dated after it does not [2.2]', () => {
    expect(of({ facts: [A, C, fact('B', '2027-05-20')] }, closing).status).toBe('COMPLETED');
    expect(of({ facts: [A, C, fact('B', '2027-05-21')] }, closing).status).toBe('NOT_COMPLETED');
    expect(of({ facts: [A, C, fact('B', '2027-05-20', { completedAt: at('2027-05-20T12:00:00.001Z') })] }, closing).status).toBe('NOT_COMPLETED');
    expect(of({ facts: [A, C, fact('B', '2027-05-20', { completedAt: at('2027-05-20T12:00:00.000Z') })] }, closing).status).toBe('COMPLETED');
  });
});

describe('facts of the plan itself', () => {
  test('complete it on their day, whatever its milestones say [U10, U12]', () =>
    expect(of({ planFacts: [planFact('2027-04-04', { origin: 'MANUAL' })] })).toMatchObject({ status: 'COMPLETED', completedOn: '2027-04-04', startedOn: '2027-04-04', progress: 1, completionToRecord: false, evidence: [] }));
  test('of several the earliest counts', () => expect(of({ planFacts: [planFact('2027-04-04'), planFact('2027-03-04')] }).completedOn).toBe('2027-03-04'));
  test('that are revoked open it again, and it does not complete by itself at once [2.8]', () => {
    const taken = { facts: [A, B, C], planFacts: [planFact('2027-03-01')], revocations: revoke('plan@2027-03-01' as FactId) };
    expect(of(taken)).toMatchObject({ status: 'IN_PROGRESS', progress: 0.9999, completionToRecord: false });
    expect(of({ ...taken, facts: [A, B, C, fact('A', '2027-02-02', { recordedAt: at('2027-05-02') })] }).status).toBe('COMPLETED');
    expect(of({ ...taken, facts: [A, B, C, fact('D', '2027-02-02', { recordedAt: at('2027-05-02') })] }).status).toBe('IN_PROGRESS');
    expect(of({ ...taken, facts: [A, C, fact('B', '2027-03-01', { recordedAt: at('2027-05-02') })] }).status).toBe('COMPLETED');
    expect(of({ ...taken, facts: [A, C, fact('B', '2027-03-01', { recordedAt: at('2027-05-01') })] }).status).toBe('IN_PROGRESS');
    expect(of({ ...taken, enrollment: { enrolledOn: day('2027-01-01'), cycle: 1, stepReleases: [], reevaluatedAt: at('2027-05-02') } }).status).toBe('COMPLETED');
    expect(of({ ...taken, enrollment: { enrolledOn: day('2027-01-01'), cycle: 1, stepReleases: [], reevaluatedAt: at('2027-04-30') } }).status).toBe('IN_PROGRESS');
    expect(of({ ...taken, overrides: [waive('N', '2027-05-02')] }).status).toBe('COMPLETED');
    expect(of({ ...taken, overrides: [waive('N', '2027-04-02')] }).status).toBe('IN_PROGRESS');
    expect(of({ ...taken, planFacts: [...taken.planFacts, planFact('2027-05-03')] })).toMatchObject({ status: 'COMPLETED', completedOn: '2027-05-03' });
  });
  test('stand though their evidence is revoked, with a flag; the milestones stay as they were [U32]', () => {
    const rests = planFact('2027-03-01', { evidence: [A.id, B.id, C.id] });
    expect(of({ facts: [A, B, C], planFacts: [rests], revocations: revoke(A.id) })).toMatchObject({ status: 'COMPLETED', evidenceWithdrawn: true, milestones: [{ status: 'COMPLETED' }, {}, {}], evidence: [A.id, B.id, C.id] });
    expect(of({ facts: [A, B, C, D], planFacts: [rests], revocations: revoke(D.id) })).toMatchObject({ evidenceWithdrawn: false });
  });
  test('revoking a child opens a milestone of an open plan [2.0.5]', () => expect(of({ facts: [A], revocations: revoke(A.id) })).toMatchObject({ evidenceWithdrawn: false, milestones: [{ status: 'IN_PROGRESS' }, {}, {}] }));
});

describe('progress', () => {
  test('is the mean over required milestones, waived as 1, rounded down [2.3]', () => {
    expect(of({ facts: [B] }).progress).toBe(0.25);
    expect(of({ facts: [B], overrides: [waive('M', '2027-02-02')] }).progress).toBe(0.75);
    expect(of({ facts: [A, D] }).progress).toBe(0.5);
    expect(stand(plan([milestone('M', 3, ['A', 'B', 'C'])]), situation({ facts: [A, B] })).progress).toBe(0.6666);
    expect(stand(plan([milestone('M', 10, ['A', 'B', 'C'])]), situation({ facts: [A, B, C] })).progress).toBe(0.3);
  });
  test('is below 1 until all is satisfied, however much was earned', () => expect(stand(plan([milestone('M', 1, ['A', 'B!'])]), situation({ facts: [A] })).progress).toBe(0.9999));
});

describe('overdue and late', () => {
  const due = { dueRule: { kind: 'FIXED', date: day('2027-02-28') } as const };
  test('is a flag of open ones after the end of the due day [2.2]', () => {
    const open = of({}, due);
    expect(isOverdue(open, at('2027-02-28T23:59:59.999Z'))).toBe(false);
    expect(isOverdue(open, at('2027-03-01T00:00:00Z'))).toBe(true);
    expect(isOverdue(of({ planFacts: [planFact('2027-03-05')] }, due), at('2027-04-01'))).toBe(false);
    expect(isOverdue(of({ facts: [A] }, due), at('2027-04-01'))).toBe(true);
    expect(isOverdue(of({}), at('2099-01-01'))).toBe(false);
  });
  test('a milestone is overdue while it is open', () => {
    const standing = of({ facts: [A] }, due);
    expect(standing.milestones.map((entry) => isMilestoneOverdue(standing, entry, at('2027-03-01')))).toEqual([false, true, false]);
    const done = of({ planFacts: [planFact('2027-03-05')] }, due);
    expect(done.milestones.some((entry) => isMilestoneOverdue(done, entry, at('2027-04-01')))).toBe(false);
  });
  test('completing late is completed, and late [2.2]', () => {
    expect(of({ facts: [A, B, C] }, due)).toMatchObject({ status: 'COMPLETED', completedLate: true });
    expect(of({ facts: [A, B, C] }, { dueRule: { kind: 'FIXED', date: day('2027-03-01') } })).toMatchObject({ status: 'COMPLETED', completedLate: false });
  });
  test('due dates of completed people change no more [2.4]', () => {
    const later = [...situation().sources, source('later', 'INDIVIDUAL', '2027-04-01', { dueRule: { kind: 'FIXED', date: day('2027-05-05') } })];
    const overrides = [adjustDue(null, '2027-12-31', '2027-04-01')];
    expect(of({ facts: [A, B, C], sources: later, overrides }, due)).toMatchObject({ effectiveDue: { date: '2027-02-28' }, completedLate: true });
    expect(of({ facts: [A, B], sources: later, overrides }, due)).toMatchObject({ effectiveDue: { date: '2027-12-31' } });
  });
});

describe('a learning object assigned by itself [C7–C12]', () => {
  test('is a plan of one milestone that is all of it', () => {
    const parts = course('A', { sessionIds: [session('s1'), session('s2')], sessionCounting: 'PARTS' });
    const prepared = prepareDefinition(definitionOfLearningObject(parts), [parts]);
    const attended = (s: string, on: string) => fact('A', on, { id: s as FactId, sessionId: session(s) });
    expect(evaluate(prepared, situation()).status).toBe('NOT_STARTED');
    expect(evaluate(prepared, situation({ facts: [attended('s1', '2027-02-01')] }))).toMatchObject({ status: 'IN_PROGRESS' });
    expect(evaluate(prepared, situation({ facts: [attended('s1', '2027-02-01'), attended('s2', '2027-02-02')] }))).toMatchObject({ status: 'COMPLETED', completedOn: '2027-02-02' });
  });

  test('is as far as the person is with it [2.3]', () => {
    const prepared = prepareDefinition(definitionOfLearningObject(course('A')), [course('A')]);
    const half = { learningObjectId: 'A' as never, state: 'IN_PROGRESS' as const, progress: 0.5, startedAt: at('2027-02-01'), lastActivityAt: at('2027-02-01') };
    expect(evaluate(prepared, situation({ itemStates: [half] }))).toMatchObject({ status: 'IN_PROGRESS', progress: 0.5 });
    expect(evaluate(prepared, situation({ itemStates: [half], facts: [fact('A', '2027-02-02')] }))).toMatchObject({ status: 'COMPLETED', progress: 1 });
  });
});
