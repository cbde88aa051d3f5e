import { expect, test } from '@jest/globals';
import { initialsOf } from './person-avatar.tsx';

test.each([
  ['Mia Chen', 'MC'],
  ['Zoë de la Cruz', 'ZC'],
  ['王小明', '小明'],
  ['李雪', '李雪'],
  ['أحمد علي', 'أع'],
  ['Анна Сергеевна', 'АС'],
  ["  'Kofi'  ", 'K'],
  ['O’Brien', 'O'],
  ['👩‍🚀', '?'],
  ['', '?'],
  ['नीलम शर्मा', 'नीश'],
])('the initials of %s are %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
