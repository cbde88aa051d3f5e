import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDate, instant } from '../shared/calendar.ts';
import { expectCatalogIsComplete } from '../shared/catalog.testing.ts';
import { decimal } from '../shared/decimal.ts';
import type { FileId, LearningObjectId, MilestoneKey } from '../shared/ids.ts';
import { sayJsonPath } from '../shared/read-json-messages.ts';
import { DUPLICATE_DEPTHS, duplicateDefinition } from './duplicate-plan.ts';
import type { DueRule, MilestoneDefinition, PlanVersionDefinition, ReleaseRule } from './plan-definition.ts';
import { sayPlanFile, toPlanFile, type PlanFileItem } from './plan-file.ts';
import { planFileProblemCatalog, sayPlanFileProblem } from './plan-file-messages.ts';
import { findPlanFileItem, type PlanFileCandidate } from './find-plan-file-items.ts';
import { newPlanVersion } from './plan-presets.ts';
import { fromPlanFile, readPlanFile } from './read-plan-file.ts';

const anyId = fc.uuid();
const anyName = fc.constantFrom('Basics', '安全基础', 'Cafe\u0301', '🦺 Safety', '=1+1', '<script>alert(1)</script>');
const anyDay = fc.integer({ min: 1, max: 28 }).map((each) => calendarDate(`2027-03-${String(each).padStart(2, '0')}`));
const anyDue: fc.Arbitrary<DueRule> = fc.oneof(
  fc.constant({ kind: 'NONE' as const }),
  anyDay.map((date) => ({ kind: 'FIXED' as const, date })),
  fc.record({ amount: fc.nat(90), unit: fc.constantFrom('DAYS', 'WEEKS', 'MONTHS'), anchor: fc.constantFrom('ENROLLED', 'HIRE_DATE'), kind: fc.constant('RELATIVE' as const) }),
);
const anyRelease: fc.Arbitrary<ReleaseRule> = fc.oneof(
  fc.constantFrom<ReleaseRule>({ kind: 'IMMEDIATE' }, { kind: 'MANUAL' }),
  anyDay.map((date) => ({ date, kind: 'ON' as const })),
  fc.record({ days: fc.nat(90), kind: fc.constantFrom('AFTER_ENROLLMENT', 'AFTER_PREVIOUS_RELEASED', 'AFTER_PREVIOUS_COMPLETED') }),
);
const anyItems = fc.uniqueArray(fc.tuple(anyId, fc.boolean()), { selector: ([id]) => id, maxLength: 4 });
const anyMilestone: fc.Arbitrary<Omit<MilestoneDefinition, 'key' | 'position'>> = fc.record({
  name: anyName, description: fc.constantFrom('', 'Line one\nline two'), itemOrderEnforced: fc.boolean(), dueRule: anyDue, releaseRule: anyRelease,
  metric: fc.constant('CREDITS' as const), units: fc.integer({ min: 1, max: 99 }).map((each) => decimal(each)), creditType: fc.constantFrom(null, 'CPE'),
  items: anyItems.map((items) => items.map(([id, mandatory], position) => ({ learningObjectId: id as LearningObjectId, position, mandatory }))),
});
const anyPlan: fc.Arbitrary<PlanVersionDefinition> = fc
  .tuple(fc.uniqueArray(anyId, { maxLength: 4 }), fc.array(anyMilestone, { minLength: 4, maxLength: 4 }), anyDue, fc.constantFrom('LEARNING_PLAN', 'CERTIFICATION_PLAN'), anyName, fc.option(fc.record({ fileId: anyId.map((id) => id as FileId), alt: anyName })))
  .map(([keys, milestones, dueRule, preset, name, cover]) => ({
    ...newPlanVersion(preset, name),
    cover,
    dueRule,
    startsAt: instant('2027-01-01T00:00:00Z'),
    milestones: keys.map((key, position) => ({ ...milestones[position], key: key as MilestoneKey, position })),
  }));

