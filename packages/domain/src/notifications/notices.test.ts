import { expect, test } from '@jest/globals';
import { expectCatalogIsComplete } from '../shared/catalog.testing.ts';
import { noticeCatalog, sayNotice } from './notice-messages.ts';

test('every notice is said in both languages [C18]', () => {
  const name = 'Safety';
  expectCatalogIsComplete(noticeCatalog, { PLAN_PUBLISHED: { name }, ASSIGNED: { name }, ASSIGNED_DUE: { name, due: '2027-06-30' }, VERSION_MOVED: { name }, STEP_OPENED: { name }, NAMED_STEP_OPENED: { name, step: 'First aid' } });
});

test('only what was assigned names its due date, and only where there is one [D18, L48]', () => {
  const told = { name: 'Safety', due: '2027-06-30' } as const;
  expect(sayNotice({ ...told, type: 'ASSIGNED' }, 'en')).toBe('“Safety” was assigned to you. It is due on June 30, 2027.');
  expect(sayNotice({ ...told, type: 'ASSIGNED', due: null }, 'en')).toBe('“Safety” was assigned to you.');
  expect(sayNotice({ ...told, type: 'VERSION_MOVED' }, 'en')).not.toContain('2027');
});

test('a step that has opened is named as long as it is open [C3, C19]', () => {
  const told = { type: 'STEP_OPENED', name: 'Safety', due: null } as const;
  expect(sayNotice({ ...told, step: 'First aid' }, 'en')).toBe('“First aid” in “Safety” is open for you now.');
  expect(sayNotice({ ...told, step: null }, 'en')).toBe('A step of “Safety” is open for you now.');
});
