import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DepartmentId, GroupId, PartnerAccountId, PersonId } from '../shared/ids.ts';
import type { Act, AdminRole, ApiClientViewer, ApiScope, Grant, GrantScope, PersonViewer, Right, Subject } from './access.ts';
import { actsOf, may } from './may.ts';
import { POLICY } from './policy.ts';

/**
 * The rights matrix of domain.md 2.11, written out a second time. y: yes; -: no; c, k, p, s: with the right for
 * completions, content, people, settings; a: if allowed.
 */
const MATRIX = `
  act                        master sub owner collab other manager partner learner auditor
  PLAN_EDIT                  y      y   y     -      -     -       -       -       -
  PLAN_PUBLISH               y      y   y     -      -     -       -       -       -
  PLAN_INACTIVATE            y      y   y     -      -     -       -       -       -
  PLAN_ASSIGN                y      y   y     y      -     a       a       -       -
  ASSIGNMENT_READ            y      y   y     y      -     -       -       -       y
  PLAN_SET_VISIBLE_RANGE     y      y   y     y      -     -       -       -       -
  CATALOG_READ               y      y   y     y      y     -       -       -       y
  CATALOG_EDIT               y      y   -     -      -     -       -       -       -
  PLAN_TRACK                 y      y   y     y      -     y       y       y       y
  PLAN_REMIND                y      y   y     y      -     y       y       y       -
  PLAN_EXPORT                y      y   y     y      -     y       y       y       y
  PROGRESS_READ              y      y   y     y      -     y       y       y       y
  PROGRESS_OVERRIDE          y      y   y     -      -     -       -       -       -
  PROGRESS_REQUEST_OVERRIDE  -      -   -     -      -     y       y       y       -
  COMPLETIONS_CHANGE         y      y   c     -      -     -       c       -       -
  PLAN_SET_COLLABORATION     y      y   y     -      -     -       -       -       -
  PLAN_CREATE                y      y   y     -      -     -       -       -       -
  PLAN_READ                  y      y   y     y      -     -       -       -       y
  CONTENT_EDIT               y      y   k     k      k     -       -       -       -
  CONTENT_READ               y      y   y     y      y     -       -       -       y
  CONTENT_ASSIGN             y      y   y     y      y     a       a       -       -
  CONTENT_ASSIGNMENT_READ    y      y   y     y      y     -       -       -       y
  CONTENT_OVERRIDE           y      y   -     -      -     -       -       -       -
  PEOPLE_EDIT                y      y   p     p      p     -       y       -       -
  PEOPLE_READ                y      y   y     y      y     y       y       y       y
  DIRECTORY_EDIT             y      y   p     p      p     -       -       -       -
  PROFILE_EDIT               y      y   p     p      p     -       y       y       -
  SETTINGS_EDIT              y      s   -     -      -     -       -       -       -
  SETTINGS_READ              y      y   -     -      -     -       -       -       y
  AUDIT_READ                 y      s   -     -      -     -       -       -       y
`.trim().split('\n').map((line) => line.trim().split(/\s+/));

const NEEDED: { readonly [mark: string]: Right } = { c: 'COMPLETIONS', k: 'CONTENT', p: 'PEOPLE', s: 'SETTINGS', a: 'ASSIGN' };
const RIGHTS: readonly Right[] = ['COMPLETIONS', 'CONTENT', 'PEOPLE', 'SETTINGS', 'ASSIGN'];
const me = 'me' as PersonId;
const acme = { kind: 'PARTNER_ACCOUNT', partnerAccountId: 'acme' as PartnerAccountId } as const;
const everywhere: GrantScope = { kind: 'ORGANIZATION' };
const mia = { personId: 'mia' as PersonId, managerIds: [] as PersonId[], departmentIds: ['emea', 'sales'] as DepartmentId[], groupIds: ['g1'] as GroupId[], partnerAccountId: 'acme' as PartnerAccountId };
const others = { ownerId: 'other' as PersonId, collaborationAllowed: false };

function viewer(grants: readonly Grant[] = [], managersMayAssign = false): PersonViewer {
  return { kind: 'PERSON', personId: me, grants, managersMayAssign };
}
function grant(role: AdminRole, scope: GrantScope = everywhere, rights: readonly Right[] = []): Grant {
  return { role, rights, scope };
}

