import { claimCredits, creditLinesOf, creditsByType, type CreditClaims } from '../learning-plans/credit-allocation.ts';
import { equivalentWork, inOrder, isElective, itemsInOrder, workOf } from '../learning-plans/milestone-order.ts';
import { newPlanVersion } from '../learning-plans/plan-presets.ts';
import type {
  ContentDefinition, MilestoneDefinition, MilestoneItemDefinition, PlanVersionDefinition,
} from '../learning-plans/plan-definition.ts';
import { fromScaled, toScaled, type Decimal } from '../shared/decimal.ts';
import type { ExamInstanceId, MilestoneKey } from '../shared/ids.ts';

/** A plan version made ready for many evaluations: sorted, looked up, counted. Make it once and keep it. */
export interface PreparedDefinition {
  readonly plan: PlanVersionDefinition;
  /** In plan order. */
  readonly milestones: readonly PreparedMilestone[];
  readonly claims: CreditClaims;
  /** Which work a fact about a learning object of the plan is about; exams are found by their instance. */
  readonly workOfObject: ReadonlyMap<string, string>;
  /** All the work that the plan links. */
  readonly works: ReadonlySet<string>;
}

export interface PreparedMilestone {
  readonly definition: MilestoneDefinition;
  readonly elective: boolean;
  /** In ten-thousandths; an elective: the number of its items. */
  readonly required: bigint;
  readonly items: readonly PreparedItem[];
  /** The required milestones before it, by their index in plan order. */
  readonly earlierRequired: readonly number[];
}

export interface PreparedItem {
  readonly definition: MilestoneItemDefinition;
  readonly content: ContentDefinition | undefined;
  readonly work: string;
  /** How many parts it is done in; 1 for all but a course of several parts (E3). */
  readonly parts: number;
  /** What it gives, by type of credit. */
  readonly credits: ReadonlyMap<string, Decimal>;
}

/** Makes a version ready to be evaluated; `contents` holds the learning objects that it links. */
export function prepareDefinition(plan: PlanVersionDefinition, contents: readonly ContentDefinition[]): PreparedDefinition {
  const byId = new Map<string, ContentDefinition>(contents.map((content) => [content.id, content]));
  const ordered = inOrder(plan.milestones);
  const milestones = ordered.map((definition, index) => prepareMilestone(definition, ordered.slice(0, index), byId));
  const items = milestones.flatMap((milestone) => milestone.items);
  return {
    plan,
    milestones,
    claims: claimCredits(plan.milestones, (id) => byId.get(id)),
    workOfObject: new Map([...equivalentWorks(contents), ...linkedWorks(items)]),
    works: new Set(items.map((item) => item.work)),
  };
}

/** The key of the milestone that is all of a learning object: the same for each, so that what holds of it for one person can be kept like that of any milestone. */
export const WHOLE = '00000000-0000-7000-8000-000000000001' as MilestoneKey;

/** Whether what was prepared is a learning object by itself, and no plan. */
export function isLearningObject({ milestones }: PreparedDefinition): boolean {
  return milestones.length === 1 && milestones[0]?.definition.key === WHOLE;
}

/** The trivial plan of a learning object that was assigned by itself (C7–C12): one milestone that is all of it. */
export function definitionOfLearningObject(content: ContentDefinition, examInstanceId: ExamInstanceId | null = null): PlanVersionDefinition {
  const milestone: MilestoneDefinition = {
    key: WHOLE,
    position: 0,
    name: content.name,
    description: '',
    metric: 'SESSIONS',
    units: fromScaled(toScaled('1')),
    itemOrderEnforced: false,
    items: [{ learningObjectId: content.id, position: 0, mandatory: true, examInstanceId }],
  };
  return { ...newPlanVersion('TRAINING_PLAN', content.name), milestones: [milestone] };
}

function prepareMilestone(
  definition: MilestoneDefinition,
  earlier: readonly MilestoneDefinition[],
  byId: ReadonlyMap<string, ContentDefinition>,
): PreparedMilestone {
  const items = itemsInOrder(definition.items).map((item) => prepareItem(item, byId.get(item.learningObjectId)));
  const elective = isElective(definition);
  return {
    definition,
    elective,
    required: toScaled(elective || definition.units == null ? String(items.length) : definition.units),
    items,
    earlierRequired: earlier.flatMap((milestone, index) => (isElective(milestone) ? [] : [index])),
  };
}

function prepareItem(definition: MilestoneItemDefinition, content: ContentDefinition | undefined): PreparedItem {
  const sessions = content?.sessionIds?.length ?? 0;
  return {
    definition,
    content,
    work: workOf(definition, content),
    parts: content?.sessionCounting === 'PARTS' ? Math.max(1, sessions) : 1,
    credits: creditsByType(content === undefined ? [] : creditLinesOf(content)),
  };
}

type WorkOfObject = readonly [object: string, work: string];

/** Contents that the plan does not link, but that are interchangeable with what it links. */
function equivalentWorks(contents: readonly ContentDefinition[]): readonly WorkOfObject[] {
  return contents.flatMap(({ id, kind, equivalenceKey }): WorkOfObject[] =>
    equivalenceKey == null || kind === 'EXAM' ? [] : [[id, equivalentWork(equivalenceKey)]]);
}

function linkedWorks(items: readonly PreparedItem[]): readonly WorkOfObject[] {
  return items.flatMap(({ definition, content, work }): WorkOfObject[] => (content?.kind === 'EXAM' ? [] : [[definition.learningObjectId, work]]));
}
