import { expect, test } from '@jest/globals';
import { PackedRows } from './packed-rows.ts';
import { PackedStrings } from './packed-strings.ts';

test('many rows come back as they were, in order and as often as is wanted', () => {
  const rows = Array.from({ length: 777 }, (_, index) => [`${index}`, '', '张伟 \ud83d', '"\n']);
  const packed = new PackedRows<string[]>();
  for (const row of rows) packed.add(row);
  expect(packed.length).toBe(777);
  expect([...packed]).toEqual(rows);
  expect([...packed.parts()].flat()).toEqual(rows);
});

test('many strings come back by their numbers, empty ones and one that is longer than others together; another number is none', () => {
  const strings = ['', '张伟', 'x'.repeat(3_000_000), ...Array.from({ length: 70_000 }, (_, index) => `person${index}@example.com`)];
  const packed = new PackedStrings();
  for (const text of strings) packed.add(text);
  expect(strings.findIndex((text, index) => packed.at(index) !== text)).toBe(-1);
  for (const nowhere of [-1, strings.length, Number.NaN, 0.5]) expect(packed.at(nowhere)).toBeUndefined();
});
