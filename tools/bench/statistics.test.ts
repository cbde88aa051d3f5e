import { expect, test } from '@jest/globals';
import { median, percentile, spreadOf } from './statistics.ts';

test('the median of an odd number of values is the one in the middle, whatever their order', () => {
  expect(median([9, 1, 5])).toBe(5);
});

test('a percentile is a value that was measured', () => {
  const values = Array.from({ length: 100 }, (_, index) => index + 1);
  expect([percentile(values, 0.5), percentile(values, 0.95), percentile(values, 0.99), percentile(values, 1)]).toEqual([50, 95, 99, 100]);
});

test('the spread sorts by size, not by text', () => {
  expect(spreadOf([100, 20, 3])).toEqual({ p50: 20, p95: 100, p99: 100 });
});

test('of nothing nothing is known', () => {
  expect(median([])).toBeNaN();
});
