import { describe, expect, test } from '@jest/globals';
import type { CalendarDate } from '../shared/calendar.ts';
import type { MilestoneKey, SourceId } from '../shared/ids.ts';
import { sayDueCause, sayDueChange, type ToldDueChange } from './due-change-messages.ts';
import { DUE_CHANGE_CAUSES, findDueChanges, isInherited, type DueChange, type KeptDues } from './due-change.ts';
import type { PlanVersionDefinition } from '../learning-plans/plan-definition.ts';
import type { Standing } from './standing.ts';
import type { Situation } from './standing-input.ts';
import { adjustDue, at, day, fact, milestone, plan, situation, source, stand } from './standing.testing.ts';

const due = (date: string) => ({ dueRule: { kind: 'FIXED', date: day(date) } as const });
const hired = (amount: number) => ({ dueRule: { kind: 'RELATIVE', amount, unit: 'DAYS', anchor: 'HIRE_DATE' } as const });
const sales = source('sales', 'GROUP', '2027-01-01', due('2027-07-07'));
const everybody = source('everybody', 'RULE', '2027-02-01', { ...due('2027-09-09'), dormant: true });
const ended = (one: typeof sales) => ({ ...one, to: at('2027-05-31') });

const keep = (standing: Standing, evaluatedAt: string): KeptDues => ({
  status: standing.status,
  evaluatedAt: at(evaluatedAt),
  plan: { date: standing.effectiveDue?.date ?? null, origin: standing.effectiveDue?.origin ?? null, sourceId: standing.effectiveDue?.sourceId ?? null },
  milestones: standing.milestones.map(({ key, effectiveDue }) => ({
    key,
    date: effectiveDue?.date ?? null,
    origin: isInherited(effectiveDue) ? null : (effectiveDue?.origin ?? null),
    sourceId: isInherited(effectiveDue) ? null : (effectiveDue?.sourceId ?? null),
  })),
});

/** What moved between two situations of one person; the first one was evaluated on 1 May 2027. */
function moved(before: Partial<Situation>, after: Partial<Situation>, version: Partial<PlanVersionDefinition> = {}, next = version): readonly DueChange[] {
  const milestones = [milestone('M', 1, ['A']), milestone('N', 1, ['B'], { dueRule: { kind: 'FIXED', date: day('2027-06-30') } })];
  const kept = keep(stand(plan(milestones, version), situation({ now: at('2027-05-01'), ...before })), '2027-05-01');
  const now = situation(after);
  return findDueChanges(kept, stand(plan(milestones, next), now), now);
}

/** A change as it is written in a test. */
type Written = { readonly [Field in keyof DueChange]?: DueChange[Field] extends CalendarDate | MilestoneKey | SourceId | null ? string | null : DueChange[Field] };

const change = (more: Written) => expect.objectContaining(more) as unknown;

