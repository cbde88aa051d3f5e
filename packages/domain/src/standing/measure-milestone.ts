import { holderOfCredit, asksFor, creditsByType } from '../learning-plans/credit-allocation.ts';
import type { MilestoneDefinition } from '../learning-plans/plan-definition.ts';
import type { CalendarDate } from '../shared/calendar.ts';
import { toScaled } from '../shared/decimal.ts';
import type { FactId } from '../shared/ids.ts';
import type { MilestoneChanges } from './in-force.ts';
import type { PreparedDefinition, PreparedItem, PreparedMilestone } from './prepare-definition.ts';
import type { CompletionFact } from './standing-input.ts';

/** What the facts come to for one milestone. */
export interface MilestoneMeasure {
  /** In ten-thousandths, after adjustment. */
  readonly required: bigint;
  readonly earned: bigint;
  /** The first day on which facts alone met the requirement (R3, R5, R6); an elective: on which all its items were done. */
  readonly metOn: CalendarDate | null;
  readonly countedFacts: readonly FactId[];
  /** Of these, the ones dated up to the day on which it was met. */
  readonly evidence: readonly FactId[];
  /** In the order of the items. */
  readonly items: readonly ItemMeasure[];
}

export interface ItemMeasure {
  readonly doneOn: CalendarDate | null;
  readonly factId: FactId | null;
  /** How many of its parts are done. */
  readonly partsDone: number;
}

interface Gain {
  readonly on: CalendarDate;
  /** In ten-thousandths. */
  readonly amount: bigint;
  readonly factId: FactId;
}

const ONE = toScaled('1');
const NOTHING: readonly CompletionFact[] = [];
const UNTOUCHED: ItemMeasure = { doneOn: null, factId: null, partsDone: 0 };

/** Counts what a milestone's items have earned and finds the day on which that was enough (tables R and E). */
export function measureMilestone(
  prepared: PreparedDefinition,
  milestone: PreparedMilestone,
  facts: ReadonlyMap<string, readonly CompletionFact[]>,
  changes: MilestoneChanges,
  isWaived: (milestone: MilestoneDefinition) => boolean,
): MilestoneMeasure {
  const required = changes.adjustedUnits === null || milestone.elective ? milestone.required : toScaled(changes.adjustedUnits.units);
  const items = milestone.items.map((item) => measureItem(item, facts.get(item.work) ?? NOTHING));
  const gains = milestone.definition.metric === 'CREDITS' ? creditGains(prepared, milestone, facts, isWaived) : sessionGains(milestone, facts);
  if (gains.length === 0 && items.every((item) => item.doneOn === null)) {
    return { required, earned: 0n, metOn: null, countedFacts: [], evidence: [], items };
  }
  const mandatoryOn = lastMandatory(milestone, items);
  const metOn = (units: bigint): CalendarDate | null => later(enoughOn(gains, units), mandatoryOn);
  const met = milestone.elective ? allDoneOn(items) : withAdjustment(metOn, milestone.required, required, changes);
  const counted = [...new Map([...mandatoryProofs(milestone, items), ...gains.map((gain) => [gain.factId, gain.on] as const)])];
  return {
    required,
    earned: milestone.elective ? ONE * BigInt(items.filter((item) => item.doneOn !== null).length) : gains.reduce((sum, gain) => sum + gain.amount, 0n),
    metOn: met,
    countedFacts: counted.map(([id]) => id).sort(),
    evidence: met === null ? [] : counted.filter(([, on]) => on <= met).map(([id]) => id).sort(),
    items,
  };
}

/**
 * The day on which an adjusted requirement was met (R6): never before the adjustment, unless what was required
 * before had been met as well, for then it was complete without it.
 */
function withAdjustment(metOn: (units: bigint) => CalendarDate | null, original: bigint, required: bigint, changes: MilestoneChanges): CalendarDate | null {
  const met = metOn(required);
  if (changes.adjustedUnits === null || met === null) return met;
  const sinceAdjustment = met > changes.adjustedUnits.on ? met : changes.adjustedUnits.on;
  const bothMet = later(met, metOn(original));
  return bothMet !== null && bothMet < sinceAdjustment ? bothMet : sinceAdjustment;
}

