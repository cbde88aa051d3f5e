import { isUuid, lengthBeyond, PLAN_LIMITS, planProblemCatalog, refuse, sayMessage, succeed, tidy, type DueRule, type MilestoneDefinition, type PlanProblemMessage, type ReleaseRule } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import type { DraftEdit } from './edit-draft.ts';

/** What can be said of a milestone; what is absent stays as it is. */
export interface MilestoneChanges {
  readonly name?: string | null;
  readonly description?: string | null;
  readonly metric?: 'SESSIONS' | 'CREDITS' | 'NONE' | null;
  readonly units?: string | null;
  readonly creditType?: string | null;
  readonly dueRule?: DueRule | null;
  readonly itemOrderEnforced?: boolean | null;
  readonly releaseRule?: ReleaseRule | null;
}

/** What is linked to a milestone, in order. */
type LinkedItems = readonly { readonly learningObjectId: string; readonly mandatory: boolean }[];

/** Where a milestone is added, as which, and with what; what is absent is new, the end, and nothing. */
export interface NewMilestone {
  readonly key?: string | null;
  readonly position?: number | null;
  readonly items?: LinkedItems | null;
}

/**
 * Adds a milestone; with the key, place and items that a removed one had it is that one again. What is still wrong with it is said when
 * publishing, not while it is written.
 */
export function addMilestone(changes: MilestoneChanges, { key, position, items }: NewMilestone = {}): DraftEdit {
  return (definition) => {
    const { milestones } = definition;
    if (milestones.length >= PLAN_LIMITS.milestones) return refuseBeyond({ code: 'TOO_MANY_MILESTONES', params: { limit: PLAN_LIMITS.milestones, count: milestones.length + 1 } }, null);
    if (key != null && (!isUuid(key) || milestones.some((each) => each.key === key))) return refuseWith('NOTHING_SELECTED', 'milestoneKey');
    const empty: MilestoneDefinition = {
      key: (key ?? newId()) as never,
      position: milestones.length,
      name: '',
      description: '',
      metric: 'SESSIONS',
      units: '1' as never,
      creditType: null,
      dueRule: { kind: 'NONE' },
      itemOrderEnforced: false,
      releaseRule: { kind: 'IMMEDIATE' },
      items: [],
    };
    const changed = changeMilestone(empty, changes);
    if (!changed.ok) return changed;
    const added = { ...definition, milestones: renumber(milestones.toSpliced(Math.max(0, position ?? milestones.length), 0, changed.value)) };
    return items == null ? succeed(added) : setMilestoneItems(empty.key, items)(added);
  };
}

/** Changes a milestone. */
export function updateMilestone(key: string, changes: MilestoneChanges): DraftEdit {
  return (definition) => {
    const milestone = definition.milestones.find((each) => each.key === key);
    if (!milestone) return refuseWith('NOT_FOUND', 'milestoneKey');
    const changed = changeMilestone(milestone, changes);
    if (!changed.ok) return changed;
    return succeed({ ...definition, milestones: definition.milestones.map((each) => (each === milestone ? changed.value : each)) });
  };
}

/** Takes a milestone out of the draft. */
export function removeMilestone(key: string): DraftEdit {
  return (definition) => {
    if (!definition.milestones.some((each) => each.key === key)) return refuseWith('NOT_FOUND', 'milestoneKey');
    return succeed({ ...definition, milestones: renumber(definition.milestones.filter((each) => each.key !== key)) });
  };
}

/** Moves a milestone; a place beyond the end is the end. */
export function moveMilestone(key: string, position: number): DraftEdit {
  return (definition) => {
    const milestone = definition.milestones.find((each) => each.key === key);
    if (!milestone) return refuseWith('NOT_FOUND', 'milestoneKey');
    const others = definition.milestones.filter((each) => each !== milestone);
    return succeed({ ...definition, milestones: renumber(others.toSpliced(Math.max(0, position), 0, milestone)) });
  };
}

/** Sets what is linked to a milestone. That it exists is checked by the caller; each is linked once. */
export function setMilestoneItems(key: string, items: LinkedItems): DraftEdit {
  return (definition) => {
    const milestone = definition.milestones.find((each) => each.key === key);
    if (!milestone) return refuseWith('NOT_FOUND', 'milestoneKey');
    const others = definition.milestones.reduce((sum, each) => (each === milestone ? sum : sum + each.items.length), 0);
    if (others + items.length > PLAN_LIMITS.items) return refuseBeyond({ code: 'TOO_MANY_ITEMS', params: { limit: PLAN_LIMITS.items, count: others + items.length } }, 'items');
    const unique = [...new Map(items.map((item) => [item.learningObjectId, item])).values()];
    const linked = unique.map((item, position) => ({ learningObjectId: item.learningObjectId as never, position, mandatory: item.mandatory }));
    const milestones = definition.milestones.map((each) => (each === milestone ? { ...each, items: linked } : each));
    return succeed({ ...definition, milestones });
  };
}

/** In the words of the checks on publish, which say the same of a draft that got so large otherwise. */
function refuseBeyond(beyond: PlanProblemMessage, field: string | null): Outcome<never> {
  return refuse([{ code: beyond.code, field, say: (language) => sayMessage(planProblemCatalog, beyond, language) }]);
}

function changeMilestone(milestone: MilestoneDefinition, changes: MilestoneChanges): Outcome<MilestoneDefinition> {
  const metric = changes.metric ?? milestone.metric;
  const units = changes.units === undefined ? milestone.units : (changes.units as never);
  if (metric !== 'NONE' && units !== null && units !== undefined && Number(units) <= 0) return refuseWith('NOTHING_SELECTED', 'units');
  if (lengthBeyond(changes.description ?? '', PLAN_LIMITS.milestoneDescription)) return refuseWith('TOO_LONG', { limit: PLAN_LIMITS.milestoneDescription }, 'milestone.description');
  return succeed({
    ...milestone,
    name: tidy(changes.name ?? milestone.name),
    description: changes.description ?? milestone.description,
    metric,
    units: metric === 'NONE' ? null : (units ?? ('1' as never)),
    creditType: metric === 'CREDITS' ? (changes.creditType === undefined ? milestone.creditType : changes.creditType) : null,
    dueRule: changes.dueRule ?? milestone.dueRule,
    itemOrderEnforced: changes.itemOrderEnforced ?? milestone.itemOrderEnforced,
    releaseRule: changes.releaseRule ?? milestone.releaseRule,
  });
}

function renumber(milestones: readonly MilestoneDefinition[]): MilestoneDefinition[] {
  return milestones.map((milestone, position) => ({ ...milestone, position }));
}
