import type { DueRule } from '../learning-plans/plan-definition.ts';
import { compareInstants, dateIn } from '../shared/calendar.ts';
import { resolveDueRule, type DueAnchors, type ResolvedDue } from './resolve-due-rule.ts';
import { isGroup, isIndividual } from './source-kinds.ts';
import type { GroupConflictPolicy, Source } from './standing-input.ts';

/** A source that decides a due date, with what its rule comes to. */
export interface WinningDue {
  readonly source: Source;
  readonly rule: DueRule;
  readonly due: ResolvedDue;
}

/** Which due date is asked about: the plan's (null), or that of a milestone by its key. */
export type DuePlace = string | null;

/** The rule that a source has for a place; undefined: it does not take part in the contest there. */
export function ruleOf(source: Source, place: DuePlace): DueRule | undefined {
  const rule = place === null ? source.dueRule : source.milestoneDueRules?.find((entry) => entry.milestoneKey === place)?.dueRule;
  return rule == null || rule.kind === 'NONE' ? undefined : rule;
}

/** The individual assignment that decides: the newest that says anything about the place. */
export function winningIndividual(live: readonly Source[], place: DuePlace, anchors: DueAnchors, zone: string): WinningDue | undefined {
  const contestants = live.filter((source) => isIndividual(source.kind) && ruleOf(source, place) !== undefined);
  const newest = contestants.sort(newestFirst)[0];
  return newest && dueOf(newest, place, anchors, zone);
}

/** The group assignment that decides, by the organization's policy (2.4); only those with a due rule contest. */
export function winningGroup(live: readonly Source[], place: DuePlace, policy: GroupConflictPolicy, anchors: DueAnchors, zone: string): WinningDue | undefined {
  const groups = live.filter((source) => isGroup(source.kind) && hasDueRule(source));
  if (groups.length === 0) return undefined;
  switch (policy) {
    // The winner's requirements are final (L35): where it says nothing about a place, no other group does.
    case 'FIRST_WINS': return dueOf(groups.sort(awakeAndOldestFirst)[0], place, anchors, zone);
    case 'LATEST_ASSIGNMENT': return dueOf(groups.sort(newestFirst)[0], place, anchors, zone);
    case 'MOST_LENIENT': return byDate(groups, place, anchors, zone, (a, b) => a > b);
    case 'STRICTEST': return byDate(groups, place, anchors, zone, (a, b) => a < b);
  }
}

/** The assignment whose start counts as the day of being assigned where a rule of the plan itself asks for it. */
export function assigningSource(live: readonly Source[], policy: GroupConflictPolicy): Source | undefined {
  const individual = live.filter((source) => isIndividual(source.kind)).sort(newestFirst)[0];
  if (individual !== undefined) return individual;
  const groups = live.filter((source) => isGroup(source.kind));
  // Counted from its start, the latest start gives the latest date.
  const takesNewest = policy === 'LATEST_ASSIGNMENT' || policy === 'MOST_LENIENT';
  return groups.sort(takesNewest ? newestFirst : awakeAndOldestFirst)[0];
}

function hasDueRule(source: Source): boolean {
  return ruleOf(source, null) !== undefined || (source.milestoneDueRules ?? []).some(({ dueRule }) => dueRule.kind !== 'NONE');
}

/** A source's own ASSIGNED is its own start. */
function dueOf(source: Source | undefined, place: DuePlace, anchors: DueAnchors, zone: string): WinningDue | undefined {
  const rule = source && ruleOf(source, place);
  if (source === undefined || rule === undefined) return undefined;
  return { source, rule, due: resolveDueRule(rule, { ...anchors, assignedOn: dateIn(source.from, zone) }) };
}

/** A date beats none; among equal dates the oldest source is named. */
function byDate(groups: Source[], place: DuePlace, anchors: DueAnchors, zone: string, beats: (a: string, b: string) => boolean): WinningDue | undefined {
  let winner: WinningDue | undefined;
  for (const source of groups.sort(oldestFirst)) {
    const candidate = dueOf(source, place, anchors, zone);
    if (candidate === undefined) continue;
    if (winner === undefined || dateBeats(candidate.due, winner.due, beats)) winner = candidate;
  }
  return winner;
}

function dateBeats(a: ResolvedDue, b: ResolvedDue, beats: (a: string, b: string) => boolean): boolean {
  if (a.kind !== 'DATE') return false;
  return b.kind !== 'DATE' || beats(a.date, b.date);
}

function oldestFirst(a: Source, b: Source): number {
  return compareInstants(a.from, b.from) || (a.id < b.id ? -1 : 1);
}

function newestFirst(a: Source, b: Source): number {
  return -oldestFirst(a, b);
}

function awakeAndOldestFirst(a: Source, b: Source): number {
  return Number(a.dormant === true) - Number(b.dormant === true) || oldestFirst(a, b);
}
