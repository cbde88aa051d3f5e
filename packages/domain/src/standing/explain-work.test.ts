import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { expectCatalogIsComplete } from '../shared/catalog.testing.ts';
import { LANGUAGES } from '../shared/message.ts';
import type { FactId } from '../shared/ids.ts';
import { evaluateCourse } from './evaluate-course.ts';
import { explainWork, type ToldFact, type ToldRevocation, type WorkReason, type WorkToExplain } from './explain-work.ts';
import { at, fact, id } from './standing.testing.ts';
import { sayWork, workCatalog } from './work-messages.ts';

const told = (name: string, on: string, more: Partial<ToldFact> = {}): ToldFact => ({ by: null, reason: null, isGivenBack: false, ...fact(name, on, more) });
const taken = (factId: FactId, on = '2027-04-01', more: Partial<ToldRevocation> = {}): ToldRevocation => ({ factId, at: at(on), by: 'Ana Ruiz', reason: '', ...more });
const names = new Map([['course', 'Fire safety'], ['m1', 'Intro'], ['m2', 'Safety'], ['old', 'Old part']]);
const work = (more: Partial<WorkToExplain> = {}): WorkToExplain => ({ itemId: id('course'), isCourse: true, moduleIds: [id('m1'), id('m2')], names, facts: [], revocations: [], begun: null, zone: 'UTC', ...more });
const lines = (reasons: readonly WorkReason[], depth = 0): string[] => reasons.flatMap((each) => [`${'  '.repeat(depth)}${sayWork(each.message, 'en')}`, ...lines(each.because, depth + 1)]);
const explained = (more: Partial<WorkToExplain> = {}): string[] => {
  const { state, sentence, because } = explainWork(work(more));
  return [state, sayWork(sentence, 'en'), ...lines(because)];
};

const m1 = told('m1', '2027-02-01');
const m2 = told('m2', '2027-01-15');
const auto = told('course', '2027-02-01', { evidence: [m1.id, m2.id] });
const byHand = told('course', '2027-03-01', { origin: 'MANUAL', by: 'Bo Li', reason: 'Attended in Oslo', recordedAt: at('2027-03-05') });

describe('why a course is as it is', () => {
  test('completed by its modules [2.0.5]', () =>
    expect(explained({ facts: [m1, m2, auto] })).toEqual([
      'COMPLETED',
      'Completed on February 1, 2027: all 2 modules were completed.',
      'Completion of February 1, 2027, recorded automatically on February 1, 2027',
      '  “Intro” was completed on February 1, 2027',
      '  “Safety” was completed on January 15, 2027',
    ]));
  test('completed by modules of which one is no part of it any more', () => expect(explained({ moduleIds: [id('m1')], facts: [m1, told('old', '2027-01-10'), told('course', '2027-02-01', { evidence: [m1.id, 'old@2027-01-10' as FactId] })] })).toContain('  “Old part” was completed on January 10, 2027'));
  test('recorded by hand, with the reason; an earlier completion is told as well [U10, U12]', () =>
    expect(explained({ facts: [m1, m2, auto, byHand] }).slice(0, 5)).toEqual([
      'COMPLETED',
      'Completed on March 1, 2027: recorded by hand by Bo Li on March 5, 2027.',
      'Completion of March 1, 2027, recorded by hand by Bo Li on March 5, 2027',
      '  Reason: Attended in Oslo',
      'Completion of February 1, 2027, recorded automatically on February 1, 2027',
    ]));
  test('stays completed though a module was taken back [U32]', () =>
    expect(explained({ facts: [m1, m2, auto], revocations: [taken(m2.id, '2027-04-01', { reason: 'Wrong person' })] })).toEqual([
      'COMPLETED',
      'Completed on February 1, 2027, and it stays so: a completion that it rests on was taken back later.',
      'Completion of February 1, 2027, recorded automatically on February 1, 2027',
      '  “Intro” was completed on February 1, 2027',
      '  “Safety”: the completion of January 15, 2027 was taken back on April 1, 2027 by Ana Ruiz',
      '    Reason: Wrong person',
      'What is taken back of a module leaves the courses alone that were completed with it',
    ]));
  test('a module given back is completed again', () =>
    expect(explained({ facts: [m1, m2, auto, told('m2', '2027-01-15', { id: 'again' as FactId, isGivenBack: true })], revocations: [taken(m2.id, '2027-04-01', { givenBack: true })] })[1]).toBe('Completed on February 1, 2027: all 2 modules were completed.'));
  test('taken back, and held back though all modules are completed [2.8]', () =>
    expect(explained({ facts: [m1, m2, auto], revocations: [taken(auto.id, '2027-04-01', { reason: 'Cheated' })] })).toEqual([
      'TAKEN_BACK',
      'Not completed, though all modules are: the completion of February 1, 2027 was taken back on April 1, 2027 by Ana Ruiz, and nothing was recorded since.',
      'Completion of February 1, 2027, recorded automatically on February 1, 2027',
      '  The completion of February 1, 2027 was taken back on April 1, 2027 by Ana Ruiz',
      '    Reason: Cheated',
      'It is completed again by work that is recorded after that, or by a completion that somebody records',
      '“Intro” was completed on February 1, 2027',
      '“Safety” was completed on January 15, 2027',
    ]));
  test('taken back, with modules open', () => expect(explained({ facts: [m1, byHand], revocations: [taken(byHand.id)] })[1]).toBe('Not completed: the completion of March 1, 2027 was taken back on April 1, 2027 by Ana Ruiz.'));
  test('in progress: what is missing [U31]', () =>
    expect(explained({ facts: [m1, m2], revocations: [taken(m2.id, '2027-04-01', { by: null })] })).toEqual([
      'IN_PROGRESS',
      'In progress: 1 of 2 modules completed.',
      'A course is completed with the last of its modules',
      '“Intro” was completed on February 1, 2027',
      '“Safety”: the completion of January 15, 2027 was taken back on April 1, 2027',
    ]));
  test('opened only', () => expect(explained({ begun: { at: at('2027-02-01'), progress: 0 } }).slice(0, 4)).toEqual(['IN_PROGRESS', 'In progress: 0 of 2 modules completed.', 'A course is completed with the last of its modules', '“Intro” is not completed']));
  test('without modules waits for a record [X24]', () => expect(explained({ moduleIds: [], begun: { at: at('2027-02-01'), progress: 0 } })).toEqual(['IN_PROGRESS', 'Not completed: a course without modules is completed by an event, or by a completion that somebody records.']));
  test('not begun', () => expect(explained().slice(0, 2)).toEqual(['NOT_STARTED', 'Not begun.']));
});

