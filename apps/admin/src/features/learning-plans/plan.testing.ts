import type { EditedMilestoneFragment, EditedPlanFragment, PlanProblemPartsFragment } from './plan-draft.generated.ts';

const noDue = { __typename: 'DueRule', kind: 'NONE', date: null, amount: null, unit: null, anchor: null } as const;

/** A milestone of a draft. */
export function buildMilestone(overrides: Partial<EditedMilestoneFragment> = {}): EditedMilestoneFragment {
  return {
    __typename: 'Milestone',
    id: `v1.${overrides.key ?? 'm1'}`,
    key: 'm1',
    position: 0,
    name: 'Basics of security',
    description: '',
    metric: 'SESSIONS',
    units: '2',
    creditType: null,
    releaseRule: { kind: 'IMMEDIATE' },
    itemOrderEnforced: false,
    dueRule: noDue,
    items: [],
    ...overrides,
  };
}

/** Something that the checks on publish say. */
export function buildProblem(overrides: Partial<PlanProblemPartsFragment> = {}): PlanProblemPartsFragment {
  return {
    __typename: 'PlanProblem',
    code: 'CANNOT_BE_COMPLETED',
    severity: 'ERROR',
    message: 'It requires 2, and what it links gives 0.',
    step: 'CONTENT',
    milestoneKey: 'm1',
    learningObjectId: null,
    field: 'units',
    ...overrides,
  };
}

/** A draft whose reader may do everything with it. */
export function buildPlan({ rowVersion = 1, draft = {}, ...overrides }: Partial<EditedPlanFragment> & { draft?: Partial<NonNullable<EditedPlanFragment['draftVersion']>> } = {}): EditedPlanFragment {
  return {
    __typename: 'LearningPlan',
    id: 'p1',
    code: 'P-0001',
    name: 'Information security 2027',
    lifecycle: 'DRAFT',
    preset: 'LEARNING_PLAN',
    timeZone: 'Europe/Berlin',
    rowVersion,
    collaborationAllowed: false,
    displayOnFrontEnd: true,
    showAddToMyPlans: false,
    visibleRange: null,
    visibleRangeSentence: null,
    owner: { __typename: 'Named', id: 'a1', name: 'Priya Raghavan' },
    viewerCan: { __typename: 'LearningPlanAbilities', edit: true, publish: true, publishNextVersion: false, moveToNextVersion: false, setCollaboration: true, setVisibleRange: true, assign: true },
    problems: [],
    draftVersion: {
      __typename: 'PlanVersion',
      id: 'v1',
      number: 1,
      rowVersion: 7,
      cover: null,
      name: 'Information security 2027',
      description: '',
      startsAt: null,
      endsAt: null,
      endPolicy: 'KEEP_OPEN',
      graceDays: 0,
      minimumDays: null,
      lookback: { kind: 'ANY' },
      displayUnreleasedSteps: 'TITLES',
      milestoneOrderEnforced: false,
      dueRule: noDue,
      milestones: [],
      ...draft,
    },
    publishedVersion: null,
    ...overrides,
  };
}
