import { describe, expect, test } from '@jest/globals';
import type { FactId } from '../shared/ids.ts';
import type { Situation, SourceKind } from './standing-input.ts';
import { at, day, fact, milestone, plan, planFact, situation, source, stand } from './standing.testing.ts';

const definition = plan([milestone('M', 1, ['A'])]);
const result = (input: Partial<Situation>) => {
  const { status, completionClass } = stand(definition, situation({ facts: [fact('A', '2027-03-01')], ...input }));
  return [status, completionClass];
};
const started = source('self', 'SELF_STARTED', '2027-01-01');
const assigned = (from: string, to: string | null = null) => source('a', 'GROUP', from, { to: to === null ? null : at(to) });
const ASSIGNED = ['COMPLETED', 'ASSIGNED'];
const SELF = ['COMPLETED', 'SELF'];

describe('assigned study or self-learning [D21, D22, 2.7]', () => {
  test('never assigned [S1]', () => expect(result({ sources: [started] })).toEqual(SELF));
  test('assigned before the start [S2]', () => expect(result({ sources: [assigned('2027-01-01')] })).toEqual(ASSIGNED));
  test('assigned after an own start, before completion [S3]', () => expect(result({ sources: [started, assigned('2027-02-20')] })).toEqual(ASSIGNED));
  test('assigned after completion [S4]', () => {
    expect(result({ sources: [started, assigned('2027-03-02')] })).toEqual(SELF);
    expect(result({ sources: [started, assigned('2027-02-01')], planFacts: [planFact('2027-03-01', { completionClass: 'SELF' })] })).toEqual(SELF);
  });
  test('withdrawn before completion, still visible [S5]', () => {
    expect(result({ sources: [assigned('2027-01-01', '2027-02-01')] })).toEqual(SELF);
    expect(result({ sources: [started, assigned('2027-01-01', '2027-02-01')] })).toEqual(SELF);
  });
  test('withdrawn before completion and not visible: no completion possible [S6]', () => {
    const hidden = { plan: { findable: false } };
    expect(result({ sources: [assigned('2027-01-01', '2027-02-01')], ...hidden })).toEqual(['WITHDRAWN', null]);
    expect(result({ sources: [assigned('2027-01-01', '2027-02-01'), source('z', 'RULE', '2027-01-01', { to: at('2027-02-28') })], ...hidden })).toEqual(['WITHDRAWN', null]);
    expect(result({ sources: [assigned('2027-01-01', '2027-03-01')], ...hidden })).toEqual(ASSIGNED);
    expect(result({ sources: [source('s', 'GROUP', '2027-01-01', { suppressed: true })], ...hidden })).toEqual(['WITHDRAWN', null]);
    expect(result({ sources: [started], ...hidden })).toEqual(SELF);
  });
  test('imported: valid time decides, not when it was recorded [S7]', () => {
    const imported = { facts: [fact('A', '2027-03-01', { recordedAt: at('2027-05-01'), origin: 'IMPORT' as const })] };
    expect(result({ sources: [assigned('2027-02-01')], ...imported })).toEqual(ASSIGNED);
    expect(result({ sources: [assigned('2027-04-01')], ...imported })).toEqual(SELF);
  });
  test('dated before the assignment [S7b]', () => expect(result({ sources: [assigned('2027-03-02')] })).toEqual(SELF));
  test('on one day the assignment comes first [S7b]', () => {
    expect(result({ sources: [assigned('2027-03-01T23:00:00Z')] })).toEqual(ASSIGNED);
    expect(result({ sources: [assigned('2027-03-01T23:00:00Z')], person: { zone: 'Asia/Tokyo' } })).toEqual(SELF);
  });
  test('unless both moments are known [S7b]', () => {
    const timed = { facts: [fact('A', '2027-03-01', { completedAt: at('2027-03-01T10:00:00Z') })] };
    expect(result({ sources: [assigned('2027-03-01T10:00:01Z')], ...timed })).toEqual(SELF);
    expect(result({ sources: [assigned('2027-03-01T10:00:00Z')], ...timed })).toEqual(ASSIGNED);
    expect(result({ sources: [assigned('2027-01-01', '2027-03-01T10:00:00Z')], ...timed })).toEqual(SELF);
    expect(result({ sources: [assigned('2027-01-01', '2027-03-01T10:00:01Z')], ...timed })).toEqual(ASSIGNED);
    expect(result({ sources: [assigned('2027-03-01T10:00:01Z')], planFacts: [planFact('2027-03-01', { completedAt: at('2027-03-01T10:00:00Z') })] })).toEqual(SELF);
  });
  test('the moment is that of the last evidence, if all of that day have one', () => {
    const both = plan([milestone('M', 2, ['A', 'B'])]);
    const moments = (a: string | null, b: string | null) => stand(both, situation({
      facts: [fact('A', '2027-03-01', { completedAt: a === null ? null : at(a) }), fact('B', '2027-03-01', { completedAt: b === null ? null : at(b) })],
      sources: [assigned('2027-03-01T12:00:00Z')],
    })).completionClass;
    expect(moments('2027-03-01T10:00:00Z', '2027-03-01T11:00:00Z')).toBe('SELF');
    expect(moments('2027-03-01T13:00:00Z', '2027-03-01T11:00:00Z')).toBe('ASSIGNED');
    expect(moments('2027-03-01T10:00:00Z', null)).toBe('ASSIGNED');
    expect(moments('2027-02-28T10:00:00Z', '2027-03-01T11:00:00Z')).toBe('ASSIGNED');
    expect(moments('2027-03-01T11:59:59.999Z', '2027-03-01T12:00:00.001Z')).toBe('ASSIGNED');
    const earlierDay = stand(both, situation({
      facts: [fact('A', '2027-02-20'), fact('B', '2027-03-01', { completedAt: at('2027-03-01T11:00:00Z') }), fact('X', '2027-03-01')],
      sources: [assigned('2027-03-01T12:00:00Z')],
    }));
    expect(earlierDay.completionClass).toBe('SELF');
  });
  test('each cycle is classified by itself [S8]', () => {
    const second = { enrollment: { enrolledOn: day('2027-02-01'), cycle: 2, cycleStartsOn: day('2027-02-01'), stepReleases: [] }, facts: [fact('A', '2026-03-01'), fact('A', '2027-03-01', { id: 'again' as FactId })] };
    expect(result({ ...second, sources: [assigned('2027-02-01')] })).toEqual(ASSIGNED);
    expect(result({ ...second, sources: [source('b', 'BOOKMARK', '2027-02-01')] })).toEqual(SELF);
  });
  test('registered and assigned [S9]', () => expect(result({ sources: [source('r', 'SELF_REGISTRATION', '2027-01-01'), assigned('2027-01-02')] })).toEqual(ASSIGNED));
  test('satisfied before the source began [S10]', () => expect(result({ facts: [fact('A', '2026-06-01')], sources: [assigned('2027-01-01')] })).toEqual(SELF));
  test.each<[SourceKind, string]>([
    ['INDIVIDUAL', 'ASSIGNED'], ['GROUP', 'ASSIGNED'], ['DEPARTMENT', 'ASSIGNED'], ['POSITION', 'ASSIGNED'], ['JOB_ROLE', 'ASSIGNED'], ['RULE', 'ASSIGNED'],
    ['IMPORT', 'ASSIGNED'], ['API', 'ASSIGNED'], ['SELF_REGISTRATION', 'SELF'], ['SELF_STARTED', 'SELF'], ['BOOKMARK', 'SELF'],
  ])('%s makes it %s', (kind, completionClass) => expect(result({ sources: [source('s', kind, '2027-01-01')] })).toEqual(['COMPLETED', completionClass]));
  test('a conflict or a kept source is an assignment all the same', () => expect(result({ sources: [source('s', 'GROUP', '2027-01-01', { dormant: true, kept: true })] })).toEqual(ASSIGNED));
});
