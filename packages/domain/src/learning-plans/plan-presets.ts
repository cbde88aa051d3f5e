import type { PlanPreset, PlanVersionDefinition } from './plan-definition.ts';

type Defaults = Omit<PlanVersionDefinition, 'name' | 'description' | 'preset' | 'milestones'>;

const PLAIN: Defaults = {
  cover: null,
  startsAt: null,
  endsAt: null,
  dueRule: null,
  milestoneOrderEnforced: false,
  registrationType: 'NON_ENFORCED',
  autoRegister: false,
  displayUnreleasedSteps: 'TITLES',
  lookback: { kind: 'ANY' },
  endPolicy: 'KEEP_OPEN',
  graceDays: 0,
  minimumDays: null,
  certificateTemplateId: null,
  issueOnExemption: false,
  validity: null,
};

/** What each preset decides otherwise: training is assigned and not signed up for; certification goes step by step. */
const PRESETS: { readonly [P in PlanPreset]: Defaults } = {
  LEARNING_PLAN: PLAIN,
  TRAINING_PLAN: { ...PLAIN, registrationType: 'DISABLED' },
  CERTIFICATION_PLAN: { ...PLAIN, registrationType: 'DISABLED', milestoneOrderEnforced: true },
};

/** An empty first version with the defaults of a preset (X8). */
export function newPlanVersion(preset: PlanPreset, name: string): PlanVersionDefinition {
  return { ...PRESETS[preset], name, description: '', preset, milestones: [] };
}
