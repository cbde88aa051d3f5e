import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDate } from '../shared/calendar.ts';
import { expectCatalogIsComplete } from '../shared/catalog.testing.ts';
import type { DepartmentId, GroupId, JobRoleId, PartnerAccountId, PersonId, PositionId } from '../shared/ids.ts';
import type { AudienceExpression, AudienceFacts } from './audience-expression.ts';
import { audienceCatalog, audienceProblemCatalog, sayAudienceProblem } from './audience-messages.ts';
import { findGroupCircle, referencesOf } from './audience-references.ts';
import { describeAudience } from './describe-audience.ts';
import { matchesAudience } from './matches-audience.ts';

const d = calendarDate;
const [g1, g2, g3] = ['g1', 'g2', 'g3'] as GroupId[] as [GroupId, GroupId, GroupId];
const sales = 'sales' as DepartmentId;
const emea = 'emea' as DepartmentId;
const world = 'world' as DepartmentId;
const mia: AudienceFacts = {
  personId: 'mia' as PersonId, mergedIds: ['mia-old' as PersonId], status: 'ACTIVE', groupIds: [g1], departments: [{ id: emea, ancestorIds: [sales, world] }],
  positionIds: ['rep' as PositionId], jobRoleIds: ['seller' as JobRoleId], language: 'zh-CN', partnerAccountId: 'acme' as PartnerAccountId, hiredOn: d('2026-05-03'),
};
const everyone: AudienceExpression = { kind: 'EVERYONE' };
const groups = (...groupIds: GroupId[]): AudienceExpression => ({ kind: 'GROUPS', groupIds });
const not = (operand: AudienceExpression): AudienceExpression => ({ kind: 'NOT', operand });
const all = (...operands: AudienceExpression[]): AudienceExpression => ({ kind: 'AND', operands });
const any = (...operands: AudienceExpression[]): AudienceExpression => ({ kind: 'OR', operands });
const departments = (id: DepartmentId, includeSubDepartments: boolean): AudienceExpression => ({ kind: 'DEPARTMENTS', departmentIds: [id], includeSubDepartments });

describe('who belongs to an audience', () => {
  test.each<[string, AudienceExpression, boolean]>([
    ['everyone', everyone, true],
    ['her by name', { kind: 'PEOPLE', personIds: ['bo' as PersonId, mia.personId] }, true],
    ['her by a record that was merged into hers', { kind: 'PEOPLE', personIds: ['mia-old' as PersonId] }, true],
    ['another by name', { kind: 'PEOPLE', personIds: ['bo' as PersonId] }, false],
    ['her group among others', groups(g2, g1), true],
    ['another group', groups(g2), false],
    ['her department without those below', departments(emea, false), true],
    ['a department above hers with those below', departments(sales, true), true],
    ['the top with those below', departments(world, true), true],
    ['a department above hers without those below', departments(sales, false), false],
    ['another department', departments('it' as DepartmentId, true), false],
    ['her position', { kind: 'POSITIONS', positionIds: ['rep' as PositionId] }, true],
    ['another position', { kind: 'POSITIONS', positionIds: ['cook' as PositionId] }, false],
    ['her job role', { kind: 'JOB_ROLES', jobRoleIds: ['seller' as JobRoleId] }, true],
    ['another job role', { kind: 'JOB_ROLES', jobRoleIds: ['cook' as JobRoleId] }, false],
    ['her language without its region', { kind: 'LANGUAGES', languages: ['en', 'ZH'] }, true],
    ['her very language', { kind: 'LANGUAGES', languages: ['zh-cn'] }, true],
    ['her language in another region', { kind: 'LANGUAGES', languages: ['zh-TW'] }, false],
    ['a language that hers only begins like', { kind: 'LANGUAGES', languages: ['z'] }, false],
    ['her partner account', { kind: 'PARTNER_ACCOUNTS', partnerAccountIds: ['acme' as PartnerAccountId] }, true],
    ['another partner account', { kind: 'PARTNER_ACCOUNTS', partnerAccountIds: ['other' as PartnerAccountId] }, false],
    ['hired on the first day', { kind: 'HIRE_DATE', from: d('2026-05-03') }, true],
    ['hired on the last day', { kind: 'HIRE_DATE', to: d('2026-05-03') }, true],
    ['hired a day before the first', { kind: 'HIRE_DATE', from: d('2026-05-04') }, false],
    ['hired a day after the last', { kind: 'HIRE_DATE', from: d('2020-01-01'), to: d('2026-05-02') }, false],
    ['both of two', all(groups(g1), everyone), true],
    ['one of two where both are asked', all(groups(g1), groups(g2)), false],
    ['one of two where either is asked', any(groups(g2), groups(g1)), true],
    ['none of two', any(groups(g2), groups(g3)), false],
    ['not another group', not(groups(g2)), true],
    ['not her group', not(groups(g1)), false],
  ])('%s [D23, C9]', (_, expression, belongs) => expect(matchesAudience(expression, mia)).toBe(belongs));

  test('whoever is suspended or has left belongs to none', () => {
    for (const status of ['SUSPENDED', 'LEFT'] as const) {
      expect(matchesAudience(everyone, { ...mia, status })).toBe(false);
      expect(matchesAudience(not(groups(g2)), { ...mia, status })).toBe(false);
    }
  });

  test('without a hire date or partner nobody is in a range or of a partner', () => {
    const plain = { ...mia, hiredOn: null, partnerAccountId: null };
    expect(matchesAudience({ kind: 'HIRE_DATE', from: d('0001-01-01') }, plain)).toBe(false);
    expect(matchesAudience({ kind: 'PARTNER_ACCOUNTS', partnerAccountIds: ['acme' as PartnerAccountId] }, plain)).toBe(false);
  });

  const tree = fc.letrec<{ node: AudienceExpression }>((tie) => ({
    node: fc.oneof({ maxDepth: 4 }, fc.constantFrom(everyone, groups(g1), groups(g2)), tie('node').map(not), fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((list) => all(...list)), fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((list) => any(...list))),
  })).node;

  test('"and" and "or" mirror each other through "not"', () => {
    fc.assert(fc.property(tree, tree, (a, b) => {
      expect(matchesAudience(not(all(a, b)), mia)).toBe(matchesAudience(any(not(a), not(b)), mia));
      expect(matchesAudience(not(not(a)), mia)).toBe(matchesAudience(a, mia));
    }));
  });
});

