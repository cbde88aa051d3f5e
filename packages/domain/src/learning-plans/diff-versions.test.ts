import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { expectCatalogIsComplete } from '../shared/catalog.testing.ts';
import { LANGUAGES } from '../shared/message.ts';
import { at, course, creditMilestone, day, id, milestone, plan } from '../standing/standing.testing.ts';
import { deltaVersion } from './delta-version.ts';
import { diffVersions } from './diff-versions.ts';
import type { FileId } from '../shared/ids.ts';
import type { MilestoneDefinition, PlanVersionDefinition } from './plan-definition.ts';
import { MILESTONE_FIELDS, VERSION_FIELDS } from './version-fields.ts';
import { sayVersionChange, versionChangeCatalog } from './version-change-messages.ts';

const base = plan([milestone('Basics', 2, ['A', 'B']), milestone('Advanced', 1, ['C'])]);
const nameOf = (name: string): string => course(name).name;
const said = (before: PlanVersionDefinition, after: PlanVersionDefinition, language: 'en' | 'zh-CN' = 'en') => diffVersions(before, after).map((change) => sayVersionChange(change, nameOf, language));
const withMilestones = (...milestones: readonly MilestoneDefinition[]) => plan(milestones);
const [basics, advanced] = base.milestones as [MilestoneDefinition, MilestoneDefinition];

describe('what makes one version another, in words', () => {
  test.each<readonly [string, PlanVersionDefinition, readonly string[]]>([
    ['nothing', base, []],
    ['a name', { ...base, name: 'Program' }, ['Name: “Plan” → “Program”']],
    ['a description', { ...base, description: 'Long' }, ['Description: none → a text']],
    ['a due rule', { ...base, dueRule: { kind: 'RELATIVE', amount: 1, unit: 'MONTHS', anchor: 'HIRE_DATE' } }, ['Due: none → 1 month after the hire date']],
    ['no due rule, said otherwise', { ...base, dueRule: { kind: 'NONE' } }, []],
    ['order', { ...base, milestoneOrderEnforced: true }, ['Milestones in order: no → yes']],
    ['an end', { ...base, endsAt: at('2027-12-31'), graceDays: 7 }, ['End: none → December 31, 2027, 12:00 UTC', 'Days of grace: 0 → 7']],
    ['what counts', { ...base, lookback: { kind: 'WITHIN_DAYS', days: 30 } }, ['What was done before: counts → counts if done within 30 days before the enrollment']],
    ['a milestone more', withMilestones(basics, advanced, milestone('Law', 1, ['D!'])), ['“Milestone Law” is new', '“Milestone Law”: “Course D” is added', '“Milestone Law”: “Course D” is mandatory']],
    ['a milestone less', withMilestones(basics), ['“Milestone Advanced” is gone']],
    ['another order of milestones', withMilestones(advanced, basics), ['“Milestone Basics” moves from place 1 to place 2']],
    ['one in front moves nobody', withMilestones(milestone('Law', 1, []), basics, advanced), ['“Milestone Law” is new']],
    ['more units', withMilestones({ ...basics, units: '3' as never }, advanced), ['“Milestone Basics”: Required: 2 units → 3 units']],
    ['another release', withMilestones(basics, { ...advanced, releaseRule: { kind: 'AFTER_PREVIOUS_COMPLETED', days: 7 } }), ['“Milestone Advanced”: Opens: at once → 7 days after the previous step was completed']],
    ['other items', withMilestones(milestone('Basics', 2, ['A!', 'D']), advanced), ['“Milestone Basics”: “Course A” is mandatory', '“Milestone Basics”: “Course D” is added', '“Milestone Basics”: “Course B” is taken out']],
    ['another order of items', withMilestones(milestone('Basics', 2, ['B', 'A']), advanced), ['“Milestone Basics”: the items stand in another order']],
  ])('%s', (_, after, words) => expect(said(base, after)).toEqual(words));

  test('in Chinese', () => {
    expect(said(base, { ...withMilestones(milestone('Basics', 3, ['A', 'B'])), dueRule: { kind: 'FIXED', date: day('2027-06-30') } }, 'zh-CN')).toEqual([
      '截止日期：无 → 2027年6月30日', '“Milestone Basics”：要求数量：2个单位 → 3个单位', '移除“Milestone Advanced”',
    ]);
  });

  test('a picture is named by what is to be seen on it, also where only the words for it are others [D11]', () => {
    const covered = (fileId: string, alt: string): PlanVersionDefinition => plan([], { cover: { fileId: fileId as FileId, alt } });
    expect(said(plan([]), covered('a', 'A helmet'))).toEqual(['Cover picture: none → a picture (“A helmet”)']);
    expect(said(covered('a', 'A helmet'), covered('a', 'Gloves'))).toEqual(['Cover picture: a picture (“A helmet”) → a picture (“Gloves”)']);
    expect(said(covered('a', 'A helmet'), covered('b', 'A helmet'))).toHaveLength(1);
    expect(said(covered('a', 'A helmet'), covered('a', 'A helmet'))).toEqual([]);
  });

  test('the catalog says everything in both languages', () => {
    const of = { milestone: 'Basics' };
    const items = { ...of, item: 'Course A' };
    const each = (fields: readonly string[], more: object) => fields.flatMap((field) => [{ ...more, field, before: null, after: true }, { ...more, field, before: 2, after: 'X' }]);
    expectCatalogIsComplete(versionChangeCatalog, {
      PLAN_FIELD: each(VERSION_FIELDS, {}) as never, MILESTONE_FIELD: each(MILESTONE_FIELDS, of) as never,
      MILESTONE_ADDED: of, MILESTONE_REMOVED: of, MILESTONE_MOVED: { ...of, from: 1, to: 3 }, ITEMS_REORDERED: of,
      ITEM_ADDED: items, ITEM_REMOVED: items, ITEM_MANDATORY: items, ITEM_OPTIONAL: items, ITEM_EXAM_CHANGED: items,
      TEXT: {}, PICTURE: [{ alt: 'A helmet' }, { alt: '' }], DAY: { date: '2027-06-30' }, MOMENT: { at: '2027-06-30T10:00:00.000Z' }, UNITS: [{ units: '1' }, { units: '2.5' }],
      DUE_RELATIVE: (['ENROLLED', 'ASSIGNED', 'FIRST_SIGN_IN', 'HIRE_DATE', 'PREVIOUS_STEP'] as const).map((anchor) => ({ amount: 2, unit: 'WEEKS', anchor })),
      OPENS_AT_ONCE: {}, OPENS_BY_HAND: {}, OPENS_AFTER_ENROLLMENT: { days: 1 }, OPENS_AFTER_PREVIOUS_RELEASED: { days: 2 }, OPENS_AFTER_PREVIOUS_COMPLETED: { days: 2 },
      COUNTS_ANY: {}, COUNTS_AFTER_ENROLLMENT: {}, COUNTS_SINCE: { date: '2027-01-01' }, COUNTS_WITHIN_DAYS: { days: 30 },
      VALID_FOR: { amount: 1, unit: 'MONTHS' }, VALID_TO_END_OF_MONTH: { months: 12 }, ENFORCED: {}, NON_ENFORCED: {}, DISABLED: {},
      SHOW_NONE: {}, SHOW_TITLES: {}, SHOW_DETAILS: {}, CLOSE: {}, KEEP_OPEN: {}, METRIC_SESSIONS: {}, METRIC_CREDITS: {}, METRIC_NONE: {},
    });
  });
});