describe('why a module or an activity is as it is', () => {
  const ofModule = (more: Partial<WorkToExplain> = {}) => explained({ itemId: id('m1'), isCourse: false, moduleIds: [], ...more });
  test('done here', () => expect(ofModule({ facts: [m1] }).slice(0, 2)).toEqual(['COMPLETED', 'Completed on February 1, 2027: it was done here.']));
  test('by an import, given back after it had been taken back [U28]', () =>
    expect(ofModule({ facts: [told('m1', '2027-02-01', { origin: 'IMPORT', by: 'Bo Li', isGivenBack: true, recordedAt: at('2027-05-01') })] })).toEqual([
      'COMPLETED',
      'Completed on February 1, 2027: recorded by an import by Bo Li on May 1, 2027.',
      'Completion of February 1, 2027, recorded by an import by Bo Li on May 1, 2027',
      '  It had been taken back, and was given back on May 1, 2027',
    ]));
  test('taken back', () => expect(ofModule({ facts: [m1], revocations: [taken(m1.id)] }).slice(0, 2)).toEqual(['TAKEN_BACK', 'Not completed: the completion of February 1, 2027 was taken back on April 1, 2027 by Ana Ruiz.']));
  test('begun, in days of the person', () => expect(ofModule({ begun: { at: at('2027-02-01T23:30:00Z'), progress: 0.42 }, zone: 'Asia/Shanghai' })).toEqual(['IN_PROGRESS', 'In progress since February 2, 2027, 42% done.']));
  test('not begun', () => expect(ofModule()).toEqual(['NOT_STARTED', 'Not begun.']));
});

const days = fc.integer({ min: 1, max: 28 }).map((each) => `2027-03-${String(each).padStart(2, '0')}`);
const anyFacts = fc
  .array(fc.record({ name: fc.constantFrom('course', 'm1', 'm2', 'old'), on: days, recorded: days, rests: fc.boolean(), origin: fc.constantFrom('AUTO' as const, 'MANUAL' as const, 'EVENT' as const) }), { maxLength: 6 })
  .map((drawn) =>
    drawn.map(({ name, on, recorded, rests, origin }, index) => {
      const evidence = name === 'course' && rests ? drawn.flatMap((other, at) => (other.name === 'course' ? [] : [`f${at}` as FactId])) : [];
      return told(name, on, { id: `f${index}` as FactId, recordedAt: at(recorded), origin, evidence, isGivenBack: index % 2 === 1 });
    }),
  );
