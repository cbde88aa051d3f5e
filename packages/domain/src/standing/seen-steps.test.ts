import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ReleaseRule } from '../learning-plans/plan-definition.ts';
import { addDays } from '../shared/calendar.ts';
import { isOpenUnseen, withSeenSteps, type SeenStep } from './seen-steps.ts';
import type { StepRelease } from './standing-input.ts';
import { at, day, fact, key, milestone, plan, situation, stand, waive } from './standing.testing.ts';

const keys = ['M0', 'M1', 'M2'];
const anyDay = fc.integer({ min: 0, max: 30 }).map((days) => addDays(day('2027-05-10'), days));
const days = fc.integer({ min: 0, max: 12 });
const anyRule: fc.Arbitrary<ReleaseRule> = fc.oneof(
  fc.constantFrom<ReleaseRule>({ kind: 'IMMEDIATE' }, { kind: 'MANUAL' }),
  anyDay.map((date): ReleaseRule => ({ kind: 'ON', date })),
  fc.tuple(fc.constantFrom('AFTER_ENROLLMENT', 'AFTER_PREVIOUS_RELEASED', 'AFTER_PREVIOUS_COMPLETED'), days).map(([kind, count]) => ({ kind, days: count })),
);
const maybe = fc.option(anyDay.map((on) => at(on)), { freq: 3 });
const anyRelease = fc.tuple(fc.constantFrom(...keys), maybe, maybe).map(([name, heldAt, releasedAt]): StepRelease => ({ milestoneKey: key(name), heldAt, releasedAt }));
const anySeen = fc.tuple(fc.constantFrom(...keys, 'GONE'), anyDay).map(([name, on]): SeenStep => ({ milestoneKey: key(name), seenAt: at(on) }));

const anyCase = fc.record({
  rules: fc.tuple(anyRule, anyRule, anyRule),
  isOrdered: fc.boolean(),
  releases: fc.uniqueArray(anyRelease, { selector: ({ milestoneKey }) => milestoneKey, maxLength: 3 }),
  seen: fc.uniqueArray(anySeen, { selector: ({ milestoneKey }) => milestoneKey, minLength: 1, maxLength: 3 }),
  done: fc.uniqueArray(fc.tuple(fc.constantFrom('A', 'B'), anyDay), { selector: ([name]) => name, maxLength: 2 }),
  waived: fc.option(fc.tuple(fc.constantFrom(...keys), anyDay)),
  zone: fc.constantFrom('UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'),
});

test('where what was seen is open all the same it changes nothing, whenever it was seen; there are such people, and others [2.2]', () => {
  const found = { alike: 0, apart: 0 };
  fc.assert(fc.property(anyCase, ({ rules, isOrdered, releases, seen, done, waived, zone }) => {
    const definition = plan(['A', 'B', 'C'].map((name, index) => milestone(`M${index}`, 1, [name], { releaseRule: rules[index] })), { milestoneOrderEnforced: isOrdered });
    const unseen = situation({
      enrollment: { enrolledOn: day('2027-05-15'), cycle: 1, stepReleases: releases }, person: { zone },
      facts: done.map(([name, on]) => fact(name, on)), overrides: waived ? [waive(waived[0], waived[1])] : [],
    });
    const [without, having] = [stand(definition, unseen), stand(definition, withSeenSteps(unseen, seen))];
    if (!isOpenUnseen(without, seen, zone)) return void (found.apart += 1);
    found.alike += 1;
    expect(having).toEqual(without);
  }), { numRuns: 2_000 });
  expect(found.alike).toBeGreaterThan(200);
  expect(found.apart).toBeGreaterThan(200);
});

test('what was held or moved after it was seen is told apart: it is open because it was seen [2.2]', () => {
  const seen = [{ milestoneKey: key('M'), seenAt: at('2027-05-28') }];
  const of = (releaseRule: ReleaseRule, stepReleases: readonly StepRelease[] = []) =>
    [plan([milestone('M', 1, ['A'], { releaseRule })]), situation({ enrollment: { enrolledOn: day('2027-05-01'), cycle: 1, stepReleases } })] as const;
  const cases = [
    [of({ kind: 'ON', date: day('2027-05-28') }), true],
    [of({ kind: 'ON', date: day('2027-05-29') }), false],
    [of({ kind: 'ON', date: day('2027-07-01') }), false],
    [of({ kind: 'IMMEDIATE' }, [{ milestoneKey: key('M'), heldAt: at('2027-05-29') }]), false],
    [of({ kind: 'MANUAL' }, [{ milestoneKey: key('M'), releasedAt: at('2027-05-28') }]), true],
  ] as const;
  for (const [[definition, unseen], alike] of cases) {
    expect(isOpenUnseen(stand(definition, unseen), seen, 'UTC')).toBe(alike);
    expect(stand(definition, withSeenSteps(unseen, seen)).milestones[0]).toMatchObject({ released: true });
  }
});
