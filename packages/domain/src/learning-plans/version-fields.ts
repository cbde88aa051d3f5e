import type { AnyMessage } from '../shared/message.ts';
import type { DueRule, Lookback, MilestoneDefinition, PlanVersionDefinition, ReleaseRule, Validity } from './plan-definition.ts';

/** What a version says of the plan as a whole; the preset never changes. */
export type VersionField = Exclude<keyof PlanVersionDefinition, 'preset' | 'milestones' | 'delta'>;

/** What a version says of a milestone, beside its place and its items. */
export type MilestoneField = Exclude<keyof MilestoneDefinition, 'key' | 'position' | 'items'>;

/** The value of a field, ready to be said: a text as it was written, a number, whether, none (null), or a message of the catalog of version changes. */
export type ChangeValue = string | number | boolean | null | AnyMessage;

/** A text that is too long to be said: that it changed is enough. */
const UNSAID: AnyMessage = { code: 'TEXT', params: {} };

type Read<Definition> = (definition: Definition) => ChangeValue;

const say = (code: string, params: AnyMessage['params'] = {}): AnyMessage => ({ code, params });

const ofVersion: { readonly [F in VersionField]: Read<PlanVersionDefinition> } = {
  name: ({ name }) => name,
  description: ({ description }) => description || null,
  cover: ({ cover }) => (cover == null ? null : say('PICTURE', { fileId: cover.fileId, alt: cover.alt })),
  startsAt: ({ startsAt }) => startsAt ?? null,
  endsAt: ({ endsAt }) => endsAt ?? null,
  dueRule: ({ dueRule }) => dueValue(dueRule),
  milestoneOrderEnforced: ({ milestoneOrderEnforced }) => milestoneOrderEnforced,
  registrationType: ({ registrationType }) => say(registrationType),
  autoRegister: ({ autoRegister }) => autoRegister,
  displayUnreleasedSteps: ({ displayUnreleasedSteps }) => say(`SHOW_${displayUnreleasedSteps}`),
  lookback: ({ lookback }) => lookbackValue(lookback),
  endPolicy: ({ endPolicy }) => say(endPolicy),
  graceDays: ({ graceDays }) => graceDays,
  minimumDays: ({ minimumDays }) => minimumDays ?? null,
  certificateTemplateId: ({ certificateTemplateId }) => certificateTemplateId ?? null,
  issueOnExemption: ({ issueOnExemption }) => issueOnExemption,
  validity: ({ validity }) => validityValue(validity),
};

const ofMilestone: { readonly [F in MilestoneField]: Read<MilestoneDefinition> } = {
  name: ({ name }) => name.trim() || null,
  description: ({ description }) => description || null,
  metric: ({ metric }) => say(`METRIC_${metric}`),
  units: ({ units }) => (units == null ? null : say('UNITS', { units })),
  creditType: ({ creditType }) => creditType ?? null,
  dueRule: ({ dueRule }) => dueValue(dueRule),
  itemOrderEnforced: ({ itemOrderEnforced }) => itemOrderEnforced,
  releaseRule: ({ releaseRule }) => releaseValue(releaseRule),
};

/** All fields of a version, in the order in which the editor has them. */
export const VERSION_FIELDS = Object.keys(ofVersion) as readonly VersionField[];

/** All fields of a milestone, in the same sense. */
export const MILESTONE_FIELDS = Object.keys(ofMilestone) as readonly MilestoneField[];

/** What a version says in a field. What is absent and what says nothing are the same. */
export function valueOfVersion(definition: PlanVersionDefinition, field: VersionField): ChangeValue {
  return ofVersion[field](definition);
}

/** The same of a milestone. */
export function valueOfMilestone(definition: MilestoneDefinition, field: MilestoneField): ChangeValue {
  return ofMilestone[field](definition);
}

/** Fields whose texts are only said to have changed: they are long, or names of machines. */
const UNSPOKEN: ReadonlySet<string> = new Set<VersionField | MilestoneField>(['description', 'certificateTemplateId']);

/** The value as a sentence has it. */
export function spokenValue(field: VersionField | MilestoneField, value: ChangeValue): ChangeValue {
  // Which file it is makes the difference, and says nothing to anybody.
  if (field === 'cover' && value !== null) return say('PICTURE', { alt: (value as AnyMessage).params.alt ?? '' });
  if (UNSPOKEN.has(field)) return value === null ? null : UNSAID;
  return (field === 'startsAt' || field === 'endsAt') && typeof value === 'string' ? say('MOMENT', { at: value }) : value;
}

function dueValue(rule: DueRule | null | undefined): ChangeValue {
  if (rule == null || rule.kind === 'NONE') return null;
  if (rule.kind === 'FIXED') return say('DAY', { date: rule.date });
  return say('DUE_RELATIVE', { amount: rule.amount, unit: rule.unit, anchor: rule.anchor });
}

function releaseValue(rule: ReleaseRule | null | undefined): ChangeValue {
  if (rule == null || rule.kind === 'IMMEDIATE') return say('OPENS_AT_ONCE');
  if (rule.kind === 'MANUAL') return say('OPENS_BY_HAND');
  return rule.kind === 'ON' ? say('DAY', { date: rule.date }) : say(`OPENS_${rule.kind}`, { days: rule.days });
}

function lookbackValue(lookback: Lookback): ChangeValue {
  switch (lookback.kind) {
    case 'ANY': return say('COUNTS_ANY');
    case 'AFTER_ENROLLMENT': return say('COUNTS_AFTER_ENROLLMENT');
    case 'SINCE': return say('COUNTS_SINCE', { date: lookback.date });
    case 'WITHIN_DAYS': return say('COUNTS_WITHIN_DAYS', { days: lookback.days });
  }
}

function validityValue(validity: Validity | null | undefined): ChangeValue {
  if (validity == null) return null;
  if (validity.kind === 'FIXED') return say('DAY', { date: validity.date });
  if (validity.kind === 'END_OF_MONTH') return say('VALID_TO_END_OF_MONTH', { months: validity.months });
  return say('VALID_FOR', { amount: validity.amount, unit: validity.unit });
}