describe('every change of a due date is told once, with its cause [2.4]', () => {
  test('what stays is no change', () => expect(moved({ sources: [sales, everybody] }, { sources: [sales, everybody] })).toEqual([]));
  test('neither is another assignment with the same date', () =>
    expect(moved({ sources: [sales] }, { sources: [ended(sales), { ...everybody, ...due('2027-07-07') }] })).toEqual([]));

  test('a date for this person alone, and its end [L43]', () => {
    const overrides = [adjustDue(null, '2027-12-12', '2027-05-02')];
    expect(moved({ sources: [sales] }, { sources: [sales], overrides })).toEqual([
      { milestoneKey: null, before: '2027-07-07', after: '2027-12-12', cause: 'OVERRIDDEN', sourceBefore: 'sales', sourceAfter: null, anchor: null },
    ]);
    const early = [adjustDue(null, '2027-12-12', '2027-04-02')];
    expect(moved({ sources: [sales], overrides: early }, { sources: [sales] })).toEqual([change({ before: '2027-12-12', after: '2027-07-07', cause: 'OVERRIDE_ENDED' })]);
  });

  test('an adjusted milestone, the others stay', () =>
    expect(moved({}, { overrides: [adjustDue('N', '2027-08-08', '2027-05-02')] })).toEqual([change({ milestoneKey: 'N', before: '2027-06-30', after: '2027-08-08', cause: 'OVERRIDDEN' })]));
  test('a milestone that gets a date of its own where it took that of the plan', () =>
    expect(moved({ sources: [sales] }, { sources: [sales], overrides: [adjustDue('M', '2027-08-08', '2027-05-02')] })).toEqual([change({ milestoneKey: 'M', before: '2027-07-07' })]));

  test('when the winner ends, the next takes over [L58, X1]', () =>
    expect(moved({ sources: [sales, everybody] }, { sources: [ended(sales), everybody] })).toEqual([
      { milestoneKey: null, before: '2027-07-07', after: '2027-09-09', cause: 'ASSIGNMENT_ENDED', sourceBefore: 'sales', sourceAfter: 'everybody', anchor: null },
    ]));
  test('an assignment that was taken away by hand has ended too', () =>
    expect(moved({ sources: [sales, everybody] }, { sources: [{ ...sales, suppressed: true }, everybody] })).toEqual([change({ cause: 'ASSIGNMENT_ENDED' })]));
  test('so have all where nothing holds the person any more, whatever had set the date', () =>
    expect(moved({}, { sources: [ended(sales)] }, { dueRule: { kind: 'RELATIVE', amount: 9, unit: 'DAYS', anchor: 'ASSIGNED' } })).toEqual([change({ before: '2027-01-10', after: null, cause: 'ASSIGNMENT_ENDED' })]));
  test('a new assignment that decides', () => {
    const individual = source('individual', 'INDIVIDUAL', '2027-05-20', due('2027-08-01'));
    expect(moved({ sources: [sales] }, { sources: [sales, individual] })).toEqual([change({ cause: 'ASSIGNED', sourceAfter: 'individual' })]);
    expect(moved({ sources: [source('own', 'SELF_STARTED', '2027-01-01')] }, { sources: [sales] })).toEqual([change({ before: null, cause: 'ASSIGNED' })]);
  });
  test('another policy', () => {
    const policies = { groupConflict: 'MOST_LENIENT', formerly: [{ groupConflict: 'FIRST_WINS', until: at('2027-05-10') }] } as const;
    expect(moved({ sources: [sales, everybody] }, { sources: [sales, everybody], policies })).toEqual([change({ cause: 'POLICY_CHANGED', sourceBefore: 'sales', sourceAfter: 'everybody' })]);
    // Also where what wins came after the date was settled, and waited; not where it came after the policy.
    expect(moved({ sources: [sales] }, { sources: [sales, { ...everybody, from: at('2027-05-05') }], policies })).toEqual([change({ cause: 'POLICY_CHANGED' })]);
    expect(moved({ sources: [sales] }, { sources: [sales, { ...everybody, from: at('2027-05-15') }], policies })).toEqual([change({ cause: 'ASSIGNED' })]);
  });
  test('other dates of the same assignment', () =>
    expect(moved({ sources: [sales] }, { sources: [{ ...sales, ...due('2027-07-08') }] })).toEqual([change({ cause: 'ASSIGNMENT_CHANGED' })]));
  test('the day it counts from becomes known', () =>
    expect(moved({ sources: [{ ...sales, ...hired(200) }] }, { sources: [{ ...sales, ...hired(200) }], person: { zone: 'UTC', hiredOn: day('2027-01-01') } })).toEqual([
      change({ before: null, after: '2027-07-20', cause: 'ANCHOR_CHANGED', anchor: 'HIRE_DATE' }),
    ]));
  test('under another rule the day that it counts from may also let another assignment win', () => {
    const policies = { groupConflict: 'MOST_LENIENT' } as const;
    const sources = [sales, { ...everybody, ...hired(300) }];
    expect(moved({ sources, policies }, { sources, policies, person: { zone: 'UTC', hiredOn: day('2027-01-01') } })).toEqual([change({ cause: 'ANCHOR_CHANGED', anchor: 'HIRE_DATE' })]);
  });
  test('another version of the plan', () => expect(moved({}, {}, due('2027-05-05'), due('2027-06-06'))).toEqual([change({ cause: 'PLAN_CHANGED' })]));
  test('the date of the day of completion', () => {
    const facts = [fact('A', '2027-01-10'), fact('B', '2027-01-10')];
    expect(moved({ sources: [sales, { ...everybody, kind: 'INDIVIDUAL' }] }, { sources: [sales, { ...everybody, kind: 'INDIVIDUAL' }], facts })).toEqual([change({ before: '2027-09-09', after: '2027-07-07', cause: 'COMPLETED' })]);
  });
});

describe('the policy of the time [2.4]', () => {
  const facts = [fact('A', '2027-03-10'), fact('B', '2027-03-10')];
  const dueWith = (until: string, completed: boolean) =>
    stand(plan([milestone('M', 2, ['A', 'B'])]), situation({
      sources: [sales, everybody],
      facts: completed ? facts : [],
      policies: { groupConflict: 'LATEST_ASSIGNMENT', formerly: [{ groupConflict: 'FIRST_WINS', until: at(until) }, { groupConflict: 'STRICTEST', until: at('2027-01-01') }] },
    })).effectiveDue?.sourceId as SourceId;
  test('open people have the one of today', () => expect(dueWith('2027-04-01', false)).toBe('everybody'));
  test('completed people keep the one of their completion', () => expect(dueWith('2027-04-01', true)).toBe('sales'));
  test('who completed after the change has the new one', () => expect(dueWith('2027-03-01', true)).toBe('everybody'));
});

describe('a moved date in words', () => {
  const told: ToldDueChange = { before: '2027-07-07', after: '2027-09-09', cause: 'ASSIGNMENT_ENDED', nameBefore: 'Sales', nameAfter: 'Everybody', anchor: null };
  test('says from when to when and why', () => {
    expect(sayDueChange(told, 'en')).toBe('Due moved from July 7, 2027 to September 9, 2027, because “Sales” no longer holds for the person, and “Everybody” takes over');
    expect(sayDueChange(told, 'zh-CN')).toBe('截止日期由2027年7月7日改为2027年9月9日，原因：“Sales”不再适用于此人，由“Everybody”接替');
    expect(sayDueChange({ ...told, before: null, cause: 'ASSIGNED', nameAfter: null }, 'en')).toBe('Due moved from no date to September 9, 2027, because an individual assignment decides it now');
  });
  test.each(DUE_CHANGE_CAUSES)('%s has words in both languages', (cause) => {
    const words = (['en', 'zh-CN'] as const).map((language) => sayDueCause({ ...told, cause, anchor: 'HIRE_DATE' }, language));
    expect(words[0]).toMatch(/^[^{}]+$/);
    expect(words[1]).toMatch(/\p{Script=Han}/u);
  });
});