describe('what an audience refers to', () => {
  test('is listed once, however deep', () => {
    const refs = referencesOf(all(groups(g1), not(any(groups(g2, g1), departments(sales, true), { kind: 'PEOPLE', personIds: [mia.personId] })), { kind: 'POSITIONS', positionIds: ['rep' as PositionId] }, { kind: 'JOB_ROLES', jobRoleIds: ['seller' as JobRoleId] }, { kind: 'PARTNER_ACCOUNTS', partnerAccountIds: ['acme' as PartnerAccountId] }));
    expect(refs).toEqual({ personIds: ['mia'], groupIds: ['g1', 'g2'], departmentIds: ['sales'], positionIds: ['rep'], jobRoleIds: ['seller'], partnerAccountIds: ['acme'] });
  });

  test('groups that refer in a circle are named in their order', () => {
    expect(findGroupCircle(new Map([[g1, groups(g2)], [g2, not(groups(g3))], [g3, any(everyone, groups(g2))]]))).toEqual([g2, g3, g2]);
    expect(findGroupCircle(new Map([[g1, groups(g1)]]))).toEqual([g1, g1]);
  });

  test('two ways to one group are no circle', () =>
    expect(findGroupCircle(new Map([[g1, any(groups(g2), groups(g3))], [g2, groups(g3)], [g3, everyone]]))).toBeUndefined());
});

