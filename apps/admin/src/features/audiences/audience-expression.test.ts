import { expect, test } from '@jest/globals';
import { readAudience, writeAudience } from './audience-expression.ts';

test('what is chosen is one expression, all added together, and can be read back [D23, D24]', () => {
  const choices = [
    { kind: 'departments', id: 'd1', withSub: true },
    { kind: 'departments', id: 'd2', withSub: false },
    { kind: 'positions', id: 'p1' },
    { kind: 'jobRoles', id: 'j1' },
    { kind: 'partners', id: 'a1' },
    { kind: 'groups', id: 'g1' },
    { kind: 'people', id: 'x1' },
  ] as const;
  const expression = writeAudience(choices);
  expect(expression).toMatchObject({ kind: 'OR', operands: [{ departmentIds: ['d1'], includeSubDepartments: true }, { departmentIds: ['d2'], includeSubDepartments: false }, {}, {}, {}, {}, {}] });
  expect(readAudience(expression)).toEqual({ is: 'CHOSEN', choices });
});

test('one kind alone stands by itself, nothing chosen is nobody, everyone is told apart', () => {
  expect(writeAudience([{ kind: 'positions', id: 'p1' }])).toEqual({ kind: 'POSITIONS', positionIds: ['p1'] });
  expect(writeAudience([])).toBeNull();
  expect(readAudience(null)).toEqual({ is: 'NOBODY' });
  expect(readAudience({ kind: 'EVERYONE' })).toEqual({ is: 'EVERYONE' });
});

test('an expression that the picker cannot show is not taken apart', () => {
  expect(readAudience({ kind: 'NOT', operand: { kind: 'EVERYONE' } })).toEqual({ is: 'OTHER' });
  expect(readAudience({ kind: 'OR', operands: [{ kind: 'LANGUAGES', languages: ['zh'] }] })).toEqual({ is: 'OTHER' });
});