/** Who asks, with the given rights, and about what. */
const SCENES: { readonly [column: string]: (rights: readonly Right[]) => readonly [PersonViewer, Subject] } = {
  master: (rights) => [viewer([grant('MASTER_ADMIN', everywhere, rights)]), { plan: others, person: mia }],
  sub: (rights) => [viewer([grant('SUB_ADMIN', everywhere, rights)]), { plan: others, person: mia }],
  owner: (rights) => [viewer([grant('PLAN_ADMIN', everywhere, rights)]), { plan: { ...others, ownerId: me }, person: mia }],
  collab: (rights) => [viewer([grant('PLAN_ADMIN', everywhere, rights)]), { plan: { ...others, collaborationAllowed: true }, person: mia }],
  other: (rights) => [viewer([grant('PLAN_ADMIN', everywhere, rights)]), { plan: others, person: mia }],
  manager: (rights) => [viewer([], rights.includes('ASSIGN')), { plan: others, person: { ...mia, managerIds: ['boss' as PersonId, me] } }],
  partner: (rights) => [viewer([grant('PARTNER_ADMIN', acme, rights)]), { plan: others, person: mia }],
  learner: () => [viewer([], true), { plan: { ...others, collaborationAllowed: true }, person: { ...mia, personId: me } }],
  auditor: (rights) => [viewer([grant('AUDITOR', everywhere, rights)]), { plan: others, person: mia }],
};
const [header = [], ...rows] = MATRIX;
const cells = rows.flatMap(([act = '', ...marks]) => marks.map((mark, index) => [act as Act, header[index + 1] ?? '', mark] as const));

describe('the rights matrix, cell by cell [D16, D17, D35, 2.11]', () => {
  test('is complete', () => {
    expect(rows.map(([act]) => act).sort()).toEqual(Object.keys(POLICY).sort());
    expect(cells).toHaveLength(Object.keys(POLICY).length * 9);
  });

  test.each(cells)('%s by %s: %s', (act, column, mark) => {
    const ask = (rights: readonly Right[]) => { const [who, subject] = SCENES[column](rights); return may(who, act, subject); };
    const needed = NEEDED[mark];
    expect(ask([])).toBe(mark === 'y');
    expect(ask(RIGHTS)).toBe(mark !== '-');
    if (needed !== undefined) {
      expect(ask([needed])).toBe(true);
      expect(ask(RIGHTS.filter((right) => right !== needed))).toBe(false);
    }
  });
});

describe('scope', () => {
  const inside: readonly GrantScope[] = [everywhere, { kind: 'DEPARTMENT', departmentId: 'sales' as DepartmentId }, { kind: 'DEPARTMENT', departmentId: 'emea' as DepartmentId }, { kind: 'GROUP', groupId: 'g1' as GroupId }, acme];
  const outside: readonly GrantScope[] = [{ kind: 'DEPARTMENT', departmentId: 'it' as DepartmentId }, { kind: 'GROUP', groupId: 'g2' as GroupId }, { kind: 'PARTNER_ACCOUNT', partnerAccountId: 'other' as PartnerAccountId }];

  test('a grant acts on people inside of its scope only, whatever its role', () => {
    for (const role of ['MASTER_ADMIN', 'SUB_ADMIN', 'PARTNER_ADMIN', 'AUDITOR'] as const) {
      for (const scope of inside) expect(may(viewer([grant(role, scope)]), 'PEOPLE_READ', { person: mia })).toBe(true);
      for (const scope of outside) expect(actsOf(viewer([grant(role, scope, RIGHTS)]), { plan: others, person: mia })).toEqual([]);
    }
  });

  test('a person of no partner is in the scope of none', () => expect(may(viewer([grant('PARTNER_ADMIN', acme)]), 'PEOPLE_READ', { person: { ...mia, partnerAccountId: null } })).toBe(false));

  test('a sub admin of a department edits plans of the organization, and assigns to people of the department [D17, D35]', () => {
    const who = viewer([grant('SUB_ADMIN', { kind: 'DEPARTMENT', departmentId: 'it' as DepartmentId }, RIGHTS)]);
    expect(may(who, 'PLAN_EDIT', { plan: others })).toBe(true);
    expect(may(who, 'PLAN_ASSIGN', { plan: others })).toBe(true);
    expect(may(who, 'PLAN_ASSIGN', { plan: others, person: mia })).toBe(false);
    expect(may(who, 'PLAN_ASSIGN', { plan: others, person: { ...mia, departmentIds: ['it' as DepartmentId] } })).toBe(true);
    for (const act of ['SETTINGS_EDIT', 'SETTINGS_READ', 'AUDIT_READ', 'DIRECTORY_EDIT', 'CATALOG_EDIT'] as const) expect(may(who, act)).toBe(false);
  });

  test('rights of one grant do not reach into the scope of another', () => {
    const who = viewer([grant('PLAN_ADMIN', { kind: 'DEPARTMENT', departmentId: 'it' as DepartmentId }, ['PEOPLE']), grant('PLAN_ADMIN', everywhere)]);
    expect(may(who, 'PEOPLE_EDIT', { person: mia })).toBe(false);
  });

  test('a partner admin, a manager and a learner have nothing while nobody is named', () => {
    for (const who of [viewer([grant('PARTNER_ADMIN', acme, RIGHTS)]), viewer([], true)]) expect(actsOf(who, { plan: { ownerId: me, collaborationAllowed: true } })).toEqual([]);
  });
});

