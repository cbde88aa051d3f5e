import { expect, test } from '@jest/globals';
import { translationDifferences } from '@milepost/web/i18n/translation-differences.ts';
import { messages as en } from './en.ts';
import { messages as enPages } from './en/pages.ts';
import { messages as zh } from './zh-CN.ts';
import { messages as zhPages } from './zh-CN/pages.ts';

test('English and Chinese have the same texts with the same variables in them', () => {
  expect(translationDifferences(en, zh)).toEqual([]);
  expect(translationDifferences(enPages, zhPages)).toEqual([]);
});