const anyWork = fc.tuple(anyFacts, fc.array(fc.record({ place: fc.nat(5), on: days, givenBack: fc.boolean() }), { maxLength: 4 }), fc.subarray(['m1', 'm2']), fc.boolean(), fc.boolean()).map(([facts, drawn, modules, isBegun, isCourse]) => {
  const revocations = [...new Map(drawn.filter(({ place }) => place < facts.length).map(({ place, on, givenBack }) => [place, taken(`f${place}` as FactId, on, { givenBack })])).values()];
  return work({ facts, revocations, moduleIds: isCourse ? modules.map(id) : [], isCourse, begun: isBegun ? { at: at('2027-03-01'), progress: 0.5 } : null });
});

test('an explanation agrees with what the standing is, names every completion that it rests on, and can be said in each language', () => {
  fc.assert(
    fc.property(anyWork, (given) => {
      const { state, sentence, because } = explainWork(given);
      const own = given.facts.filter(({ learningObjectId }) => learningObjectId === given.itemId);
      const revoked = new Set<string>(given.revocations.map(({ factId }) => factId));
      const isLive = own.some(({ id: factId }) => !revoked.has(factId));
      const concerned = given.facts.filter(({ learningObjectId }) => learningObjectId === given.itemId || given.moduleIds.includes(learningObjectId));
      const standing = evaluateCourse({ courseId: given.itemId, moduleIds: given.moduleIds, facts: concerned, revocations: given.revocations, begunModuleIds: given.begun ? given.moduleIds : [] });
      expect(state === 'COMPLETED').toBe(given.isCourse ? standing.status === 'COMPLETED' : isLive);
      if (state === 'TAKEN_BACK') expect(own.length > 0 && !isLive).toBe(true);
      if (state === 'NOT_STARTED') expect([own, given.begun]).toEqual([[], null]);
      const named = new Set<string | null>();
      const walk = (reasons: readonly WorkReason[]): void =>
        reasons.forEach((each) => {
          named.add(each.subjectId);
          LANGUAGES.forEach((language) => expect(sayWork(each.message, language)).not.toBe(''));
          walk(each.because);
        });
      walk(because);
      LANGUAGES.forEach((language) => expect(sayWork(sentence, language)).toMatch(/[.。]$/));
      expect(own.filter(({ id: factId }) => !named.has(factId))).toEqual([]);
      const latest = own.filter(({ id: factId }) => !revoked.has(factId)).sort((a, b) => (a.completedOn < b.completedOn ? 1 : a.completedOn > b.completedOn ? -1 : a.id < b.id ? 1 : -1))[0];
      expect((latest?.evidence ?? []).filter((each) => !named.has(each))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('all of it is said in both languages', () => {
  const who = [{ by: 'Ana' }, { by: null }];
  expectCatalogIsComplete(workCatalog, {
    WORK_COMPLETED_BY_MODULES: [{ on: '2027-01-01', modules: 1 }, { on: '2027-01-01', modules: 2 }],
    WORK_COMPLETED_HERE: { on: '2027-01-01' },
    WORK_COMPLETED_BY_RECORD: who.map((each) => ({ on: '2027-01-01', origin: 'API', recorded: '2027-01-02', ...each })),
    WORK_STAYS_COMPLETED: { on: '2027-01-01' },
    WORK_TAKEN_BACK: who.map((each) => ({ on: '2027-01-02', completed: '2027-01-01', ...each })),
    WORK_HELD_BACK: who.map((each) => ({ on: '2027-01-02', completed: '2027-01-01', ...each })),
    WORK_MODULES_OPEN: { done: 1, modules: 2 },
    WORK_BEGUN: { since: '2027-01-01', progress: 0.5 },
    WORK_NEEDS_RECORD: {},
    WORK_NOT_BEGUN: {},
    WORK_FACT: who.map((each) => ({ on: '2027-01-01', origin: 'MANUAL', recorded: '2027-01-02', ...each })),
    WORK_REASON: { reason: 'Attended' },
    WORK_GIVEN_BACK: { recorded: '2027-01-02' },
    WORK_REVOCATION: who.map((each) => ({ on: '2027-01-02', completed: '2027-01-01', ...each })),
    MODULE_COMPLETED: { module: 'Intro', on: '2027-01-01' },
    MODULE_TAKEN_BACK: who.map((each) => ({ module: 'Intro', on: '2027-01-02', completed: '2027-01-01', ...each })),
    MODULE_OPEN: { module: 'Intro' },
    RULE_OF_MODULES: {},
    RULE_STAYS: {},
    RULE_COMES_BACK: {},
  });
});
