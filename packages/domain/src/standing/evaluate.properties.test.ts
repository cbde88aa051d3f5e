import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ContentDefinition, MilestoneDefinition, PlanVersionDefinition } from '../learning-plans/plan-definition.ts';
import { addDays } from '../shared/calendar.ts';
import { decimal } from '../shared/decimal.ts';
import type { FactId } from '../shared/ids.ts';
import { evaluate } from './evaluate.ts';
import { explain } from './explain.ts';
import type { ExplanationNode } from './explanation.ts';
import { sayStanding } from './standing-messages.ts';
import { prepareDefinition } from './prepare-definition.ts';
import type { MilestoneStanding, Standing } from './standing.ts';
import type { CompletionFact, Override, Situation, Source } from './standing-input.ts';
import { adjustUnits, at, course, creditMilestone, credits, day, fact, milestone, plan, situation, source, waive } from './standing.testing.ts';

const COURSES = ['A', 'B', 'C', 'D', 'F'];
const contents: readonly ContentDefinition[] = [course('A', credits({ X: 1 })), course('B', credits({ X: '2.5', Y: 1 })), course('C', { kind: 'ACTIVITY' }), course('D', { equivalenceKey: 'k', ...credits({ Y: 2 }) }), course('F', { equivalenceKey: 'k', ...credits({ Y: 2 }) })];

const anyDay = fc.integer({ min: 0, max: 140 }).map((days) => addDays(day('2027-01-01'), days));
const items = fc.subarray(COURSES, { minLength: 1 }).chain((names) => fc.tuple(...names.map((name) => fc.boolean().map((mandatory) => (mandatory && name === 'A' ? `${name}!` : name)))));
const anyMilestone = fc.tuple(items, fc.constantFrom('SESSIONS', 'CREDITS', 'NONE'), fc.integer({ min: 1, max: 4 }), fc.constantFrom(null, 'X', 'Y'), fc.boolean()).map(
  ([names, metric, units, creditType, itemOrderEnforced]) => (name: string): MilestoneDefinition =>
    metric === 'CREDITS' ? creditMilestone(name, units, names, { creditType, itemOrderEnforced }) : milestone(name, metric === 'NONE' ? null : units, names, { itemOrderEnforced }));
const anyPlan: fc.Arbitrary<PlanVersionDefinition> = fc.tuple(fc.array(anyMilestone, { minLength: 1, maxLength: 4 }), fc.boolean()).map(
  ([milestones, milestoneOrderEnforced]) => plan(milestones.map((make, index) => make(`M${index}`)), { milestoneOrderEnforced }));
const anyFacts: fc.Arbitrary<CompletionFact[]> = fc.uniqueArray(fc.tuple(fc.constantFrom(...COURSES), anyDay).map(([name, on]) => fact(name, on)), { selector: (entry) => entry.id, maxLength: 7 });
const anyOverrides: fc.Arbitrary<Override[]> = fc.array(fc.tuple(fc.constantFrom('M0', 'M1', 'M2'), anyDay, fc.integer({ min: 0, max: 4 })).map(([key, on, units]) => (units === 0 ? waive(key, on) : adjustUnits(key, units, on))), { maxLength: 3 });
const anySource = fc.tuple(fc.constantFrom('GROUP', 'INDIVIDUAL', 'SELF_STARTED', 'RULE'), anyDay, fc.option(anyDay), fc.option(anyDay), fc.string({ minLength: 1, maxLength: 3 })).map(
  ([kind, from, to, due, name]): Source => source(name, kind as Source['kind'], from, { to: to === null ? null : at(to), dueRule: due === null ? null : { kind: 'FIXED', date: due } }));
const anySituation: fc.Arbitrary<Situation> = fc.record({
  facts: anyFacts, overrides: anyOverrides,
  sources: fc.uniqueArray(anySource, { selector: (entry) => entry.id, minLength: 1, maxLength: 3 }),
  revokes: fc.array(fc.nat(6), { maxLength: 2 }),
  policy: fc.constantFrom('FIRST_WINS', 'MOST_LENIENT', 'STRICTEST', 'LATEST_ASSIGNMENT'),
}).map(({ facts, overrides, sources, revokes, policy }) => situation({
  facts, overrides, sources, policies: { groupConflict: policy },
  revocations: revokes.flatMap((index) => (facts[index] ? [{ factId: facts[index].id, at: at('2027-05-25') }] : [])),
}));

const run = (definition: PlanVersionDefinition, input: Situation) => evaluate(prepareDefinition(definition, contents), input);
const byKey = (standing: Standing) => new Map(standing.milestones.map((entry) => [entry.key, entry]));
const isSatisfied = (entry: MilestoneStanding) => entry.satisfiedOn !== null || entry.metOn !== null;
const RANK = { NOT_STARTED: 0, WITHDRAWN: 0, IN_PROGRESS: 0, NOT_COMPLETED: 0, EXEMPT: 1, COMPLETED: 2 };