const contentsOf = (plan: PlanVersionDefinition): Map<string, { kind: 'COURSE'; name: string }> =>
  new Map(plan.milestones.flatMap((each) => each.items.map((item) => [item.learningObjectId, { kind: 'COURSE', name: `Course ${item.learningObjectId}` }])));
const hashOf = ({ cover }: PlanVersionDefinition): string | null => (cover ? 'ab'.repeat(32) : null);
const found = (items: readonly PlanFileItem[]): Map<PlanFileItem, LearningObjectId> => new Map(items.map((item) => [item, item.id]));

/** A small plan file that is in order, as JSON. */
const file = (more: object = {}): object => ({
  format: 'milepost-plan', formatVersion: 1, name: 'Safety', preset: 'TRAINING_PLAN',
  milestones: [{ key: '00000000-0000-4000-8000-000000000001', name: 'One', metric: 'NONE', items: [{ id: '00000000-0000-4000-8000-00000000000a', kind: 'COURSE', name: 'A' }] }],
  ...more,
});

const refusal = (json: unknown): unknown => {
  const read = readPlanFile(json);
  return read.ok ? 'read' : read.problem.map(({ code, path }) => `${sayJsonPath(path)} ${code}`.trim());
};

describe('a plan as a file [ambition 18]', () => {
  test('written and read again it is the same plan, whatever it holds', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const read = readPlanFile(JSON.parse(sayPlanFile(toPlanFile(plan, contentsOf(plan), hashOf(plan)))));
        if (!read.ok) throw new Error(JSON.stringify(read.problem));
        expect(fromPlanFile(read.value, found(read.value.milestones.flatMap((each) => each.items)), plan.cover?.fileId ?? null)).toEqual(plan);
      }),
    );
  });

  test('equal plans are equal files, in whatever order their fields and milestones lie', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const shuffled = { ...plan, dueRule: turned(plan.dueRule), milestones: plan.milestones.toReversed().map((each) => ({ ...each, releaseRule: turned(each.releaseRule), items: each.items.toReversed() })) };
        expect(sayPlanFile(toPlanFile(shuffled, contentsOf(plan), hashOf(plan)))).toBe(sayPlanFile(toPlanFile(plan, contentsOf(plan), hashOf(plan))));
      }),
    );
  });

  test('what is left out is as in a new plan', () => {
    const read = readPlanFile(file());
    expect(read.ok && fromPlanFile(read.value, new Map(), null)).toEqual({
      ...newPlanVersion('TRAINING_PLAN', 'Safety'), dueRule: { kind: 'NONE' }, registrationType: 'NON_ENFORCED',
      milestones: [{ key: '00000000-0000-4000-8000-000000000001', position: 0, name: 'One', description: '', metric: 'NONE', units: null, creditType: null, dueRule: { kind: 'NONE' }, itemOrderEnforced: false, releaseRule: { kind: 'IMMEDIATE' }, items: [] }],
    });
  });

  test('a picture that is not here is left out, and the rest is as in the file [D11]', () => {
    const read = readPlanFile(file({ cover: { sha256: 'AB'.repeat(32), alt: 'A helmet' } }));
    expect(read.ok && read.value.cover).toEqual({ sha256: 'ab'.repeat(32), alt: 'A helmet' });
    expect(read.ok && fromPlanFile(read.value, new Map(), null)).toMatchObject({ name: 'Safety', cover: null });
  });

  test('two items that are one thing here are linked once, mandatory if one of them is', () => {
    const items = [{ id: '00000000-0000-4000-8000-00000000000a', kind: 'COURSE', name: 'A' }, { id: '00000000-0000-4000-8000-00000000000b', kind: 'COURSE', name: 'B', mandatory: true }];
    const read = readPlanFile(file({ milestones: [{ key: '00000000-0000-4000-8000-000000000001', name: 'One', metric: 'NONE', items }] }));
    if (!read.ok) throw new Error('not read');
    const same = new Map(read.value.milestones[0].items.map((item) => [item, 'here' as LearningObjectId]));
    expect(fromPlanFile(read.value, same, null).milestones[0].items).toEqual([{ learningObjectId: 'here', position: 0, mandatory: true }]);
  });

  test('what is no plan file, or a newer one, is refused by itself', () => {
    for (const json of [null, 'text', 7, [], {}, { format: 'milepost-plan' }, { format: 'other', formatVersion: 1 }]) expect(refusal(json)).toEqual(['NOT_A_PLAN_FILE']);
    expect(refusal(file({ formatVersion: 0 }))).toEqual(['formatVersion NOT_A_PLAN_FILE']);
    expect(refusal({ ...file({ formatVersion: 2 }), whatever: 1 })).toEqual(['formatVersion NEWER_FORMAT']);
    expect(sayPlanFileProblem({ code: 'NEWER_FORMAT', params: { formatVersion: 2, known: 1 }, path: [] }, 'en')).toContain('Update Milepost');
  });

  test.each<[object, string[]]>([
    [{ naem: 'Typo' }, ['naem UNKNOWN_FIELD']],
    [{ name: undefined }, ['name NOT_A_TEXT']],
    [{ name: 'x'.repeat(201), preset: 'COURSE' }, ['name TEXT_TOO_LONG', 'preset NOT_ONE_OF']],
    [{ name: 'two\nlines' }, ['name TEXT_HAS_CONTROL_CHARACTERS']],
    [{ startsAt: 'soon', graceDays: 1.5, milestoneOrderEnforced: 'yes' }, ['startsAt NOT_AN_INSTANT', 'milestoneOrderEnforced NOT_A_BOOLEAN', 'graceDays NOT_A_WHOLE_NUMBER']],
    [{ dueRule: { kind: 'FIXED', date: '2027-02-30' } }, ['dueRule.date NOT_A_DATE']],
    [{ dueRule: { kind: 'LATER' } }, ['dueRule.kind NOT_ONE_OF']],
    [{ dueRule: { kind: 'RELATIVE', amount: -1, unit: 'DAYS' } }, ['dueRule.amount NOT_A_WHOLE_NUMBER', 'dueRule.anchor FIELD_MISSING']],
    [{ cover: { sha256: 'abc', alt: 'two\nlines' } }, ['cover.sha256 NOT_A_SHA256', 'cover.alt TEXT_HAS_CONTROL_CHARACTERS']],
    [{ lookback: [] }, ['lookback NOT_AN_OBJECT']],
    [{ milestones: {} }, ['milestones NOT_A_LIST']],
    [{ milestones: [{ key: 'k', name: 'A', metric: 'SESSIONS', units: 2, items: [] }] }, ['milestones[0].key NOT_AN_ID', 'milestones[0].units NOT_A_DECIMAL']],
    [{ milestones: [{ key: '00000000-0000-4000-8000-000000000001', name: 'A', metric: 'NONE', items: [{ id: 'no', kind: 'BOOK', name: 'B' }] }] }, ['milestones[0].items[0].id NOT_AN_ID', 'milestones[0].items[0].kind NOT_ONE_OF']],
    [{ milestones: Array.from({ length: 201 }, () => ({})) }, ['milestones TOO_MANY']],
  ])('%j is refused where it is wrong', (more, problems) => {
    expect(refusal(file(more))).toEqual(problems);
  });

  test('a key or an item that is there twice is named', () => {
    const one = { key: '00000000-0000-4000-8000-000000000001', name: 'A', metric: 'NONE', items: [] };
    const item = { id: '00000000-0000-4000-8000-00000000000a', kind: 'COURSE', name: 'B' };
    expect(refusal(file({ milestones: [one, { ...one, items: [item, item] }] }))).toEqual(['milestones[1].key DUPLICATED_KEY', 'milestones[1].items[1] DUPLICATED_ITEM']);
  });

  test('200 milestones of 5,000 items together are read, one item more is not', () => {
    const milestones = (last: number): object[] => Array.from({ length: 200 }, (_, at) => ({
      key: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`, name: 'A', metric: 'NONE',
      items: Array.from({ length: at === 199 ? last : 25 }, (__, index) => ({ id: `00000000-0000-4000-9000-${String(at * 100 + index).padStart(12, '0')}`, kind: 'COURSE', name: 'B' })),
    }));
    expect(refusal(file({ milestones: milestones(25) }))).toBe('read');
    expect(refusal(file({ milestones: milestones(26) }))).toEqual(['milestones TOO_MANY_ITEMS']);
  });

  test('whatever JSON it is given, it answers with problems and never throws', () => {
    fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (dueRule, milestones) => expect(Array.isArray(refusal({ ...file(), dueRule, milestones })) || refusal({ ...file(), dueRule, milestones }) === 'read').toBe(true)));
  });

  test('every problem is there in both languages', () => {
    expectCatalogIsComplete(planFileProblemCatalog, {
      NOT_AN_OBJECT: {}, UNKNOWN_FIELD: { field: 'a' }, FIELD_MISSING: { field: 'a' }, NOT_A_LIST: {}, TOO_MANY: { limit: 1 }, NOT_A_TEXT: {}, TEXT_TOO_LONG: { limit: 1 }, TEXT_HAS_CONTROL_CHARACTERS: {},
      NOT_ONE_OF: { values: ['A', 'B'] }, NOT_A_WHOLE_NUMBER: { from: 0, to: 1 }, NOT_A_DECIMAL: {}, NOT_A_BOOLEAN: {}, NOT_A_DATE: {}, NOT_AN_INSTANT: {}, NOT_AN_ID: {}, NOT_A_SHA256: {},
      NOT_A_PLAN_FILE: {}, NEWER_FORMAT: { formatVersion: 2, known: 1 }, TOO_MANY_ITEMS: { limit: 1, count: 2 }, DUPLICATED_KEY: { key: 'k' }, DUPLICATED_ITEM: { name: 'A' },
    });
  });
});

test.each<[string, Partial<PlanFileCandidate>[], string, string | null]>([
  ['its id', [{ id: 'x' as never, name: 'Other' }, { name: 'Café' }], 'BY_ID', 'x'],
  ['its name, however the accent is written', [{ name: 'Cafe\u0301' }], 'BY_NAME', 'y'],
  ['an id of another kind, and no name', [{ id: 'x' as never, kind: 'MODULE', name: 'Café' }], 'NOT_FOUND', null],
  ['a name that differs in case', [{ name: 'café' }], 'NOT_FOUND', null],
  ['a name of something retired', [{ name: 'Café', status: 'RETIRED' }], 'NOT_FOUND', null],
  ['two of its name', [{ name: 'Café' }, { id: 'z' as never, name: 'Café' }], 'AMBIGUOUS', null],
])('an item of a file is found by %s: %#', (_, candidates, match, id) => {
  const here = candidates.map((each): PlanFileCandidate => ({ id: 'y' as never, kind: 'COURSE', name: '', status: 'ACTIVE', ...each }));
  expect(findPlanFileItem({ id: 'x' as never, kind: 'COURSE', name: 'Café', mandatory: false }, here)).toEqual({ match, id });
});

test('a copy takes over as much as is asked for, under keys of its own, and nothing else changes [L33]', () => {
  fc.assert(
    fc.property(anyPlan, fc.constantFrom(...DUPLICATE_DEPTHS), (plan, depth) => {
      let keys = 0;
      const copy = duplicateDefinition(plan, { name: 'Copy', depth, newKey: () => `key-${(keys += 1)}` as MilestoneKey });
      expect({ ...copy, name: plan.name, milestones: plan.milestones }).toEqual(plan);
      expect(copy.name).toBe('Copy');
      const milestones = plan.milestones.map((each, index) => ({ ...each, key: `key-${index + 1}`, items: depth === 'ITEMS' ? each.items : [] }));
      expect(copy.milestones).toEqual(depth === 'SHELL' ? [] : milestones);
    }),
  );
});

/** The same rule with its fields the other way round. */
function turned<Rule>(rule: Rule): Rule {
  return Object.fromEntries(Object.entries(rule as object).toReversed()) as Rule;
}
