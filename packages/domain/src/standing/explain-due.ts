import type { DueAnchor, DueRule } from '../learning-plans/plan-definition.ts';
import { because, type ExplanationNode, type StandingMessage } from './explanation.ts';
import { sourceMessage } from './explain-source.ts';
import type { EffectiveDue } from './standing.ts';
import type { Situation } from './standing-input.ts';

/** Why something is due when it is: the date, who set it, by which rule (2.4). */
export function explainDue(due: EffectiveDue | null, situation: Situation): ExplanationNode {
  if (due === null) return because('DUE', dueMessage(due));
  const reasons = [because('DUE', setBy(due, situation), due.sourceId)];
  if (due.inherited) reasons.unshift(because('DUE', { code: 'DUE_INHERITED', params: {} }));
  const rule = ruleMessage(due.rule);
  if (rule !== null) reasons.push(because('DUE', rule));
  if (due.problem === 'UNREALISTIC') reasons.push(because('DUE', { code: 'DUE_UNREALISTIC', params: {} }));
  return because('DUE', dueMessage(due), due.sourceId, reasons);
}

/** By when, in a few words. */
export function dueMessage(due: EffectiveDue | null): StandingMessage {
  if (due === null) return { code: 'DUE_NONE', params: {} };
  if (due.date !== null) return { code: 'DUE_ON', params: { on: due.date, zone: due.zone } };
  if (due.awaiting !== null) return { code: 'DUE_AWAITING', params: { anchor: due.awaiting } };
  if (due.problem === 'UNKNOWN_ANCHOR') return { code: 'DUE_UNKNOWN', params: { anchor: anchorOf(due.rule) } };
  return { code: 'DUE_TAKEN_AWAY', params: {} };
}

function anchorOf(rule: DueRule): DueAnchor {
  return rule.kind === 'RELATIVE' ? rule.anchor : 'ENROLLED';
}

function setBy(due: EffectiveDue, { sources, person }: Situation): StandingMessage {
  switch (due.origin) {
    case 'OVERRIDE': return { code: 'DUE_BY_OVERRIDE', params: {} };
    case 'MILESTONE_RULE': return { code: 'DUE_BY_MILESTONE', params: {} };
    case 'PLAN_RULE': return { code: 'DUE_BY_PLAN', params: {} };
    case 'INDIVIDUAL_ASSIGNMENT':
    case 'GROUP_ASSIGNMENT': {
      const source = sources.find((entry) => entry.id === due.sourceId);
      return { code: 'DUE_BY_SOURCE', params: { source: source === undefined ? { code: 'SOURCE_NONE', params: {} } : sourceMessage(source, person.zone) } };
    }
  }
}

function ruleMessage(rule: DueRule): StandingMessage | null {
  switch (rule.kind) {
    case 'NONE': return null;
    case 'FIXED': return { code: 'RULE_FIXED', params: { on: rule.date } };
    case 'RELATIVE': return { code: 'RULE_RELATIVE', params: { amount: rule.amount, unit: rule.unit, anchor: rule.anchor } };
  }
}
