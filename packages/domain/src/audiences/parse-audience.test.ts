import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AUDIENCE_LIMITS } from './audience-expression.ts';
import { parseAudience } from './parse-audience.ts';

const A = '0190f3c8-7d2a-7c3e-9f41-0000000000aa';
const B = '0190f3c8-7d2a-7c3e-9f41-0000000000bb';

function problemsOf(json: unknown): unknown {
  const parsed = parseAudience(json);
  return parsed.ok ? 'none' : parsed.problem.map(({ code, path }) => [code, path.join('.')]);
}

const nested = (depth: number): unknown => (depth === 1 ? { kind: 'EVERYONE' } : { kind: 'NOT', operand: nested(depth - 1) });
const wide = (operands: number) => ({ kind: 'OR', operands: Array.from({ length: operands }, () => ({ kind: 'EVERYONE' })) });

describe('an audience from JSON', () => {
  test.each([
    { kind: 'EVERYONE' }, { kind: 'PEOPLE', personIds: [A] }, { kind: 'GROUPS', groupIds: [A, B] },
    { kind: 'DEPARTMENTS', departmentIds: [A], includeSubDepartments: false }, { kind: 'DEPARTMENTS', departmentIds: [A], includeSubDepartments: true },
    { kind: 'POSITIONS', positionIds: [A] }, { kind: 'JOB_ROLES', jobRoleIds: [A] }, { kind: 'LANGUAGES', languages: ['en', 'zh-CN', 'zh-Hant-TW'] },
    { kind: 'PARTNER_ACCOUNTS', partnerAccountIds: [A] }, { kind: 'HIRE_DATE', from: '2027-01-01', to: '2027-01-01' },
    { kind: 'AND', operands: [{ kind: 'EVERYONE' }, { kind: 'NOT', operand: { kind: 'GROUPS', groupIds: [B] } }] },
    nested(AUDIENCE_LIMITS.depth), wide(AUDIENCE_LIMITS.nodes - 1),
    { kind: 'GROUPS', groupIds: Array.from({ length: AUDIENCE_LIMITS.idsPerLeaf }, (_, i) => `0190f3c8-7d2a-7c3e-9f41-${String(i).padStart(12, '0')}`) },
  ])('comes back as it was (case %#) [D23, C9]', (json) => expect(parseAudience(json)).toEqual({ ok: true, value: json }));

  test('an open end of a range is null', () =>
    expect(parseAudience({ kind: 'HIRE_DATE', to: '2027-01-01' })).toEqual({ ok: true, value: { kind: 'HIRE_DATE', from: null, to: '2027-01-01' } }));

  test('ids come back in lower case and once [C18]', () =>
    expect(parseAudience({ kind: 'PEOPLE', personIds: [A.toUpperCase(), B, A] })).toEqual({ ok: true, value: { kind: 'PEOPLE', personIds: [A, B] } }));

  test.each<[unknown, unknown]>([
    [null, [['NOT_AN_OBJECT', '']]], ['EVERYONE', [['NOT_AN_OBJECT', '']]], [[], [['NOT_AN_OBJECT', '']]], [undefined, [['NOT_AN_OBJECT', '']]],
    [{}, [['UNKNOWN_KIND', 'kind']]], [{ kind: 'everyone' }, [['UNKNOWN_KIND', 'kind']]], [{ kind: 'toString' }, [['UNKNOWN_KIND', 'kind']]], [{ kind: 7 }, [['UNKNOWN_KIND', 'kind']]],
    [{ kind: 'EVERYONE', extra: 1 }, [['UNKNOWN_FIELD', 'extra']]],
    [JSON.parse('{"kind":"EVERYONE","__proto__":{"kind":"NOT"}}'), [['UNKNOWN_FIELD', '__proto__']]],
    [Object.create({ kind: 'EVERYONE' }), [['UNKNOWN_KIND', 'kind']]],
    [{ kind: 'GROUPS' }, [['FIELD_MISSING', 'groupIds']]],
    [{ kind: 'DEPARTMENTS', departmentIds: [A] }, [['FIELD_MISSING', 'includeSubDepartments']]],
    [{ kind: 'DEPARTMENTS', departmentIds: [A], includeSubDepartments: 'yes' }, [['NOT_A_BOOLEAN', 'includeSubDepartments']]],
    [{ kind: 'GROUPS', groupIds: 'all' }, [['NOT_A_LIST', 'groupIds']]], [{ kind: 'GROUPS', groupIds: [] }, [['LIST_EMPTY', 'groupIds']]],
    [{ kind: 'GROUPS', groupIds: [A, 'x', 3] }, [['NOT_AN_ID', 'groupIds.1'], ['NOT_AN_ID', 'groupIds.2']]],
    [{ kind: 'GROUPS', groupIds: Array(AUDIENCE_LIMITS.idsPerLeaf + 1).fill(A) }, [['TOO_MANY_IDS', 'groupIds']]],
    [{ kind: 'LANGUAGES', languages: ['e', 'en_US', '', 5, `en-${'abcdefgh-'.repeat(5)}x`] }, [0, 1, 2, 3, 4].map((i) => ['NOT_A_LANGUAGE', `languages.${i}`])],
    [{ kind: 'HIRE_DATE' }, [['RANGE_EMPTY', '']]], [{ kind: 'HIRE_DATE', from: null, to: null }, [['RANGE_EMPTY', '']]],
    [{ kind: 'HIRE_DATE', from: '2027-02-30' }, [['NOT_A_DATE', 'from']]], [{ kind: 'HIRE_DATE', to: 5 }, [['NOT_A_DATE', 'to']]],
    [{ kind: 'HIRE_DATE', from: '2027-02-02', to: '2027-02-01' }, [['RANGE_REVERSED', '']]],
    [{ kind: 'AND', operands: [] }, [['LIST_EMPTY', 'operands']]],
    [{ kind: 'NOT' }, [['FIELD_MISSING', 'operand']]], [{ kind: 'NOT', operand: null }, [['NOT_AN_OBJECT', 'operand']]],
    [{ kind: 'AND', operands: [{ kind: 'OR', operands: [{ kind: 'PEOPLE', personIds: ['x'] }] }, 1] }, [['NOT_AN_ID', 'operands.0.operands.0.personIds.0'], ['NOT_AN_OBJECT', 'operands.1']]],
    [nested(AUDIENCE_LIMITS.depth + 1), [['TOO_DEEP', Array(AUDIENCE_LIMITS.depth).fill('operand').join('.')]]],
    [wide(AUDIENCE_LIMITS.nodes + 50), [['TOO_MANY_NODES', `operands.${AUDIENCE_LIMITS.nodes - 1}`]]],
  ])('%j is refused with the place of each problem', (json, problems) => expect(problemsOf(json)).toEqual(problems));

  test('a thousand faults are answered with a hundred', () =>
    expect(problemsOf({ kind: 'GROUPS', groupIds: Array(1000).fill('x') })).toHaveLength(100));

  test('no JSON whatever makes it throw, and what it accepts it accepts again', () => {
    fc.assert(fc.property(fc.oneof(fc.jsonValue(), fc.record({ kind: fc.constantFrom('AND', 'NOT', 'GROUPS', 'HIRE_DATE'), operands: fc.jsonValue(), operand: fc.jsonValue(), groupIds: fc.jsonValue() }, { requiredKeys: ['kind'] })), (json) => {
      const parsed = parseAudience(json);
      if (parsed.ok) expect(parseAudience(parsed.value)).toEqual(parsed);
      else expect(parsed.problem.length).toBeGreaterThan(0);
    }));
  });
});