/** When an item was done; a course in parts is done with its last part, or at once by a fact of the whole (E1–E3, E10). */
function measureItem(item: PreparedItem, facts: readonly CompletionFact[]): ItemMeasure {
  const [first] = facts;
  if (first === undefined) return UNTOUCHED;
  if (item.parts === 1) return { doneOn: first.completedOn, factId: first.id, partsDone: 1 };
  const seen = new Set<string>();
  for (const fact of facts) {
    if (fact.sessionId == null) return { doneOn: fact.completedOn, factId: fact.id, partsDone: item.parts };
    seen.add(fact.sessionId);
    if (seen.size === item.parts) return { doneOn: fact.completedOn, factId: fact.id, partsDone: item.parts };
  }
  return { doneOn: null, factId: null, partsDone: seen.size };
}

/** One unit for each piece of work, or for each of its parts, at the first time it was done (E1–E4, E6). */
function sessionGains(milestone: PreparedMilestone, facts: ReadonlyMap<string, readonly CompletionFact[]>): readonly Gain[] {
  const gains: Gain[] = [];
  const counted = new Set<string>();
  for (const item of milestone.items) {
    const done = facts.get(item.work);
    if (done === undefined || counted.has(item.work)) continue;
    counted.add(item.work);
    const parts = Math.max(...milestone.items.filter((other) => other.work === item.work).map((other) => other.parts));
    gains.push(...partGains(parts, done));
  }
  return gains;
}

function partGains(parts: number, facts: readonly CompletionFact[]): readonly Gain[] {
  const gains: Gain[] = [];
  const seen = new Set<string>();
  let earned = 0;
  for (const fact of facts) {
    if (earned === parts) break;
    const isWhole = parts === 1 || fact.sessionId == null;
    if (!isWhole && seen.has(fact.sessionId)) continue;
    if (!isWhole) seen.add(fact.sessionId);
    const gained = isWhole ? parts - earned : 1;
    earned += gained;
    gains.push({ on: fact.completedOn, amount: ONE * BigInt(gained), factId: fact.id });
  }
  return gains;
}

/** The credits of each piece of work that this milestone holds (E7), each type at the most that a fact gave (E6). */
function creditGains(
  { claims }: PreparedDefinition,
  { definition, items }: PreparedMilestone,
  facts: ReadonlyMap<string, readonly CompletionFact[]>,
  isWaived: (milestone: MilestoneDefinition) => boolean,
): readonly Gain[] {
  const gains: Gain[] = [];
  const best = new Map<string, bigint>();
  for (const item of items) {
    for (const fact of facts.get(item.work) ?? NOTHING) {
      const given = fact.credits == null ? item.credits : creditsByType(fact.credits);
      for (const [type, amount] of given) {
        if (!asksFor(definition, type) || holderOfCredit(claims, item.work, type, isWaived) !== definition) continue;
        const key = `${item.work}|${type}`;
        const more = toScaled(amount) - (best.get(key) ?? 0n);
        if (more <= 0n) continue;
        best.set(key, (best.get(key) ?? 0n) + more);
        gains.push({ on: fact.completedOn, amount: more, factId: fact.id });
      }
    }
  }
  return gains;
}

/** The first day on which the gains came to enough; null: not yet. */
function enoughOn(gains: readonly Gain[], required: bigint): CalendarDate | null {
  let sum = 0n;
  for (const gain of [...gains].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    sum += gain.amount;
    if (sum >= required) return gain.on;
  }
  return null;
}

/** The day on which the last mandatory item was done; undefined: none is mandatory; null: some is open. */
function lastMandatory({ items }: PreparedMilestone, measures: readonly ItemMeasure[]): CalendarDate | null | undefined {
  let last: CalendarDate | null | undefined;
  for (const [index, item] of items.entries()) {
    if (!item.definition.mandatory) continue;
    const doneOn = measures[index]?.doneOn ?? null;
    if (doneOn === null) return null;
    if (last == null || doneOn > last) last = doneOn;
  }
  return last;
}

/** A mandatory item is proven by its fact even where another milestone counts its credits. */
function mandatoryProofs({ items }: PreparedMilestone, measures: readonly ItemMeasure[]): (readonly [FactId, CalendarDate])[] {
  return measures.flatMap(({ factId, doneOn }, index) =>
    items[index]?.definition.mandatory === true && factId !== null && doneOn !== null ? [[factId, doneOn] as const] : []);
}

function allDoneOn(items: readonly ItemMeasure[]): CalendarDate | null {
  return items.reduce<CalendarDate | null | undefined>((last, item) => (last === null ? null : later(item.doneOn, last)), undefined) ?? null;
}

/** The later of two days, of which null is never and undefined asks for nothing. */
function later(a: CalendarDate | null, b: CalendarDate | null | undefined): CalendarDate | null {
  if (a === null || b === null) return null;
  return b === undefined || a > b ? a : b;
}
