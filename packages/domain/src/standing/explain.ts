import { HIDDEN_MILESTONE, referToMilestone, type MilestoneReference } from '../learning-plans/milestone-name.ts';
import { earliestFirst } from './countable-facts.ts';
import { dueMessage, explainDue } from './explain-due.ts';
import { explainSources, tellingSource } from './explain-source.ts';
import { because, type ExplanationNode, type StandingExplanation, type StandingMessage } from './explanation.ts';
import { changesByMilestone, type MilestoneChanges } from './in-force.ts';
import { livePlanFact } from './plan-completion.ts';
import type { PreparedDefinition, PreparedMilestone } from './prepare-definition.ts';
import { isOpenStatus, type MilestoneStanding, type Standing } from './standing.ts';
import type { Situation } from './standing-input.ts';

/**
 * Why a standing is as it is (2.0.4). Asked for on demand, with the same inputs that the standing was evaluated
 * from: it explains, and decides nothing.
 *
 * @param reader LEARNER: steps that they are not to see yet are not named, nor is what is in them (X6, C19)
 */
export function explain(prepared: PreparedDefinition, situation: Situation, standing: Standing, reader: 'LEARNER' | 'OTHERS' = 'OTHERS'): StandingExplanation {
  const isHidden = (step: MilestoneStanding): boolean => reader === 'LEARNER' && step.titleHidden;
  const names = namesOf(prepared, new Set(standing.milestones.filter(isHidden).map(({ key }) => key)));
  const changes = changesByMilestone(situation);
  const milestones = standing.milestones.map((milestone, index) => {
    if (isHidden(milestone)) return undefined;
    const shown = reader === 'LEARNER' && milestone.detailsHidden ? { ...milestone, items: [] } : milestone;
    return explainMilestone(shown, prepared.milestones[index] as PreparedMilestone, names, situation, changes.get(milestone.key));
  });
  const sources = explainSources(situation, standing.effectiveDue?.sourceId);
  return {
    sentence: sentenceTo('LEARNER', standing, situation, names),
    sentenceToOthers: sentenceTo('OTHERS', standing, situation, names),
    status: explainStatus(standing, situation, milestones, sources),
    due: explainDue(standing.effectiveDue, situation),
    sources,
    milestones: milestones.filter((node) => node !== undefined),
  };
}

interface Names {
  readonly milestone: (key: string) => MilestoneReference;
  readonly item: (id: string) => string;
  /** The required milestone before one. */
  readonly previous: (key: string) => MilestoneReference;
}

function namesOf(prepared: PreparedDefinition, hidden: ReadonlySet<string>): Names {
  const milestones = new Map<string, MilestoneReference>(prepared.milestones.map(({ definition }) => [definition.key, referToMilestone(definition)]));
  const items = new Map<string, string>();
  for (const { definition, content } of prepared.milestones.flatMap((entry) => entry.items)) {
    items.set(definition.learningObjectId, content?.name ?? definition.learningObjectId);
  }
  const milestone = (key: string) => (hidden.has(key) ? HIDDEN_MILESTONE : (milestones.get(key) ?? key));
  const previous = (key: string) => {
    const index = prepared.milestones.find(({ definition }) => definition.key === key)?.earlierRequired.at(-1);
    return milestone(prepared.milestones[index ?? 0]?.definition.key ?? key);
  };
  return { milestone, previous, item: (id) => items.get(id) ?? id };
}

/** One sentence: why, by when, what next. It names no step whose title is hidden. */
function sentenceTo(reader: 'LEARNER' | 'OTHERS', standing: Standing, situation: Situation, names: Names): StandingMessage {
  const why = tellingSource(situation);
  if (!isOpenStatus(standing.status)) return { code: `${reader}_DONE`, params: { why, status: statusMessage(standing) } };
  return { code: `${reader}_OPEN`, params: { why, due: dueMessage(standing.effectiveDue), next: nextMessage(standing, names) } };
}

function nextMessage({ next, milestones }: Standing, names: Names): StandingMessage {
  if (next === null) return { code: 'NEXT_NOTHING', params: {} };
  const milestone = names.milestone(next.milestoneKey);
  if (next.waitsForRelease) {
    const isHidden = milestones.some(({ key, titleHidden }) => key === next.milestoneKey && titleHidden);
    return isHidden ? { code: 'NEXT_HIDDEN', params: { on: next.opensOn } } : { code: 'NEXT_WAIT', params: { milestone, on: next.opensOn } };
  }
  if (next.learningObjectId === null) return { code: 'NEXT_MORE', params: { milestone } };
  return { code: 'NEXT_ITEM', params: { item: names.item(next.learningObjectId), milestone } };
}

function statusMessage(standing: Standing): StandingMessage {
  const { status, completedOn, completedLate, completionClass, progress, startedOn } = standing;
  if (status === 'COMPLETED' && completedOn !== null) {
    return { code: 'STATUS_COMPLETED', params: { on: completedOn, late: completedLate, assigned: completionClass === 'ASSIGNED' } };
  }
  if (status === 'IN_PROGRESS') return { code: 'STATUS_IN_PROGRESS', params: { progress, since: startedOn } };
  return { code: `STATUS_${status}`, params: {} } as StandingMessage;
}