/** A second model of tables R and E for sessions and credits, slow and plain: it tries every day. */
function metOnByTrial(definition: PlanVersionDefinition, index: number, input: Situation): string | null {
  const revoked = new Set<string>(input.revocations.map((entry) => entry.factId));
  const waived = new Set<string>(input.overrides.flatMap((entry) => (entry.act === 'WAIVE' ? [entry.milestoneKey] : [])));
  const own = definition.milestones[index];
  const work = (name: string) => (name === 'D' || name === 'F' ? 'k' : name);
  for (let days = 0; days <= 140; days += 1) {
    const today = addDays(day('2027-01-01'), days);
    const done = new Set(input.facts.filter((entry) => entry.completedOn <= today && !revoked.has(entry.id)).map((entry) => work(entry.learningObjectId)));
    const mandatoryDone = own.items.every((item) => !item.mandatory || done.has(work(item.learningObjectId)));
    const works = new Set(own.items.map((item) => work(item.learningObjectId)).filter((name) => done.has(name)));
    let earned = 0;
    if (own.metric === 'SESSIONS') earned = works.size;
    if (own.metric === 'CREDITS') {
      for (const name of works) for (const line of contents.find((content) => work(content.id) === name)?.creditLines ?? []) {
        const holder = definition.milestones.find((other) => other.metric === 'CREDITS' && (other === own || !waived.has(other.key)) && (other.creditType == null || other.creditType === line.creditType) && other.items.some((item) => work(item.learningObjectId) === name));
        if (holder === own) earned += Number(line.amount);
      }
    }
    if (own.metric === 'NONE' ? own.items.every((item) => done.has(work(item.learningObjectId))) : mandatoryDone && earned >= Number(own.units)) return today;
  }
  return null;
}

