import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { NearestTexts } from './find-nearest.ts';

/** The same by the definition alone. */
function naive(wanted: string, among: readonly string[]): string | undefined {
  const text = wanted.toLowerCase();
  const limit = Math.min(2, Math.ceil(text.length / 3) - 1);
  const near = [...new Set(among.map((each) => each.toLowerCase()))].map((each) => ({ each, distance: distance(text, each) })).filter((found) => found.distance <= limit);
  const least = Math.min(...near.map((found) => found.distance));
  const nearest = near.filter((found) => found.distance === least);
  return nearest.length === 1 ? nearest[0].each : undefined;
}

function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const rest = distance(a.slice(1), b.slice(1));
  if (a[0] === b[0]) return rest;
  return 1 + Math.min(rest, distance(a.slice(1), b), distance(a, b.slice(1)));
}

describe('the nearest of many texts [U21]', () => {
  test('is the only one with the fewest letters between, as its definition says', () => {
    const word = fc.array(fc.constantFrom('a', 'b', 'c', '1', '误', 'A'), { maxLength: 7 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 12 }), (text, among) => {
        expect(new NearestTexts(among).find(text)?.toLowerCase()).toBe(naive(text, among));
      }),
      { numRuns: 1_000 },
    );
  });

  test('is nobody who is not the nearest alone', () => {
    expect(new NearestTexts(['bab', 'bib']).find('bob')).toBeUndefined();
    expect(new NearestTexts(['abcdxyg', 'abcdefh']).find('abcdefg')).toBe('abcdefh');
    expect(new NearestTexts(['cd']).find('ab')).toBeUndefined();
  });

  test('is found among a hundred thousand that are alike without comparing letter by letter', () => {
    const near = new NearestTexts(Array.from({ length: 100_000 }, (_, n) => `person${n}@example.com`));
    expect(near.find('person4711@exmaple.com')).toBe('person4711@example.com');
    expect(near.find('nobody@example.org')).toBeUndefined();
    expect(near.find('person47111111@example.com')).toBeUndefined();
  });
});