describe('deny by default', () => {
  const god = viewer([grant('MASTER_ADMIN')]);
  test('an act that the policy does not know', () => {
    for (const act of ['PLAN_BURN', 'toString', '__proto__', '']) expect(may(god, act as Act, { plan: others, person: mia })).toBe(false);
  });
  test('an act that names less than it is about', () => {
    expect(may(god, 'PLAN_EDIT')).toBe(false);
    expect(may(god, 'PEOPLE_READ', { plan: others })).toBe(false);
    expect(may(god, 'PROGRESS_OVERRIDE', { plan: others })).toBe(false);
    expect(may(god, 'PROGRESS_OVERRIDE', { person: mia })).toBe(false);
    expect(may(god, 'PROGRESS_OVERRIDE', { plan: others, person: mia })).toBe(true);
    expect(may(god, 'PLAN_CREATE')).toBe(true);
    expect(may(god, 'SETTINGS_EDIT')).toBe(true);
  });
  test('an owner who is no admin any more', () => expect(may(viewer(), 'PLAN_EDIT', { plan: { ownerId: me, collaborationAllowed: true } })).toBe(false));
  test('a plan without owner', () => expect(may(viewer([grant('PLAN_ADMIN')]), 'PLAN_EDIT', { plan: { ownerId: null, collaborationAllowed: true } })).toBe(false));
  test('whoever has nothing to do with a person', () => expect(actsOf(viewer([], true), { plan: others, person: mia })).toEqual([]));
});

describe('an API client [2.11]', () => {
  const client = (scopes: readonly ApiScope[], people: GrantScope = everywhere, maker = viewer([grant('MASTER_ADMIN')])): ApiClientViewer => ({ kind: 'API_CLIENT', scopes, people, maker });
  const subject = { plan: others, person: mia };

  test('reads and writes what it was given, feature by feature', () => {
    expect(actsOf(client(['read:plans']), subject)).toEqual(['PLAN_READ', 'CATALOG_READ']);
    expect(actsOf(client(['read:progress']), subject)).toEqual(['PLAN_TRACK', 'PLAN_EXPORT', 'PROGRESS_READ']);
    expect(actsOf(client(['write:assignments']), subject)).toEqual(['PLAN_ASSIGN', 'CONTENT_ASSIGN']);
    expect(actsOf(client([]), subject)).toEqual([]);
  });
  test('acts on its people only', () => {
    expect(may(client(['read:people'], acme), 'PEOPLE_READ', { person: mia })).toBe(true);
    expect(may(client(['read:people'], { kind: 'GROUP', groupId: 'g2' as GroupId }), 'PEOPLE_READ', { person: mia })).toBe(false);
    expect(may(client(['read:settings'], acme), 'SETTINGS_READ')).toBe(false);
  });

  const scopes = fc.subarray<ApiScope>(['read:plans', 'write:plans', 'write:assignments', 'read:progress', 'write:progress', 'write:completions', 'read:people', 'write:people', 'read:content', 'write:content', 'read:settings', 'write:settings', 'read:audit']);
  const scope = fc.constantFrom<GrantScope>(everywhere, acme, { kind: 'GROUP', groupId: 'g1' as GroupId }, { kind: 'DEPARTMENT', departmentId: 'it' as DepartmentId });
  const maker = fc.array(fc.record({ role: fc.constantFrom<AdminRole>('MASTER_ADMIN', 'SUB_ADMIN', 'PLAN_ADMIN', 'PARTNER_ADMIN', 'AUDITOR'), scope, rights: fc.subarray([...RIGHTS]) }), { maxLength: 2 }).map((grants) => viewer(grants));
  test('never does more than who made it', () => {
    fc.assert(fc.property(scopes, scope, maker, fc.boolean(), (given, people, made, withPerson) => {
      const about = withPerson ? subject : { plan: others };
      for (const act of actsOf(client(given, people, made), about)) expect(may(made, act, about)).toBe(true);
    }));
  });
  test('gains nothing from a grant taken from its maker', () => expect(actsOf(client(['write:plans'], everywhere, viewer()), subject)).toEqual([]));
});
