import { expect, test } from '@jest/globals';
import { expectCatalogIsComplete } from '../shared/catalog.testing.ts';
import { checkOverride, overrideProblemCatalog, sayOverrideProblem } from './check-override.ts';
import type { Override } from './standing-input.ts';
import { adjustDue, adjustUnits, at, creditMilestone, key, milestone, waive } from './standing.testing.ts';

const M = milestone('M', 2, ['A']);
const E = milestone('E', null, ['A']);
const note = (length: number): Override => ({ act: 'NOTE', milestoneKey: key('M'), note: 'x'.repeat(length), from: at('2027-01-01') });

test.each<[string, Override, typeof M, string | undefined]>([
  ['zero units [R6]', adjustUnits('M', 0, '2027-01-01'), M, 'USE_WAIVE'],
  ['one unit', adjustUnits('M', 1, '2027-01-01'), M, undefined],
  ['half a session', adjustUnits('M', '0.5', '2027-01-01'), M, 'UNITS_NOT_WHOLE'],
  ['half a credit', adjustUnits('M', '0.5', '2027-01-01'), creditMilestone('M', 1, ['A']), undefined],
  ['units of an elective', adjustUnits('E', 1, '2027-01-01'), E, 'NO_UNITS_TO_ADJUST'],
  ['the most sessions', adjustUnits('M', 5000, '2027-01-01'), M, undefined],
  ['more sessions than fit', adjustUnits('M', 5001, '2027-01-01'), M, 'UNITS_TOO_LARGE'],
  ['the most credits', adjustUnits('M', 100_000, '2027-01-01'), creditMilestone('M', 1, ['A']), undefined],
  ['more credits than fit', adjustUnits('M', '100000.1', '2027-01-01'), creditMilestone('M', 1, ['A']), 'UNITS_TOO_LARGE'],
  ['a waiver [L42]', waive('M', '2027-01-01'), M, undefined],
  ['a waiver of an elective', waive('E', '2027-01-01'), E, 'ELECTIVE_NEEDS_NO_WAIVER'],
  ['a due date of an elective', adjustDue('E', '2027-01-01', '2027-01-01'), E, undefined],
  ['a note', note(2000), M, undefined],
  ['a note too long', note(2001), M, 'NOTE_TOO_LONG'],
])('%s', (_, override, definition, code) => expect(checkOverride(override, definition)?.code).toBe(code));

test('every problem is there in both languages', () => {
  expectCatalogIsComplete(overrideProblemCatalog, { USE_WAIVE: {}, ELECTIVE_NEEDS_NO_WAIVER: {}, NO_UNITS_TO_ADJUST: {}, UNITS_NOT_WHOLE: {}, UNITS_TOO_LARGE: { limit: '7' }, NOTE_TOO_LONG: { limit: 1, length: 2 }, NOTHING_TO_ADJUST: {}, PLAN_HAS_DUE_ONLY: {}, CONTENT_IS_WHOLE: {}, OVERRIDE_DUE_IN_PAST: { due: '2027-01-01' }, PLAN_COMPLETED: {}, PLAN_WITHDRAWN: {} });
  expect(sayOverrideProblem({ code: 'USE_WAIVE', params: {} }, 'en')).toBe('To require nothing of this person, use Waive.');
});
