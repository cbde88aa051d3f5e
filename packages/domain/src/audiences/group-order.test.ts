import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { GroupId } from '../shared/ids.ts';
import type { AudienceExpression } from './audience-expression.ts';
import { groupsInOrder, groupsReading, referencesOf, speaksOf } from './audience-references.ts';

const id = (name: string | number) => `g${name}` as GroupId;
const everyone: AudienceExpression = { kind: 'EVERYONE' };
const reads = (...groups: GroupId[]): AudienceExpression => ({ kind: 'NOT', operand: { kind: 'OR', operands: [{ kind: 'EVERYONE' }, { kind: 'GROUPS', groupIds: groups }] } });

/** Rules in which a group reads only groups of lower numbers, and some static ones. */
const acyclic = fc.integer({ min: 1, max: 12 }).chain((size) =>
  fc.tuple(...Array.from({ length: size }, (_, number) => fc.subarray([...Array.from({ length: number }, (__, lower) => id(lower)), id('static')]))).map(
    (all) => new Map(all.map((groups, number) => [id(number), groups.length > 0 ? reads(...groups) : everyone])),
  ),
);

test('every group comes after all that its rule reads, and once [L61]', () => {
  fc.assert(
    fc.property(acyclic, (rules) => {
      const levels = groupsInOrder(rules);
      const place = new Map(levels.flatMap((level, index) => level.map((group) => [group, index] as const)));
      expect([...place.keys()].toSorted()).toEqual([...rules.keys()].toSorted());
      for (const [group, rule] of rules) for (const read of referencesOf(rule).groupIds) if (rules.has(read)) expect(place.get(read)).toBeLessThan(place.get(group)!);
    }),
  );
});

test('who reads a group directly or through others is found, and nobody else', () => {
  const rules = new Map([[id(1), reads(id('static'))], [id(2), reads(id(1))], [id(3), reads(id('other'))], [id(4), reads(id(2), id(3))]]);
  expect([...groupsReading([id('static')], rules)].toSorted()).toEqual([id(1), id(2), id(4)]);
  expect([...groupsReading([id('other')], rules)].toSorted()).toEqual([id(3), id(4)]);
  expect(groupsReading([id('nobody')], rules).size).toBe(0);
});

test('groups in a circle, which saving refuses, still come to an end', () => {
  const rules = new Map([[id(1), reads(id(2))], [id(2), reads(id(1))], [id(3), everyone]]);
  expect(groupsInOrder(rules)).toEqual([[id(3)], [id(1), id(2)]]);
  expect([...groupsReading([id(1)], rules)].toSorted()).toEqual([id(1), id(2)]);
});

test('a condition of a kind is found however deep it stands', () => {
  expect(speaksOf(reads(id(1)), 'GROUPS')).toBe(true);
  expect(speaksOf(reads(id(1)), 'DEPARTMENTS')).toBe(false);
});
