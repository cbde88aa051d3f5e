import { describe, expect, test } from '@jest/globals';
import type { FactId } from '../shared/ids.ts';
import type { CourseSituation } from './course-standing.ts';
import { evaluateCourse } from './evaluate-course.ts';
import { at, fact, id } from './standing.testing.ts';

const m1 = fact('m1', '2027-02-01');
const m2 = fact('m2', '2027-01-15');
const own = fact('course', '2027-03-01', { origin: 'MANUAL' });
const stand = (more: Partial<CourseSituation> = {}) => evaluateCourse({ courseId: id('course'), moduleIds: [id('m1'), id('m2')], facts: [], revocations: [], begunModuleIds: [], ...more });
const revoke = (factId: FactId, on = '2027-04-01') => ({ factId, at: at(on) });

describe('a course', () => {
  test('not begun', () => expect(stand()).toEqual({ status: 'NOT_STARTED', progress: 0, completedOn: null, completedModuleIds: [], nextModuleId: 'm1', completionToRecord: false, evidence: [], evidenceWithdrawn: false }));
  test('begun by a module of it [U2]', () => {
    expect(stand({ begunModuleIds: [id('m2')] })).toMatchObject({ status: 'IN_PROGRESS', progress: 0 });
    expect(stand({ begunModuleIds: [id('other')] }).status).toBe('NOT_STARTED');
  });
  test('is as far as its modules [2.3]', () => {
    expect(stand({ facts: [m2] })).toMatchObject({ status: 'IN_PROGRESS', progress: 0.5, completedModuleIds: ['m2'], nextModuleId: 'm1', completedOn: null });
    expect(stand({ moduleIds: [id('m1'), id('m2'), id('m3')], facts: [m1, m2] }).progress).toBe(0.6666);
  });
  test('completes with its last module, on the latest day [U2, 2.3]', () =>
    expect(stand({ facts: [m1, m2, fact('m2', '2027-05-05')] })).toEqual({ status: 'COMPLETED', progress: 1, completedOn: '2027-02-01', completedModuleIds: ['m1', 'm2'], nextModuleId: null, completionToRecord: true, evidence: [m1.id, m2.id], evidenceWithdrawn: false }));
  test('a module that stands in it twice is one', () => expect(stand({ moduleIds: [id('m1'), id('m1')], facts: [m1] })).toMatchObject({ status: 'COMPLETED', completedModuleIds: ['m1'] }));
  test('completes by a fact of its own; the modules stay as they are [U3, E10, U33]', () => {
    expect(stand({ facts: [m1, own] })).toMatchObject({ status: 'COMPLETED', progress: 1, completedOn: '2027-03-01', completedModuleIds: ['m1'], nextModuleId: 'm2', completionToRecord: false });
    expect(stand({ facts: [own, m1, m2] })).toMatchObject({ completedOn: '2027-03-01', completionToRecord: false, evidence: [] });
  });
  test('without modules never completes by itself [X24, U35]', () => {
    expect(stand({ moduleIds: [] })).toMatchObject({ status: 'NOT_STARTED', progress: 0, nextModuleId: null });
    expect(stand({ moduleIds: [], facts: [own] })).toMatchObject({ status: 'COMPLETED', progress: 1 });
  });
  test('loses percent with a revoked module, and still is begun [U31, 2.0.5]', () => {
    expect(stand({ facts: [m2], revocations: [revoke(m2.id)] })).toMatchObject({ status: 'IN_PROGRESS', progress: 0 });
  });
  test('stays complete though a module is revoked, with a flag [U32]', () => {
    const auto = fact('course', '2027-02-01', { evidence: [m2.id, m1.id] });
    expect(stand({ facts: [m1, m2, auto], revocations: [revoke(m1.id)] })).toMatchObject({ status: 'COMPLETED', progress: 1, completedModuleIds: ['m2'], evidenceWithdrawn: true, evidence: [m1.id, m2.id] });
    expect(stand({ facts: [m1, m2, auto] }).evidenceWithdrawn).toBe(false);
    const again = { ...m1, id: 'again' as FactId };
    expect(stand({ facts: [m1, m2, auto, again], revocations: [{ ...revoke(m1.id), givenBack: true }] }).evidenceWithdrawn).toBe(false);
  });
  test('revoked itself, does not complete again at once though its modules are [2.8]', () => {
    const taken = { facts: [m1, m2, own], revocations: [revoke(own.id)] };
    expect(stand(taken)).toMatchObject({ status: 'IN_PROGRESS', progress: 0.9999, completedModuleIds: ['m1', 'm2'], completionToRecord: false, completedOn: null });
    const again = (recorded: string, name = 'm1') => stand({ ...taken, facts: [...taken.facts, fact(name, '2027-02-02', { recordedAt: at(recorded) })] }).status;
    expect([again('2027-04-02'), again('2027-04-01'), again('2027-04-02', 'elsewhere')]).toEqual(['COMPLETED', 'IN_PROGRESS', 'IN_PROGRESS']);
    expect(stand({ ...taken, reevaluatedAt: at('2027-04-02') }).status).toBe('COMPLETED');
    expect(stand({ ...taken, reevaluatedAt: at('2027-04-01') }).status).toBe('IN_PROGRESS');
    expect(stand({ ...taken, reevaluatedAt: at('2027-04-02'), facts: [...taken.facts, { ...own, id: 'second' as FactId }], revocations: [revoke(own.id), revoke('second' as FactId, '2027-04-03')] }).status).toBe('IN_PROGRESS');
    expect(stand({ facts: [m1, m2, { ...m1, id: 'm1-old' as FactId }], revocations: [revoke('m1-old' as FactId)] }).status).toBe('COMPLETED');
  });
});
