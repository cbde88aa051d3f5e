import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deltaVersion } from '../learning-plans/delta-version.ts';
import type { MilestoneDefinition, PlanVersionDefinition } from '../learning-plans/plan-definition.ts';
import { addDays } from '../shared/calendar.ts';
import type { Standing } from './standing.ts';
import type { CompletionFact, ItemState, Situation } from './standing-input.ts';
import { adjustDue, adjustUnits, at, day, fact, id, milestone, plan, planFact, situation, stand, waive } from './standing.testing.ts';
import { classifyAskedAnew, classifyStaying, classifyVersionUndo, compareVersions, decideVersionMove, MIGRATION_CHOICES, overridesLost, situationAskedAnew, type VersionMove } from './version-effect.ts';

describe('whom a new version takes along [V1–V5, X20]', () => {
  const table: Readonly<Record<(typeof MIGRATION_CHOICES)[number], Readonly<Record<Standing['status'], VersionMove>>>> = {
    PIN: { NOT_STARTED: 'STAYS', IN_PROGRESS: 'STAYS', COMPLETED: 'STAYS', EXEMPT: 'STAYS', WITHDRAWN: 'STAYS', NOT_COMPLETED: 'STAYS' },
    MOVE_NOT_STARTED: { NOT_STARTED: 'MOVES', IN_PROGRESS: 'STAYS', COMPLETED: 'STAYS', EXEMPT: 'STAYS', WITHDRAWN: 'STAYS', NOT_COMPLETED: 'STAYS' },
    MOVE_ALL_OPEN: { NOT_STARTED: 'MOVES', IN_PROGRESS: 'MOVES', COMPLETED: 'STAYS', EXEMPT: 'STAYS', WITHDRAWN: 'STAYS', NOT_COMPLETED: 'STAYS' },
    DELTA: { NOT_STARTED: 'MOVES', IN_PROGRESS: 'MOVES', COMPLETED: 'ASKED_ANEW', EXEMPT: 'STAYS', WITHDRAWN: 'STAYS', NOT_COMPLETED: 'STAYS' },
  };
  const cells = MIGRATION_CHOICES.flatMap((choice) => Object.entries(table[choice]).map(([status, move]) => [choice, status as Standing['status'], move] as const));
  test.each(cells)('%s: %s %s', (choice, status, move) => expect(decideVersionMove(choice, status)).toBe(move));
});

test.each<readonly [Standing['status'], string, string, string]>([
  ['NOT_STARTED', 'STAYS_ON_VERSION', 'ASKED_FOR_NEW', 'TAKEN_BACK'], ['IN_PROGRESS', 'STAYS_ON_VERSION', 'ASKED_FOR_NEW', 'TAKEN_BACK'], ['COMPLETED', 'STAYS_COMPLETE', 'HAS_NEW_ALREADY', 'STAYS_COMPLETE'],
  ['EXEMPT', 'STAYS_COMPLETE', 'HAS_NEW_ALREADY', 'STAYS_COMPLETE'], ['NOT_COMPLETED', 'STAYS_ON_VERSION', 'HAS_NEW_ALREADY', 'TAKEN_BACK'], ['WITHDRAWN', 'STAYS_ON_VERSION', 'HAS_NEW_ALREADY', 'TAKEN_BACK'],
])('%s: %s, %s, and taken back %s [V1, V5, V6]', (status, staying, anew, undone) => {
  expect([classifyStaying(status), classifyAskedAnew({ status }), classifyVersionUndo({ status, isAsMoved: true })]).toEqual([staying, anew, undone]);
  expect(classifyVersionUndo({ status, isAsMoved: false })).toBe('LEFT_CHANGED_SINCE');
});

const before = plan([milestone('Basics', 2, ['A', 'B']), milestone('Advanced', 1, ['C'])]);
const [basics, advanced] = before.milestones as [MilestoneDefinition, MilestoneDefinition];
const begun = (name: string): ItemState => ({ learningObjectId: id(name), state: 'IN_PROGRESS', progress: 0.5, startedAt: at('2027-02-01') });