describe('an audience in words', () => {
  const names = { departments: { sales: 'Sales', emea: 'EMEA' }, groups: { g1: 'Starters', g2: 'Interns' }, people: Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => [id, id.toUpperCase()])) };

  test.each<[AudienceExpression, string, string]>([
    [everyone, 'Everyone', '所有人'],
    [departments(sales, true), 'People in the department Sales (with sub-departments)', '符合以下条件的人员：属于部门“Sales”（含下级部门）'],
    [departments(sales, false), 'People directly in the department Sales', '符合以下条件的人员：直属部门“Sales”'],
    [all(departments(sales, true), not(groups(g2))), 'People in the department Sales (with sub-departments) and not in the group Interns', '符合以下条件的人员：属于部门“Sales”（含下级部门），且并非属于群组“Interns”'],
    [any(all(groups(g1), everyone), groups(g2)), 'People (in the group Starters and of any kind) or in the group Interns', '符合以下条件的人员：（属于群组“Starters”，且任何人），或属于群组“Interns”'],
    [not(any(groups(g1), groups(g2))), 'People not (in the group Starters or in the group Interns)', '符合以下条件的人员：并非（属于群组“Starters”，或属于群组“Interns”）'],
    [{ kind: 'PEOPLE', personIds: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as PersonId[] }, 'People named A, B, C, D, E, or 2 more', '符合以下条件的人员：姓名为“A”、“B”、“C”、“D”、“E”或另外2个'],
    [groups(g3), 'People in the group 1 of unknown name', '符合以下条件的人员：属于群组1个名称不详者'],
    [{ kind: 'LANGUAGES', languages: ['de', 'zh-CN'] }, 'People with the language German or Chinese (China)', '符合以下条件的人员：语言为德语或中文（中国）'],
    [{ kind: 'HIRE_DATE', from: d('2026-05-03') }, 'People hired on May 3, 2026 or later', '符合以下条件的人员：2026年5月3日及以后入职'],
    [{ kind: 'HIRE_DATE', to: d('2026-05-03') }, 'People hired on May 3, 2026 or earlier', '符合以下条件的人员：2026年5月3日及以前入职'],
    [{ kind: 'HIRE_DATE', from: d('2026-05-03'), to: d('2026-06-01') }, 'People hired from May 3, 2026 to June 1, 2026', '符合以下条件的人员：2026年5月3日至2026年6月1日入职'],
    [{ kind: 'POSITIONS', positionIds: ['g1'] as never }, 'People in the position 1 of unknown name', '符合以下条件的人员：岗位为1个名称不详者'],
    [{ kind: 'JOB_ROLES', jobRoleIds: ['g1'] as never }, 'People with the job role 1 of unknown name', '符合以下条件的人员：职务为1个名称不详者'],
    [{ kind: 'PARTNER_ACCOUNTS', partnerAccountIds: ['g1'] as never }, 'People of the partner 1 of unknown name', '符合以下条件的人员：属于合作伙伴1个名称不详者'],
  ])('case %#', (expression, en, zh) => {
    expect(describeAudience(expression, names, 'en')).toBe(en);
    expect(describeAudience(expression, names, 'zh-CN')).toBe(zh);
  });

  const inner = { code: 'ANYBODY', params: {} };
  const list = { names: ['A'], more: 2 };
  test('every sentence is there in both languages', () => expectCatalogIsComplete(audienceCatalog, {
    EVERYONE: {}, ANYBODY: {}, PEOPLE_WHO: { condition: inner }, NAMED: list, IN_GROUP: list, IN_DEPARTMENT: list, IN_DEPARTMENT_TREE: list, IN_POSITION: list, IN_JOB_ROLE: list, OF_PARTNER: list,
    SPEAKING: { languages: ['en'] }, HIRED_SINCE: { from: '2026-01-01' }, HIRED_UNTIL: { to: '2026-01-01' }, HIRED_BETWEEN: { from: '2026-01-01', to: '2026-01-02' },
    ALL_OF: { conditions: [inner] }, ANY_OF: { conditions: [inner] }, NOT: { condition: inner }, IN_BRACKETS: { condition: inner }, ON_LIST: { name: 'sales.csv' },
  }));

  test('every problem is there in both languages', () => {
    expectCatalogIsComplete(audienceProblemCatalog, {
      NOT_AN_OBJECT: {}, UNKNOWN_KIND: { kind: 'x' }, UNKNOWN_FIELD: { field: 'x' }, FIELD_MISSING: { field: 'x' }, NOT_A_LIST: {}, LIST_EMPTY: {}, TOO_MANY_IDS: { limit: 2 }, NOT_AN_ID: {},
      NOT_A_LANGUAGE: {}, NOT_A_BOOLEAN: {}, NOT_A_DATE: {}, RANGE_EMPTY: {}, RANGE_REVERSED: {}, TOO_DEEP: { limit: 3 }, TOO_MANY_NODES: { limit: 3 },
    });
    expect(sayAudienceProblem({ code: 'TOO_DEEP', params: { limit: 8 }, path: [] }, 'en')).toBe('Conditions can be nested 8 deep at most.');
  });
});
