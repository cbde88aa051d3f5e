import { expect, test } from '@jest/globals';
import { loadSeen, saveSeen, SeenRanges } from './seen-ranges.ts';
import { viewedShare } from './viewed-share.ts';

test('what is watched twice counts once [U2]', () => {
  const seen = new SeenRanges();
  seen.add(0, 30);
  seen.add(10, 40);
  seen.add(0, 20);
  expect(seen.share(100)).toBeCloseTo(0.4);
});

test('what was jumped over does not count, and fills in when it is watched', () => {
  const seen = new SeenRanges();
  seen.add(0, 10);
  seen.add(90, 100);
  expect(seen.share(100)).toBeCloseTo(0.2);
  seen.add(10, 90);
  expect(seen.share(100)).toBe(1);
});

test('parts that follow one another join, so that many small signs of a player stay one part', () => {
  const seen = new SeenRanges();
  for (let second = 0; second < 50; second += 0.25) seen.add(second, second + 0.25);
  expect(seen.toJSON()).toEqual([[0, 50]]);
});

test('the wrong way round, or of unknown length, is nothing', () => {
  const seen = new SeenRanges();
  seen.add(20, 10);
  expect(seen.share(100)).toBe(0);
  seen.add(0, 10);
  expect(seen.share(Number.NaN)).toBe(0);
  expect(seen.share(Number.POSITIVE_INFINITY)).toBe(0);
});

test('what was seen here is kept; what only the server knows of counts as the beginning', () => {
  const seen = new SeenRanges([[40, 60]]);
  saveSeen('p1', 'm1', seen);
  expect(loadSeen('p1', 'm1', { viewed: 0.2, length: 100 }).toJSON()).toEqual([[40, 60]]);
  expect(loadSeen('p1', 'm1', { viewed: 0.3, length: 100 }).toJSON()).toEqual([
    [0, 30],
    [40, 60],
  ]);
  expect(loadSeen('p2', 'm1', { viewed: 0, length: 100 }).toJSON()).toEqual([]);
});

test('the way to completion is not what has been seen: half-way to 80 % are 40 %', () => {
  const film = { state: 'IN_PROGRESS', completionRule: 'VIEWED', completionPercent: 80 } as const;
  expect(viewedShare({ ...film, progress: 0.5 })).toBeCloseTo(0.4);
  expect(viewedShare({ ...film, progress: 1, state: 'COMPLETED' })).toBe(1);
  expect(viewedShare({ state: 'IN_PROGRESS', completionRule: 'READ', completionPercent: null, progress: 0.7 })).toBe(0.7);
});
