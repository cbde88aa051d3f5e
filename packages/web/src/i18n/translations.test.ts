import { expect, test } from '@jest/globals';
import { allWebMessages as en } from './locales/en.ts';
import { allWebMessages as zh } from './locales/zh-CN.ts';
import { translationDifferences } from './translation-differences.ts';

test('English and Chinese have the same texts with the same variables in them', () => {
  expect(translationDifferences(en, zh)).toEqual([]);
});

test('a missing text, a text too many and a lost variable are each named', () => {
  const source = { a: 'Hello {{name}}', b: 'x', c_one: '{{count}} day', c_other: '{{count}} days' };
  const target = { a: '你好', c_other: '{{count}} 天', d: 'y' };
  expect(translationDifferences(source, target)).toEqual(['a: {{name}} ≠ ', 'b: missing', 'd: not in the source']);
});
