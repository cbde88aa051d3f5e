import { expect, test } from '@jest/globals';
import { reviewException, type ReviewSituation } from './review-exception.ts';

const away = { status: 'SUSPENDED', hasEmployeeNumber: true } as const;
const here = { status: 'ACTIVE', hasEmployeeNumber: true } as const;
const base: ReviewSituation = { person: here, state: 'APPLIED', exception: null, enrollmentStatus: 'NOT_STARTED' };

test.each<[string, Partial<ReviewSituation>, ReturnType<typeof reviewException>]>([
  ['somebody as before', {}, null],
  ['suspended with work to do', { person: away }, { state: 'EXCEPTION', exception: 'INACTIVE_PERSON' }],
  ['left in the midst of it', { person: { ...away, status: 'LEFT' }, enrollmentStatus: 'IN_PROGRESS', state: 'MERGED' }, { state: 'EXCEPTION', exception: 'INACTIVE_PERSON' }],
  ['suspended, and done with it', { person: away, enrollmentStatus: 'COMPLETED' }, null],
  ['suspended while another group’s dates stand', { person: away, state: 'CONFLICT' }, null],
  ['suspended with a case about a date: that comes first', { person: away, state: 'EXCEPTION', exception: 'UNKNOWN_ANCHOR' }, null],
  ['suspended, decided already', { person: away, exception: 'INACTIVE_PERSON' }, null],
  ['back, the case open', { state: 'EXCEPTION', exception: 'INACTIVE_PERSON' }, { state: 'APPLIED', exception: null }],
  ['back, decided: the next time is asked anew', { exception: 'INACTIVE_PERSON' }, { state: 'APPLIED', exception: null }],
  ['back, taken out of the assignment meanwhile', { state: 'DISMISSED', exception: 'INACTIVE_PERSON' }, null],
  ['still away', { person: away, state: 'EXCEPTION', exception: 'INACTIVE_PERSON' }, null],
  ['given a job number', { state: 'EXCEPTION', exception: 'NO_EMPLOYEE_NUMBER' }, { state: 'APPLIED', exception: null }],
  ['still without a job number', { person: { ...here, hasEmployeeNumber: false }, state: 'EXCEPTION', exception: 'NO_EMPLOYEE_NUMBER' }, null],
])('%s', (_, situation, expected) => {
  expect(reviewException({ ...base, ...situation })).toEqual(expected);
});