const names = ['A', 'B', 'C', 'D'];
const anyItems = fc.shuffledSubarray(names, { minLength: 1 }).chain((some) => fc.tuple(...some.map((name) => fc.boolean().map((mandatory) => (mandatory ? `${name}!` : name)))));
const anyMilestone = fc.tuple(fc.constantFrom('K1', 'K2', 'K3', 'K4'), anyItems, fc.constantFrom(null, 1, 2), fc.constantFrom(null, 'X'), fc.boolean()).map(
  ([key, items, units, creditType, ordered]): MilestoneDefinition => (creditType === null || units === null ? milestone(key, units, items, { itemOrderEnforced: ordered }) : creditMilestone(key, units, items, { creditType })));
const anyPlan = fc.tuple(fc.uniqueArray(anyMilestone, { selector: (each) => each.key, maxLength: 4 }), fc.boolean(), fc.constantFrom(null, day('2027-06-30')), fc.constantFrom('Plan', 'Program')).map(
  ([milestones, milestoneOrderEnforced, date, name]) => plan(milestones, { milestoneOrderEnforced, name, dueRule: date === null ? null : { kind: 'FIXED', date } }));

describe('for any two versions', () => {
  test('there is no difference between a version and itself, and some between versions that are not the same', () => {
    fc.assert(fc.property(anyPlan, anyPlan, (before, after) => {
      expect(diffVersions(before, before)).toEqual([]);
      const same = JSON.stringify(before) === JSON.stringify(after);
      expect(diffVersions(before, after).length === 0).toBe(same);
    }), { numRuns: 300 });
  });

  test('the way back undoes the way there, change by change', () => {
    const opposite: Readonly<Record<string, string>> = { MILESTONE_ADDED: 'MILESTONE_REMOVED', MILESTONE_REMOVED: 'MILESTONE_ADDED', ITEM_ADDED: 'ITEM_REMOVED', ITEM_REMOVED: 'ITEM_ADDED' };
    fc.assert(fc.property(anyPlan, anyPlan, (before, after) => {
      const kept = new Set(after.milestones.map((each) => each.key).filter((key) => before.milestones.some((each) => each.key === key)));
      const told = (changes: ReturnType<typeof diffVersions>, turn: (kind: string) => string) => changes.flatMap((change) => {
        if (change.kind === 'PLAN_FIELD') return [change.field];
        if (change.kind === 'MILESTONE_ADDED' || change.kind === 'MILESTONE_REMOVED') return [`${turn(change.kind)} ${change.milestoneKey}`];
        if (!kept.has(change.milestoneKey)) return [];
        if (change.kind === 'MILESTONE_FIELD') return [`${change.milestoneKey} ${change.field}`];
        return change.kind === 'ITEM_ADDED' || change.kind === 'ITEM_REMOVED' ? [`${turn(change.kind)} ${change.milestoneKey} ${change.learningObjectId}`] : [];
      }).sort();
      expect(told(diffVersions(after, before), (kind) => opposite[kind] ?? kind)).toEqual(told(diffVersions(before, after), (kind) => kind));
    }), { numRuns: 300 });
  });

  test('every difference is said in both languages', () => {
    fc.assert(fc.property(anyPlan, anyPlan, (before, after) => {
      for (const change of diffVersions(before, after)) for (const language of LANGUAGES) expect(sayVersionChange(change, nameOf, language)).not.toMatch(/undefined|null|\[object/);
    }));
  });
});

describe('what a version asks beyond one that was completed [V5, X20]', () => {
  const asked = (after: PlanVersionDefinition) => deltaVersion(base, after)?.milestones.map(({ key, position }) => `${position} ${key}`) ?? null;
  test.each<readonly [string, PlanVersionDefinition, readonly string[] | null]>([
    ['nothing, where it is the same', base, null],
    ['nothing, where it asks for less', withMilestones({ ...basics, units: '1' as never }), null],
    ['nothing, where there is more to choose from', withMilestones(milestone('Basics', 2, ['A', 'B', 'D']), advanced), null],
    ['nothing, where only an elective is new', withMilestones(basics, advanced, milestone('Fun', null, ['D'])), null],
    ['a new milestone', withMilestones(basics, milestone('Law', 1, ['D']), advanced), ['0 Law']],
    ['more units', withMilestones({ ...basics, units: '3' as never }, advanced), ['0 Basics']],
    ['a mandatory item more', withMilestones(milestone('Basics', 2, ['A!', 'B']), advanced), ['0 Basics']],
    ['an item in the place of another', withMilestones(milestone('Basics', 2, ['A', 'D']), advanced), ['0 Basics']],
    ['an elective that is required now', withMilestones(basics, advanced, milestone('Fun', null, ['D']), milestone('Law', 1, ['D'])), ['0 Fun', '1 Law']],
    ['credits in the place of sessions', withMilestones(basics, creditMilestone('Advanced', 1, ['C'])), ['0 Advanced']],
  ])('%s', (_, after, keys) => expect(asked(after)).toEqual(keys));

  test('an elective becomes required', () => {
    expect(deltaVersion(plan([milestone('Fun', null, ['D'])]), plan([milestone('Fun', 1, ['D'])]))?.milestones).toHaveLength(1);
  });

  test('its first milestone waits for none before it', () => {
    const law = milestone('Law', 1, ['D'], { dueRule: { kind: 'RELATIVE', amount: 7, unit: 'DAYS', anchor: 'PREVIOUS_STEP' }, releaseRule: { kind: 'AFTER_PREVIOUS_COMPLETED', days: 1 } });
    expect(deltaVersion(base, withMilestones(basics, law))?.milestones[0]).toMatchObject({ key: 'Law', dueRule: { kind: 'NONE' }, releaseRule: { kind: 'IMMEDIATE' }, items: [{ learningObjectId: id('D') }] });
  });
});