describe('what another version does to one person [2.10]', () => {
  const law = milestone('Law', 1, ['D']);
  const due = (date: string): Partial<PlanVersionDefinition> => ({ dueRule: { kind: 'FIXED', date: day(date) } });
  test.each<readonly [string, PlanVersionDefinition, Partial<Situation>, readonly string[]]>([
    ['the same: nothing', before, { facts: [fact('A', '2027-02-01')] }, []],
    ['a milestone more: work', plan([basics, advanced, law]), {}, ['GAINS_WORK']],
    ['a milestone more, which they have done: nothing', plan([basics, advanced, law]), { facts: [fact('D', '2027-02-01')] }, []],
    ['a milestone more, which is elective: nothing', plan([basics, advanced, milestone('Fun', null, ['D'])]), {}, []],
    ['a milestone less, of which nothing was done: nothing', plan([basics]), {}, []],
    ['a milestone less, and the others are done: complete at once', plan([basics]), { facts: [fact('A', '2027-02-01'), fact('B', '2027-02-02')] }, ['COMPLETES_AT_ONCE']],
    ['a milestone less, which was done: it counts no more', plan([basics]), { facts: [fact('C', '2027-02-01')] }, ['LOSES_CREDIT']],
    ['an item less, which was begun: its progress is lost', plan([milestone('Basics', 2, ['B', 'D']), advanced]), { itemStates: [begun('A')] }, ['LOSES_CREDIT']],
    ['an item moved to another milestone keeps what was begun', plan([milestone('Basics', 1, ['B']), milestone('Advanced', 1, ['C', 'A'])]), { itemStates: [begun('A')] }, []],
    ['more units, met before: lost and asked for', plan([milestone('Basics', 3, ['A', 'B', 'D']), advanced]), { facts: [fact('A', '2027-02-01'), fact('B', '2027-02-02')] }, ['LOSES_CREDIT', 'GAINS_WORK']],
    ['more units, not met before: work', plan([milestone('Basics', 3, ['A', 'B', 'D']), advanced]), { facts: [fact('A', '2027-02-01')] }, ['GAINS_WORK']],
    ['an item that is mandatory now: work', plan([milestone('Basics', 2, ['A!', 'B']), advanced]), {}, ['GAINS_WORK']],
    ['another due date', plan([basics, advanced], due('2027-12-31')), {}, ['OTHER_DUE_DATE']],
    ['another due date, but theirs is their own', plan([basics, advanced], due('2027-12-31')), { overrides: [adjustDue(null, '2027-07-01', '2027-02-01')] }, []],
    ['a due date of a milestone', plan([{ ...basics, dueRule: { kind: 'FIXED', date: day('2027-09-01') } }, advanced]), {}, ['OTHER_DUE_DATE']],
    ['a due date of a milestone that they have met', plan([{ ...basics, dueRule: { kind: 'FIXED', date: day('2027-09-01') } }, advanced]), { facts: [fact('A', '2027-02-01'), fact('B', '2027-02-02')] }, []],
    ['units of their own follow the key: nothing', plan([milestone('Basics', 3, ['A', 'B', 'D']), advanced]), { overrides: [adjustUnits('Basics', 1, '2027-02-01')] }, []],
    ['a waiver follows the key: nothing', plan([milestone('Basics', 3, ['A', 'B', 'D']), advanced]), { overrides: [waive('Basics', '2027-02-01')] }, []],
    ['a waiver of what is gone, and nothing else is left: exempt no more, but open', plan([law]), { overrides: [waive('Basics', '2027-02-01')] }, ['GAINS_WORK']],
  ])('%s', (_, after, input, effects) => {
    const asked = situation(input);
    const effect = compareVersions(stand(before, asked), stand(after, asked));
    expect(effect.effects).toEqual(effects);
    expect(effect.class).toBe(effects[0] ?? 'NO_DIFFERENCE');
  });

  test('what is held about milestones that are gone ends, and nothing else [V4]', () => {
    const kept = [waive('Advanced', '2027-02-01', '2027-03-01'), adjustDue(null, '2027-07-01', '2027-02-01'), waive('Basics', '2027-02-01')];
    const lost = [adjustUnits('Advanced', 2, '2027-02-01'), adjustDue('Advanced', '2027-07-01', '2027-02-01')];
    expect(overridesLost(situation({ overrides: [...kept, ...lost] }), plan([basics]))).toEqual(lost);
  });
});

