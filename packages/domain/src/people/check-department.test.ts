import { describe, expect, test } from '@jest/globals';
import type { DepartmentId } from '../shared/ids.ts';
import { expectCatalogIsComplete } from '../shared/catalog.testing.ts';
import { checkDepartmentMerge, checkDepartmentPlace, partsOf, readDepartmentName, type DepartmentNode, type DepartmentTree } from './check-department.ts';
import { departmentProblemCatalog } from './department-messages.ts';
import { PERSON_LIMITS } from './person.ts';

/** A tree of paths; the id of each department is its path. */
function tree(...paths: readonly string[]): DepartmentTree {
  return new Map(
    paths.map((path): [DepartmentId, DepartmentNode] => {
      const names = path.split('/');
      const parent = names.slice(0, -1).join('/');
      return [path as DepartmentId, { id: path as DepartmentId, parentId: parent === '' ? null : (parent as DepartmentId), name: names.at(-1)! }];
    }),
  );
}
const company = tree('Sales', 'Sales/North', 'Sales/North/Retail', 'Sales/South', 'IT', 'IT/North', 'Müller');
const place = (id: string | null, parentId: string | null, name: string) => {
  const checked = checkDepartmentPlace(company, { id: id as DepartmentId | null, parentId: parentId as DepartmentId | null, name });
  return checked.ok ? 'ok' : checked.problem.code;
};
const merge = (from: string, into: string, within = company) => {
  const checked = checkDepartmentMerge(within, within.get(from as DepartmentId)!, within.get(into as DepartmentId)!);
  return checked.ok ? 'ok' : checked.problem.code;
};
const chain = (levels: number, name = 'L') => Array.from({ length: levels }, (_, level) => Array.from({ length: level + 1 }, (__, place) => `${name}${place}`).join('/'));

describe('the place of a department [D23, 2.1]', () => {
  test.each([
    ['new at the top', null, null, 'Finance', 'ok'],
    ['new beside one of its name, whatever the case and accents', null, null, 'MULLER', 'DEPARTMENT_NAME_TAKEN'],
    ['of the same name elsewhere', null, 'Sales/South', 'North', 'ok'],
    ['renamed to its own name', 'Sales/North', 'Sales', 'north', 'ok'],
    ['renamed to that of its neighbour', 'Sales/North', 'Sales', 'South', 'DEPARTMENT_NAME_TAKEN'],
    ['moved to the top', 'Sales/North', null, 'North', 'ok'],
    ['moved to where its name is taken', 'Sales/North', 'IT', 'North', 'DEPARTMENT_NAME_TAKEN'],
    ['moved below itself', 'Sales', 'Sales', 'Sales', 'DEPARTMENT_UNDER_ITSELF'],
    ['moved below a part of itself', 'Sales', 'Sales/North/Retail', 'Sales', 'DEPARTMENT_UNDER_ITSELF'],
  ])('%s', (_, id, parentId, name, expected) => expect(place(id, parentId, name)).toBe(expected));

  test('a circle is told by the names on the way', () => {
    const checked = checkDepartmentPlace(company, { id: 'Sales' as DepartmentId, parentId: 'Sales/North/Retail' as DepartmentId, name: 'Sales' });
    expect(checked).toMatchObject({ problem: { params: { path: ['Sales', 'North', 'Retail'] } } });
  });

  test('no part of it gets deeper than a tree may be', () => {
    const limit = PERSON_LIMITS.departmentDepth;
    const deep = tree(...chain(limit - 1), 'X', 'X/Y');
    const at = (id: string | null, parentId: string) => checkDepartmentPlace(deep, { id: id as DepartmentId | null, parentId: parentId as DepartmentId, name: 'X' }).ok;
    const bottom = chain(limit - 1).at(-1)!;
    expect(at(null, bottom)).toBe(true);
    expect(at('X', bottom)).toBe(false);
    expect(at('X', chain(limit - 2).at(-1)!)).toBe(true);
  });
});

describe('merging departments', () => {
  test.each([
    ['Sales/South', 'IT', 'ok'],
    ['Sales', 'Müller', 'ok'],
    ['Sales/North', 'Sales', 'ok'],
    ['Sales', 'Sales', 'DEPARTMENT_INTO_ITSELF'],
    ['Sales', 'Sales/North', 'DEPARTMENT_INTO_OWN_PART'],
    ['Sales', 'IT', 'DEPARTMENT_PARTS_ALIKE'],
  ])('%s into %s: %s', (from, into, expected) => expect(merge(from, into)).toBe(expected));

  test('what is merged into the one above may have a part of its own name', () => {
    expect(merge('Sales/North', 'Sales', tree('Sales', 'Sales/North', 'Sales/North/North'))).toBe('ok');
  });

  test('its parts come below the other, as deep as a tree may be', () => {
    const limit = PERSON_LIMITS.departmentDepth;
    expect(merge('X', chain(limit - 1).at(-1)!, tree(...chain(limit - 1), 'X', 'X/Y'))).toBe('ok');
    expect(merge('X', chain(limit).at(-1)!, tree(...chain(limit), 'X', 'X/Y'))).toBe('DEPARTMENT_TOO_DEEP');
  });

  test('parts are those directly below', () => {
    expect(partsOf(company, 'Sales' as DepartmentId).map(({ name }) => name)).toEqual(['North', 'South']);
  });
});

describe('the name of a department', () => {
  test.each([
    ['  Field  sales ', 'Field sales'],
    ['一部', '一部'],
  ])('“%s” is “%s”', (text, name) => expect(readDepartmentName(text)).toEqual({ ok: true, value: name }));

  test.each([
    [' ', 'DEPARTMENT_NAME_MISSING'],
    ['A/B', 'DEPARTMENT_NAME_SLASH'],
    ['A\u0000B', 'DEPARTMENT_NAME_CONTROL'],
    ['x'.repeat(PERSON_LIMITS.departmentName + 1), 'DEPARTMENT_NAME_TOO_LONG'],
  ])('%j is refused with %s', (text, code) => expect(readDepartmentName(text)).toMatchObject({ ok: false, problem: { code } }));
});

test('every problem is said in both languages', () => {
  expectCatalogIsComplete(departmentProblemCatalog, {
    DEPARTMENT_NAME_MISSING: {},
    DEPARTMENT_NAME_TOO_LONG: { limit: 200 },
    DEPARTMENT_NAME_CONTROL: {},
    DEPARTMENT_NAME_TAKEN: { name: 'Sales' },
    DEPARTMENT_NAME_SLASH: {},
    DEPARTMENT_UNDER_ITSELF: { name: 'Sales', path: ['Sales', 'North'] },
    DEPARTMENT_TOO_DEEP: { limit: 20 },
    DEPARTMENT_INTO_ITSELF: { name: 'Sales' },
    DEPARTMENT_INTO_OWN_PART: { name: 'Sales', into: 'North' },
    DEPARTMENT_PARTS_ALIKE: { names: ['North'], into: 'IT' },
  });
});
