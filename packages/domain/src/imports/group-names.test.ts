import { expect, test } from '@jest/globals';
import { findGroupsToJoin, readGroupNames, type NamedGroup } from './group-names.ts';

const groups: readonly NamedGroup[] = [{ id: 'a', name: 'First aiders', kind: 'STATIC' }, { id: 'b', name: 'Fire wardens', kind: 'STATIC' }, { id: 'c', name: 'Everybody', kind: 'DYNAMIC' }];
const find = (name: string) => groups.find((group) => group.name.toLowerCase() === name.toLowerCase());

test('names are separated by semicolons or strokes, each once and tidy', () => {
  expect(readGroupNames(' First  aiders;Fire wardens ；;First aiders|会 议｜')).toEqual(['First aiders', 'Fire wardens', '会 议']);
  expect(readGroupNames("'=A;B")).toEqual(['=A', 'B']);
  expect(readGroupNames(' ')).toEqual([]);
});

test('a person joins the static groups that they are not in; what cannot be joined is a warning', () => {
  const { joins, warnings } = findGroupsToJoin(['first AIDERS', 'Fire wardens', 'Everybody', 'Nobody', 'First aiders'], find, (id) => id === 'b');
  expect(joins.map(({ id }) => id)).toEqual(['a']);
  expect(warnings.map(({ code, params }) => [code, params])).toEqual([['GROUP_BY_RULE', { value: 'Everybody' }], ['UNKNOWN_GROUP', { value: 'Nobody' }]]);
});

test('a name of any length is said in few words', () => {
  expect(findGroupsToJoin(['x'.repeat(500)], find, () => false).warnings[0]?.params).toEqual({ value: `${'x'.repeat(100)}…` });
});
