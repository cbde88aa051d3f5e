import { expect, test } from '@jest/globals';
import type { PersonId } from '../shared/ids.ts';
import { checkPersonMerge, uniteRecords, type MergedRecord } from './check-person-merge.ts';

const record = (id: string, more: Partial<MergedRecord> = {}): MergedRecord => ({ id: id as PersonId, name: id, status: 'ACTIVE', mergedIntoId: null, ...more });

test('two records of one person can be merged, whichever of them takes part [2.6]', () => {
  expect(checkPersonMerge(record('a'), record('b')).ok).toBe(true);
  expect(checkPersonMerge(record('a', { status: 'LEFT' }), record('b', { status: 'LEFT' })).ok).toBe(true);
  expect(checkPersonMerge(record('a', { status: 'LEFT' }), record('b', { status: 'SUSPENDED' })).ok).toBe(true);
});

test.each([
  ['itself', record('a'), record('a'), 'MERGED_WITH_ITSELF', 'a'],
  ['what was merged away', record('a', { mergedIntoId: 'c' as PersonId }), record('b'), 'MERGED_ALREADY', 'a'],
  ['into what was merged away', record('a'), record('b', { mergedIntoId: 'c' as PersonId }), 'MERGED_ALREADY', 'b'],
  ['somebody who is here into somebody who has left', record('a'), record('b', { status: 'LEFT' }), 'MERGED_INTO_LEFT', 'b'],
] as const)('%s is refused by name [2.6]', (_, from, into, code, name) => {
  expect(checkPersonMerge(from, into)).toEqual({ ok: false, problem: { code, name } });
});

test('what the survivor has already is the survivor’s [2.6]', () => {
  const from = [{ id: '1', key: 'group:x' }, { id: '2', key: 'group:y' }];
  expect(uniteRecords(from, [{ id: '9', key: 'group:y' }])).toEqual([{ id: '1', key: 'group:x', collides: false }, { id: '2', key: 'group:y', collides: true }]);
});
