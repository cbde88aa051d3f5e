import { expect, test } from '@jest/globals';
import { calendarDate } from '../shared/calendar.ts';
import { expectCatalogIsComplete } from '../shared/catalog.testing.ts';
import type { AssignmentException } from './assignment.ts';
import { classifyResolution, exceptionCatalog, exceptionOptions, sayException, type ExceptionChoice, type ResolveSituation } from './resolve-exception.ts';

const today = calendarDate('2027-06-01');
const unknown: ResolveSituation = { status: 'NOT_STARTED', exception: 'UNKNOWN_ANCHOR', today };

test.each<[AssignmentException, readonly string[]]>([
  ['UNKNOWN_ANCHOR', ['REALISTIC_DUE 2027-06-18 GIVE_DATE', 'KEEP null KEEP_WITHOUT_DATE', 'DISMISS null DISMISS']],
  ['UNREALISTIC_DUE', ['REALISTIC_DUE 2027-06-18 GIVE_DATE', 'KEEP null KEEP_DATE', 'DISMISS null DISMISS']],
  ['INACTIVE_PERSON', ['KEEP null KEEP_INACTIVE', 'DISMISS null DISMISS']],
  ['NO_EMPLOYEE_NUMBER', ['KEEP null KEEP_NUMBERLESS', 'DISMISS null DISMISS']],
])('the ways out of %s, each with what follows [2.4, ambition 9]', (exception, expected) =>
  expect(exceptionOptions(exception, today, 10).map(({ choice, due, consequence }) => `${choice} ${due} ${consequence.code}`)).toEqual(expected));

test.each<[ExceptionChoice, Partial<ResolveSituation>, string]>([
  ['REALISTIC_DUE', {}, 'RESOLVED'],
  ['REALISTIC_DUE', { status: 'COMPLETED' }, 'COMPLETED'],
  ['REALISTIC_DUE', { status: 'WITHDRAWN' }, 'WITHDRAWN'],
  ['REALISTIC_DUE', { exception: 'INACTIVE_PERSON' }, 'NOT_ABOUT_A_DATE'],
  ['KEEP', {}, 'RESOLVED'],
  ['KEEP', { status: 'COMPLETED' }, 'RESOLVED'],
  ['DISMISS', { status: 'IN_PROGRESS' }, 'DISMISSED'],
  ['DISMISS', { exception: null }, 'NO_EXCEPTION'],
])('%s for %j comes to %s', (choice, more, expected) => expect(classifyResolution(choice, { ...unknown, ...more })).toBe(expected));

test('cases and consequences are said in both languages', () => {
  expectCatalogIsComplete(exceptionCatalog, {
    INACTIVE_PERSON: {}, NO_EMPLOYEE_NUMBER: {}, UNKNOWN_ANCHOR: {}, UNREALISTIC_DUE: {}, GIVE_DATE: { due: '2027-06-18' }, KEEP_WITHOUT_DATE: {}, KEEP_DATE: {}, KEEP_INACTIVE: {}, KEEP_NUMBERLESS: {}, DISMISS: {},
  });
  expect(sayException({ code: 'UNKNOWN_ANCHOR', params: {} }, 'en')).toBe('The due date counts from the hire date, which nobody has entered');
});
