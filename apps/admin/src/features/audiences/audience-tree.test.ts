import { describe, expect, test } from '@jest/globals';
import { newCombination, newCondition, readTree, replacePart, writeTree } from './audience-tree.ts';

const departments = { kind: 'DEPARTMENTS', departmentIds: ['d1'], includeSubDepartments: false };

describe('an audience as a tree of conditions (2.1)', () => {
  test.each<[string, object]>([
    ['one condition', departments],
    ['a negation', { kind: 'NOT', operand: { kind: 'GROUPS', groupIds: ['g1', 'g2'] } }],
    ['every kind together', { kind: 'AND', operands: [departments, { kind: 'POSITIONS', positionIds: ['p'] }, { kind: 'JOB_ROLES', jobRoleIds: ['j'] }, { kind: 'PARTNER_ACCOUNTS', partnerAccountIds: ['a'] }, { kind: 'PEOPLE', personIds: ['x'] }, { kind: 'LANGUAGES', languages: ['zh'] }, { kind: 'HIRE_DATE', from: '2026-01-01', to: null }, { kind: 'EVERYONE' }] }],
    ['brackets in brackets, one of them negated', { kind: 'OR', operands: [departments, { kind: 'NOT', operand: { kind: 'AND', operands: [{ kind: 'EVERYONE' }, { kind: 'OR', operands: [departments, { kind: 'EVERYONE' }] }] } }] }],
  ])('%s is read and written as it was', (_, expression) => {
    expect(writeTree(readTree(expression))).toEqual(expression);
  });

  test('two negations are none, and brackets around one condition fall away', () => {
    expect(writeTree(readTree({ kind: 'NOT', operand: { kind: 'NOT', operand: departments } }))).toEqual(departments);
    expect(writeTree(readTree({ kind: 'AND', operands: [{ kind: 'OR', operands: [departments] }] }))).toEqual(departments);
  });

  test('a condition that lacks its values is not written, nor what it stands in', () => {
    expect(writeTree(readTree(null))).toBeUndefined();
    expect(writeTree(newCombination('OR', [newCondition('EVERYONE'), newCombination('AND', [newCondition('HIRE_DATE')])]))).toBeUndefined();
  });

  test('a part is replaced or taken out wherever it stands', () => {
    const inner = newCondition('EVERYONE');
    const tree = newCombination('AND', [newCondition('EVERYONE'), newCombination('OR', [inner, newCondition('EVERYONE')])]);
    expect(writeTree(replacePart(tree, inner.key, { ...inner, not: true }))).toMatchObject({ operands: [{}, { operands: [{ kind: 'NOT' }, {}] }] });
    expect(writeTree(replacePart(tree, inner.key, undefined))).toEqual({ kind: 'AND', operands: [{ kind: 'EVERYONE' }, { kind: 'EVERYONE' }] });
  });
});