describe('the evaluator, for any plan and situation', () => {
  test('agrees with a model that tries every day [R3, R5, E5–E7]', () => {
    fc.assert(fc.property(anyPlan, anySituation, (definition, input) => {
      const waives = input.overrides.filter((entry) => entry.act === 'WAIVE');
      const standing = run(definition, { ...input, overrides: waives });
      standing.milestones.forEach((entry, index) => expect(entry.metOn).toBe(metOnByTrial(definition, index, { ...input, overrides: waives })));
    }), { numRuns: 300 });
  });

  test('the order of facts, overrides, sources, milestones and contents means nothing', () => {
    fc.assert(fc.property(anyPlan, anySituation, fc.infiniteStream(fc.nat()), (definition, input, dice) => {
      const shuffled = <T>(list: readonly T[]) => list.map((entry) => ({ entry, rank: dice.next().value })).sort((a, b) => a.rank - b.rank).map(({ entry }) => entry);
      const other = { ...input, facts: shuffled(input.facts), overrides: shuffled(input.overrides), sources: shuffled(input.sources), revocations: shuffled(input.revocations) };
      const otherPlan = { ...definition, milestones: shuffled(definition.milestones).map((entry) => ({ ...entry, items: shuffled(entry.items) })) };
      expect(evaluate(prepareDefinition(otherPlan, shuffled(contents)), other)).toEqual(run(definition, input));
    }));
  });

  test('more facts never un-complete, un-satisfy or take progress away', () => {
    fc.assert(fc.property(anyPlan, anySituation, anyFacts, (definition, input, more) => {
      const known = new Set(input.facts.map((entry) => entry.id));
      const before = run(definition, input);
      const after = run(definition, { ...input, facts: [...input.facts, ...more.filter((entry) => !known.has(entry.id))] });
      expect(RANK[after.status]).toBeGreaterThanOrEqual(RANK[before.status] === 1 ? 1 : RANK[before.status]);
      expect(after.progress).toBeGreaterThanOrEqual(before.progress === 1 && before.status === 'EXEMPT' ? 0 : before.progress);
      for (const [key, entry] of byKey(before)) if (isSatisfied(entry)) expect(isSatisfied(byKey(after).get(key)!)).toBe(true);
    }), { numRuns: 300 });
  });

  test('a waiver never makes anything worse, and nothing later', () => {
    fc.assert(fc.property(anyPlan, anySituation, anyDay, fc.nat(3), (definition, input, on, index) => {
      const target = definition.milestones[index % definition.milestones.length];
      const before = run(definition, input);
      const after = run(definition, { ...input, overrides: [...input.overrides, waive(target.key, on)] });
      expect(RANK[after.status]).toBeGreaterThanOrEqual(before.status === 'EXEMPT' ? 1 : RANK[before.status]);
      for (const entry of before.milestones) {
        const then = byKey(after).get(entry.key)!;
        if (entry.satisfiedOn !== null) expect(then.satisfiedOn !== null && then.satisfiedOn <= entry.satisfiedOn).toBe(true);
        expect(then.lockedBy.every((key) => entry.lockedBy.includes(key))).toBe(true);
      }
    }), { numRuns: 300 });
  });

  test('recording what was found changes nothing any more, and neither does revoking what it rests on [U32]', () => {
    fc.assert(fc.property(anyPlan, anySituation, (definition, input) => {
      const found = run(definition, input);
      fc.pre(found.completionToRecord);
      const own = { id: 'own' as FactId, completedOn: found.completedOn!, recordedAt: input.now, origin: 'AUTO' as const, evidence: found.evidence, completionClass: found.completionClass };
      const recorded = run(definition, { ...input, planFacts: [own] });
      expect(recorded).toEqual({ ...found, completionToRecord: false });
      const revoked = run(definition, { ...input, planFacts: [own], revocations: [...input.revocations, ...found.evidence.map((factId) => ({ factId, at: input.now }))] });
      expect(revoked).toMatchObject({ status: 'COMPLETED', completedOn: found.completedOn, evidenceWithdrawn: found.evidence.length > 0 });
    }), { numRuns: 200 });
  });

  test('what it says hangs together', () => {
    fc.assert(fc.property(anyPlan, anySituation, (definition, input) => {
      const standing = run(definition, input);
      const required = standing.milestones.filter((entry) => !entry.elective);
      expect(standing.progress).toBeGreaterThanOrEqual(0);
      expect(standing.progress).toBeLessThanOrEqual(1);
      expect(standing.progress === 1).toBe(standing.status === 'COMPLETED' || standing.status === 'EXEMPT');
      expect(standing.completedOn !== null).toBe(standing.status === 'COMPLETED');
      expect(standing.completionClass !== null).toBe(standing.status === 'COMPLETED');
      if (standing.status === 'COMPLETED') for (const entry of required) expect(entry.satisfiedOn !== null && entry.satisfiedOn <= standing.completedOn!).toBe(true);
      for (const entry of standing.milestones) {
        expect(entry.progress === 1).toBe(entry.satisfiedOn !== null);
        if (entry.elective) expect([entry.progress, entry.satisfiedOn]).toEqual([null, null]);
        expect(decimal(entry.unitsEarned)).toBe(entry.unitsEarned);
        expect(entry.lockedBy.includes(entry.key)).toBe(false);
        if (!definition.milestoneOrderEnforced) expect(entry.lockedBy).toEqual([]);
      }
      if (standing.next !== null) {
        const into = byKey(standing).get(standing.next.milestoneKey)!;
        expect(into.satisfiedOn).toBeNull();
        expect(into.lockedBy).toEqual([]);
        const item = into.items.find((entry) => entry.learningObjectId === standing.next?.learningObjectId);
        if (item) expect([item.locked, item.completedOn]).toEqual([null, null]);
      }
      expect(JSON.parse(JSON.stringify(standing))).toEqual(standing);
    }), { numRuns: 300 });
  });

  test('the strictest date is never after the most lenient', () => {
    fc.assert(fc.property(anyPlan, anySituation, (definition, input) => {
      const groups = { ...input, sources: input.sources.map((entry) => ({ ...entry, kind: 'GROUP' as const })), facts: [] };
      const due = (groupConflict: Situation['policies']['groupConflict']) => run(definition, { ...groups, policies: { groupConflict } }).effectiveDue?.date ?? null;
      const [strict, first, last, lenient] = [due('STRICTEST'), due('FIRST_WINS'), due('LATEST_ASSIGNMENT'), due('MOST_LENIENT')];
      for (const between of [first, last]) if (between !== null) expect(strict! <= between && between <= lenient!).toBe(true);
    }));
  });

  test('every standing explains itself in both languages, down to the last reason [2.0.4]', () => {
    const words = (node: ExplanationNode): string[] => [sayStanding(node.message, 'en'), sayStanding(node.message, 'zh-CN'), ...node.because.flatMap(words)];
    fc.assert(fc.property(anyPlan, anySituation, (definition, input) => {
      const prepared = prepareDefinition(definition, contents);
      const { sentence, status, due, sources, milestones } = explain(prepared, input, evaluate(prepared, input));
      const said = [sayStanding(sentence, 'en'), sayStanding(sentence, 'zh-CN'), ...[status, due, sources, ...milestones].flatMap(words)];
      for (const text of said) expect(text).not.toMatch(/undefined|null|NaN|Invalid|^$/);
    }));
  });

  test('does not touch what it is given', () => {
    fc.assert(fc.property(anyPlan, anySituation, (definition, input) => {
      const copy = JSON.stringify([definition, input]);
      run(definition, input);
      expect(JSON.stringify([definition, input])).toBe(copy);
    }));
  });
});
