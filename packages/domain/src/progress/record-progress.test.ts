import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { instant, instantFromMs, instantToMs } from '../shared/calendar.ts';
import type { ItemProgress, ModuleCompletionRule, ProgressReport } from './item-progress.ts';
import { NO_PROGRESS, recordProgress } from './record-progress.ts';

const now = instant('2027-06-01T20:00:00Z');
const clock = { now, zone: 'Asia/Tokyo' };
const video: ModuleCompletionRule = { kind: 'VIEWED', ratio: 0.8 };
const article: ModuleCompletionRule = { kind: 'READ_TO_END' };
const policy: ModuleCompletionRule = { kind: 'CONFIRMED' };
const report = (more: Partial<ProgressReport> = {}): ProgressReport => ({ at: instant('2027-06-01T19:00:00Z'), viewed: 0, reachedEnd: false, confirmed: false, ...more });
const record = (rule: ModuleCompletionRule, more: Partial<ProgressReport>, before: ItemProgress = NO_PROGRESS) => recordProgress(before, report(more), rule, clock);

describe('progress of a module', () => {
  test('opening it begins it [U2]', () => expect(record(video, {})).toEqual({ progress: { state: 'IN_PROGRESS', progress: 0, startedAt: '2027-06-01T19:00:00.000Z', lastActivityAt: '2027-06-01T19:00:00.000Z', resume: null }, completion: null }));

  test.each<[string, ModuleCompletionRule, Partial<ProgressReport>, string, number]>([
    ['a video seen as far as asked', video, { viewed: 0.8 }, 'COMPLETED', 1], ['a video seen less', video, { viewed: 0.4, reachedEnd: true, confirmed: true }, 'IN_PROGRESS', 0.5],
    ['a video seen almost as far', video, { viewed: 0.79999999 }, 'IN_PROGRESS', 0.9999], ['a video that has to be seen whole', { kind: 'VIEWED', ratio: 1 }, { viewed: 7 }, 'COMPLETED', 1],
    ['an article read to the end', article, { reachedEnd: true }, 'COMPLETED', 1], ['an article scrolled through', article, { viewed: 1, confirmed: true }, 'IN_PROGRESS', 0.9999],
    ['a document confirmed', policy, { confirmed: true }, 'COMPLETED', 1], ['a document not confirmed', policy, { viewed: 0.5, reachedEnd: true }, 'IN_PROGRESS', 0.5],
    ['nonsense', video, { viewed: Number.NaN }, 'IN_PROGRESS', 0], ['less than nothing', video, { viewed: -3 }, 'IN_PROGRESS', 0],
  ])('%s', (_, rule, more, state, progress) => expect(record(rule, more).progress).toMatchObject({ state, progress }));

  test('never falls, and what is complete stays so', () => {
    expect(record(video, { viewed: 0.1 }, record(video, { viewed: 0.4 }).progress).progress.progress).toBe(0.5);
    const done = record(video, { viewed: 0.9 });
    expect(record(video, { viewed: 0.1 }, done.progress)).toMatchObject({ progress: { state: 'COMPLETED', progress: 1 }, completion: null });
    expect(record(video, { viewed: 0.9 }, done.progress).completion).toBeNull();
  });

  test('completes once, on the day of the learner', () => {
    expect(record(article, { reachedEnd: true }).completion).toEqual({ completedOn: '2027-06-02', completedAt: '2027-06-01T19:00:00.000Z' });
    expect(record(article, { reachedEnd: true }, { ...NO_PROGRESS, state: 'FAILED' }).completion).not.toBeNull();
  });

  test('a clock that runs ahead or far behind is not believed', () => {
    const dated = (at: string) => record(video, { at: instant(at) }).progress.lastActivityAt;
    expect(dated('2027-06-01T20:00:01Z')).toBe('2027-06-01T20:00:00.000Z');
    expect(dated('2027-05-02T20:00:00Z')).toBe('2027-05-02T20:00:00.000Z');
    expect(dated('2001-01-01T00:00:00Z')).toBe('2027-05-02T20:00:00.000Z');
  });

  test('resumes where the latest report was, however late it came', () => {
    const at = (time: string, resumeAt: number | null, before = NO_PROGRESS) => record(video, { at: instant(time), resumeAt }, before).progress;
    const first = at('2027-06-01T18:00:00Z', 120);
    expect(at('2027-06-01T18:30:00Z', 60, first).resume).toEqual({ value: 60, at: '2027-06-01T18:30:00.000Z' });
    expect(at('2027-06-01T17:30:00Z', 600, first).resume?.value).toBe(120);
    expect(at('2027-06-01T18:00:00Z', 119, first).resume?.value).toBe(120);
    expect(at('2027-06-01T18:00:00Z', 121, first).resume?.value).toBe(121);
    expect(at('2027-06-01T18:30:00Z', 0, first).resume?.value).toBe(0);
    for (const nonsense of [null, -1, Number.NaN, 10_000_001, Number.POSITIVE_INFINITY]) expect(at('2027-06-01T18:30:00Z', nonsense, first).resume?.value).toBe(120);
    expect(at('2027-06-01T18:30:00Z', 10_000_000).resume?.value).toBe(10_000_000);
  });

  test('is the same in whatever order the reports come, and when they come twice', () => {
    const anyReport = fc.record({ at: fc.integer({ min: -50, max: 5 }).map((hours) => instantFromMs(instantToMs(now) + hours * 3_600_000)), viewed: fc.double({ min: -1, max: 2 }), reachedEnd: fc.boolean(), confirmed: fc.boolean(), resumeAt: fc.option(fc.integer({ min: -5, max: 500 })) });
    const all = (reports: readonly ProgressReport[], rule: ModuleCompletionRule) => reports.reduce((progress, entry) => recordProgress(progress, entry, rule, clock).progress, NO_PROGRESS);
    fc.assert(fc.property(fc.array(anyReport, { minLength: 1, maxLength: 6 }), fc.constantFrom(video, article, policy), (reports, rule) => {
      const once = all(reports, rule);
      expect(all(reports.toReversed(), rule)).toEqual(once);
      expect(all([...reports, ...reports], rule)).toEqual(once);
      expect(once.progress === 1).toBe(once.state === 'COMPLETED');
    }));
  });

  test('what was taken back begins again, and completes anew [2.0.5, U29]', () => {
    const takenBack: ItemProgress = { ...record(video, { viewed: 1, resumeAt: 5 }).progress, state: 'NOT_STARTED', progress: 0, resume: null };
    expect(record(video, { viewed: 0.4 }, takenBack)).toMatchObject({ progress: { state: 'IN_PROGRESS', progress: 0.5 }, completion: null });
    expect(record(video, { viewed: 1 }, takenBack).completion).not.toBeNull();
  });
});
