import type { Decimal } from '../shared/decimal.ts';
import type { Instant } from '../shared/calendar.ts';
import type { LearningObjectId, MilestoneKey } from '../shared/ids.ts';
import { inOrder, itemsInOrder } from './milestone-order.ts';
import type { DueRule, EndPolicy, LearningObjectKind, Lookback, Metric, PlanPreset, PlanVersionDefinition, RegistrationType, ReleaseRule, UnreleasedStepDisplay } from './plan-definition.ts';

/** What every plan file says of itself. */
export const PLAN_FILE_FORMAT = 'milepost-plan';

/** The form that is written, and the latest that is read. */
export const PLAN_FILE_VERSION = 1;

/** A version of a plan as a file: what it fixes, and nothing of when, where or by whom it was written, so that equal plans are equal files (ambition 18). */
export interface PlanFile {
  readonly format: typeof PLAN_FILE_FORMAT;
  readonly formatVersion: typeof PLAN_FILE_VERSION;
  readonly name: string;
  readonly description: string;
  readonly cover: PlanFileCover | null;
  readonly preset: PlanPreset;
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
  readonly dueRule: DueRule;
  readonly milestoneOrderEnforced: boolean;
  readonly registrationType: RegistrationType;
  readonly autoRegister: boolean;
  readonly displayUnreleasedSteps: UnreleasedStepDisplay;
  readonly lookback: Lookback;
  readonly endPolicy: EndPolicy;
  readonly graceDays: number;
  readonly minimumDays: number | null;
  readonly issueOnExemption: boolean;
  /** In plan order. */
  readonly milestones: readonly PlanFileMilestone[];
}

/** A picture is no text: the file names it by its content, so that it is found again where it is; elsewhere it is left out and uploaded anew. */
export interface PlanFileCover {
  /** Of the picture's bytes, in lower-case hexadecimal. */
  readonly sha256: string;
  readonly alt: string;
}

export interface PlanFileMilestone {
  readonly key: MilestoneKey;
  readonly name: string;
  readonly description: string;
  readonly metric: Metric;
  readonly units: Decimal | null;
  readonly creditType: string | null;
  readonly dueRule: DueRule;
  readonly itemOrderEnforced: boolean;
  readonly releaseRule: ReleaseRule;
  /** In order. */
  readonly items: readonly PlanFileItem[];
}

/** What is linked: found again by its id, or in another organization by its kind and name. */
export interface PlanFileItem {
  readonly id: LearningObjectId;
  readonly kind: LearningObjectKind;
  readonly name: string;
  readonly mandatory: boolean;
}

/** Writes a version as a file; `contents` names what it links, `coverSha256` its picture. Fields stand in a fixed order. */
export function toPlanFile(
  plan: PlanVersionDefinition,
  contents: ReadonlyMap<string, { readonly kind: LearningObjectKind; readonly name: string }>,
  coverSha256: string | null,
): PlanFile {
  return {
    format: PLAN_FILE_FORMAT,
    formatVersion: PLAN_FILE_VERSION,
    name: plan.name,
    description: plan.description,
    cover: plan.cover && coverSha256 ? { sha256: coverSha256, alt: plan.cover.alt } : null,
    preset: plan.preset,
    startsAt: plan.startsAt ?? null,
    endsAt: plan.endsAt ?? null,
    dueRule: inFieldOrder(plan.dueRule ?? { kind: 'NONE' }),
    milestoneOrderEnforced: plan.milestoneOrderEnforced,
    registrationType: plan.registrationType,
    autoRegister: plan.autoRegister,
    displayUnreleasedSteps: plan.displayUnreleasedSteps,
    lookback: inFieldOrder(plan.lookback),
    endPolicy: plan.endPolicy,
    graceDays: plan.graceDays,
    minimumDays: plan.minimumDays ?? null,
    issueOnExemption: plan.issueOnExemption,
    milestones: inOrder(plan.milestones).map((milestone) => ({
      key: milestone.key,
      name: milestone.name,
      description: milestone.description,
      metric: milestone.metric,
      units: milestone.units ?? null,
      creditType: milestone.creditType ?? null,
      dueRule: inFieldOrder(milestone.dueRule ?? { kind: 'NONE' }),
      itemOrderEnforced: milestone.itemOrderEnforced,
      releaseRule: inFieldOrder(milestone.releaseRule ?? { kind: 'IMMEDIATE' }),
      items: itemsInOrder(milestone.items).map(({ learningObjectId: id, mandatory }) => ({
        id,
        kind: contents.get(id)?.kind ?? 'COURSE',
        name: contents.get(id)?.name ?? '',
        mandatory,
      })),
    })),
  };
}

/** The file as text: indented, a field a line, so that two files can be compared. */
export function sayPlanFile(file: PlanFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** A rule with its kind first and the rest by name: the database keeps fields in an order of its own. */
function inFieldOrder<Rule extends { readonly kind: string }>({ kind, ...rest }: Rule): Rule {
  const sorted = Object.entries<unknown>(rest).sort(([a], [b]) => (a < b ? -1 : 1));
  return { kind, ...Object.fromEntries(sorted) } as Rule;
}