const names = ['A', 'B', 'C', 'D', 'E'];
const anyDay = fc.integer({ min: 0, max: 140 }).map((days) => addDays(day('2027-01-01'), days));
const anyItems = fc.subarray(names, { minLength: 1 }).chain((some) => fc.tuple(...some.map((name) => fc.boolean().map((mandatory) => (mandatory && name === 'A' ? `${name}!` : name)))));
const anyMilestone = fc.tuple(fc.constantFrom('K1', 'K2', 'K3', 'K4'), anyItems, fc.constantFrom(null, 1, 2)).map(([key, items, units]) => milestone(key, units === null ? null : Math.min(units, items.length), items));
const anyPlan = fc.uniqueArray(anyMilestone, { selector: (each) => each.key, minLength: 1, maxLength: 4 }).map((milestones) => plan(milestones));
const anyFacts: fc.Arbitrary<CompletionFact[]> = fc.uniqueArray(fc.tuple(fc.constantFrom(...names), anyDay).map(([name, on]) => fact(name, on)), { selector: (each) => each.id, maxLength: 6 });

describe('for any plan, edit and person', () => {
  test('the same version does nothing, and what it does is told by its worst', () => {
    fc.assert(fc.property(anyPlan, anyPlan, anyFacts, (one, other, facts) => {
      const asked = situation({ facts });
      expect(compareVersions(stand(one, asked), stand(one, asked)).effects).toEqual([]);
      const effect = compareVersions(stand(one, asked), stand(other, asked));
      expect(effect.class).toBe(effect.effects[0] ?? 'NO_DIFFERENCE');
    }), { numRuns: 300 });
  });

  test('whoever has done nothing loses nothing, and whoever completes at once gains no work', () => {
    fc.assert(fc.property(anyPlan, anyPlan, anyFacts, (one, other, facts) => {
      expect(compareVersions(stand(one, situation()), stand(other, situation())).effects).not.toContain('LOSES_CREDIT');
      const { effects } = compareVersions(stand(one, situation({ facts })), stand(other, situation({ facts })));
      if (effects.includes('COMPLETES_AT_ONCE')) expect(effects).not.toContain('GAINS_WORK');
    }), { numRuns: 300 });
  });

  test('whoever completed one version, and then what another asks beyond it, has done all of the other; and nobody is asked for less [V5, X20]', () => {
    fc.assert(fc.property(anyPlan, anyPlan, anyFacts, anyFacts, (one, other, facts, more) => {
      const done = situation({ facts, planFacts: [] });
      fc.pre(stand(one, done).status === 'COMPLETED');
      const delta = deltaVersion(one, other);
      const known = new Set(facts.map((each) => each.id));
      const later = { ...done, facts: [...facts, ...more.filter((each) => !known.has(each.id))] };
      const required = other.milestones.some((each) => each.metric !== 'NONE');
      const isDone = delta === null || stand(delta, situationAskedAnew({ ...later, planFacts: [planFact('2027-05-31')] })).status === 'COMPLETED';
      if (required) expect(stand(other, later).status === 'COMPLETED').toBe(isDone);
    }), { numRuns: 500 });
  });
});

test('the cycle that asks for what is new counts what was done before, as the lookback says [V5, E8, E9]', () => {
  const law = plan([milestone('Law', 2, ['C', 'D'])], { delta: true });
  const completed = situation({ facts: [fact('C', '2027-01-05')], planFacts: [planFact('2027-02-01')], overrides: [waive('Law', '2027-02-01')] });
  const anew = situationAskedAnew(completed);
  expect(anew.enrollment).toMatchObject({ cycle: 2, enrolledOn: '2027-06-01', cycleStartsOn: null });
  expect(stand(law, anew)).toMatchObject({ status: 'IN_PROGRESS', progress: 0.5 });
  expect(stand({ ...law, lookback: { kind: 'AFTER_ENROLLMENT' } }, anew)).toMatchObject({ status: 'NOT_STARTED' });
  expect(stand({ ...law, delta: false }, anew)).toMatchObject({ status: 'NOT_STARTED' });
  const third = situationAskedAnew(situation({ ...completed, enrollment: { enrolledOn: day('2027-01-03'), cycle: 2, cycleStartsOn: day('2027-01-10'), stepReleases: [] } }));
  expect(stand(law, third)).toMatchObject({ status: 'NOT_STARTED' });
});