/** What the status rests on: for open ones the milestones that are open, for withdrawn ones the sources. */
function explainStatus(
  standing: Standing,
  situation: Situation,
  milestones: readonly (ExplanationNode | undefined)[],
  sources: ExplanationNode,
): ExplanationNode {
  const reasons: ExplanationNode[] = [];
  const planFact = livePlanFact(situation);
  if (planFact !== null) reasons.push(because('FACT', { code: 'COMPLETED_BY_RECORD', params: { on: planFact.completedOn, origin: planFact.origin } }, planFact.id));
  if (standing.evidenceWithdrawn) reasons.push(because('FACT', { code: 'EVIDENCE_WITHDRAWN', params: {} }));
  if (standing.status === 'WITHDRAWN') reasons.push(...sources.because);
  const isOpen = isOpenStatus(standing.status) || standing.status === 'NOT_COMPLETED';
  standing.milestones.forEach((milestone, index) => {
    const node = milestones[index];
    if (node !== undefined && !milestone.elective && standing.status !== 'WITHDRAWN' && isOpen === (milestone.satisfiedOn === null)) reasons.push(node);
  });
  return because('STATUS', statusMessage(standing), null, reasons);
}

function explainMilestone(
  standing: MilestoneStanding,
  prepared: PreparedMilestone,
  names: Names,
  situation: Situation,
  changes: MilestoneChanges | undefined,
): ExplanationNode {
  const reasons = [
    ...explainRelease(standing, prepared, names),
    ...explainLock(standing, names),
    ...explainChanges(changes),
    ...explainFacts(standing, situation, names),
    ...explainMandatory(standing, names),
    explainDue(standing.effectiveDue, situation),
  ];
  return because('MILESTONE', milestoneMessage(standing, prepared, changes), standing.key, reasons);
}

function milestoneMessage(
  { status, metOn, unitsEarned: earned, unitsRequired: required }: MilestoneStanding,
  { definition }: PreparedMilestone,
  changes: MilestoneChanges | undefined,
): StandingMessage {
  const milestone = referToMilestone(definition);
  const { metric } = definition;
  switch (status) {
    case 'COMPLETED':
    case 'ELECTIVE_DONE': return { code: `MILESTONE_${status}`, params: { milestone, on: metOn ?? '' } };
    case 'WAIVED': return { code: 'MILESTONE_WAIVED', params: { milestone, on: changes?.waivedOn ?? '' } };
    case 'NOT_RELEASED':
    case 'LOCKED': return { code: `MILESTONE_${status}`, params: { milestone } };
    case 'IN_PROGRESS': return { code: 'MILESTONE_IN_PROGRESS', params: { milestone, earned, required, metric } };
    case 'AVAILABLE': return { code: 'MILESTONE_AVAILABLE', params: { milestone, required, metric } };
  }
}

function explainRelease(
  { released, held, opensOn, key }: MilestoneStanding,
  { definition, earlierRequired }: PreparedMilestone,
  names: Names,
): readonly ExplanationNode[] {
  if (released) return [];
  const node = (message: StandingMessage) => [because('RELEASE', message, key)];
  if (held) return node({ code: 'HELD', params: {} });
  if (opensOn !== null) return node({ code: 'OPENS_ON', params: { on: opensOn } });
  const rule = definition.releaseRule;
  const previous = earlierRequired.at(-1);
  if (previous === undefined || rule == null || !('days' in rule)) return node({ code: 'OPENS_BY_HAND', params: {} });
  return node({ code: 'OPENS_AFTER', params: { milestone: names.previous(key), days: rule.days } });
}

function explainLock({ lockedBy, key }: MilestoneStanding, names: Names): readonly ExplanationNode[] {
  return lockedBy.length === 0 ? [] : [because('LOCK', { code: 'LOCKED_BY', params: { milestones: [...new Set(lockedBy.map(names.milestone))] } }, key)];
}

function explainChanges(changes: MilestoneChanges | undefined): readonly ExplanationNode[] {
  const adjusted = changes?.adjustedUnits ?? null;
  return adjusted === null ? [] : [because('OVERRIDE', { code: 'UNITS_ADJUSTED', params: { units: adjusted.units, on: adjusted.on } })];
}

function explainFacts({ countedFacts }: MilestoneStanding, { facts }: Situation, names: Names): readonly ExplanationNode[] {
  const counted = new Set<string>(countedFacts);
  const shown = facts.filter((fact) => counted.has(fact.id)).sort(earliestFirst);
  return shown.map((fact) => {
    const params = { item: names.item(fact.learningObjectId), on: fact.completedOn, origin: fact.origin };
    return because('FACT', { code: 'FACT', params }, fact.id);
  });
}

/** Whatever else is done, these must be. */
function explainMandatory({ satisfiedOn, items }: MilestoneStanding, names: Names): readonly ExplanationNode[] {
  const open = items.filter((item) => item.mandatory && item.completedOn === null);
  if (satisfiedOn !== null || open.length === 0) return [];
  return [because('MILESTONE', { code: 'MANDATORY_OPEN', params: { items: open.map((item) => `“${names.item(item.learningObjectId)}”`) } })];
}
