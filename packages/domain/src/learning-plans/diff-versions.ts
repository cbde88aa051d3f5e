import type { LearningObjectId, MilestoneKey } from '../shared/ids.ts';
import type { AnyMessage } from '../shared/message.ts';
import { referToMilestone, type MilestoneReference } from './milestone-name.ts';
import { inOrder, itemsInOrder } from './milestone-order.ts';
import type { MilestoneDefinition, MilestoneItemDefinition, PlanVersionDefinition } from './plan-definition.ts';
import { MILESTONE_FIELDS, valueOfMilestone, valueOfVersion, VERSION_FIELDS, type ChangeValue, type MilestoneField, type VersionField } from './version-fields.ts';

/** One difference between two versions. Milestones are the same by their key, items by what they link. */
export type VersionChange =
  | { readonly kind: 'PLAN_FIELD'; readonly field: VersionField; readonly before: ChangeValue; readonly after: ChangeValue }
  | (OfMilestone & { readonly kind: 'MILESTONE_ADDED' | 'MILESTONE_REMOVED' | 'ITEMS_REORDERED' })
  /** Places from 1, among all milestones of each version. */
  | (OfMilestone & { readonly kind: 'MILESTONE_MOVED'; readonly from: number; readonly to: number })
  | (OfMilestone & { readonly kind: 'MILESTONE_FIELD'; readonly field: MilestoneField; readonly before: ChangeValue; readonly after: ChangeValue })
  | (OfMilestone & { readonly kind: 'ITEM_ADDED' | 'ITEM_REMOVED' | 'ITEM_MANDATORY' | 'ITEM_OPTIONAL' | 'ITEM_EXAM_CHANGED'; readonly learningObjectId: LearningObjectId });

interface OfMilestone {
  readonly milestoneKey: MilestoneKey;
  /** As it is called in the later version, where it is in that. */
  readonly milestone: MilestoneReference;
}

/**
 * What makes one version of a plan another: first the plan's own fields, then milestones in the order of the later version, with those that
 * are gone at the end. Versions that ask and say the same have no difference, however they are written.
 */
export function diffVersions(before: PlanVersionDefinition, after: PlanVersionDefinition): readonly VersionChange[] {
  const [earlier, later] = [inOrder(before.milestones), inOrder(after.milestones)];
  const known = new Map(earlier.map((milestone, place) => [milestone.key, { milestone, place }]));
  const kept = new Set(later.map(({ key }) => key));
  const moved = movedKeys(earlier.filter(({ key }) => kept.has(key)).map(({ key }) => key), later.filter(({ key }) => known.has(key)).map(({ key }) => key));
  return [
    ...fieldChanges(before, after),
    ...later.flatMap((milestone, place): VersionChange[] => {
      const of = { milestoneKey: milestone.key, milestone: referToMilestone(milestone) };
      const old = known.get(milestone.key);
      if (old === undefined) return [{ kind: 'MILESTONE_ADDED', ...of }, ...itemChanges(of, [], milestone.items)];
      const move: VersionChange[] = moved.has(milestone.key) ? [{ kind: 'MILESTONE_MOVED', ...of, from: old.place + 1, to: place + 1 }] : [];
      return [...move, ...milestoneFieldChanges(of, old.milestone, milestone), ...itemChanges(of, old.milestone.items, milestone.items)];
    }),
    ...earlier.flatMap((milestone): VersionChange[] =>
      kept.has(milestone.key) ? [] : [{ kind: 'MILESTONE_REMOVED', milestoneKey: milestone.key, milestone: referToMilestone(milestone) }]),
  ];
}

function fieldChanges(before: PlanVersionDefinition, after: PlanVersionDefinition): VersionChange[] {
  return VERSION_FIELDS.flatMap((field): VersionChange[] => {
    const [was, is] = [valueOfVersion(before, field), valueOfVersion(after, field)];
    return isSame(was, is) ? [] : [{ kind: 'PLAN_FIELD', field, before: was, after: is }];
  });
}

function milestoneFieldChanges(of: OfMilestone, before: MilestoneDefinition, after: MilestoneDefinition): VersionChange[] {
  return MILESTONE_FIELDS.flatMap((field): VersionChange[] => {
    const [was, is] = [valueOfMilestone(before, field), valueOfMilestone(after, field)];
    return isSame(was, is) ? [] : [{ kind: 'MILESTONE_FIELD', ...of, field, before: was, after: is }];
  });
}

function itemChanges(of: OfMilestone, before: readonly MilestoneItemDefinition[], after: readonly MilestoneItemDefinition[]): VersionChange[] {
  const [earlier, later] = [itemsInOrder(before), itemsInOrder(after)];
  const known = new Map(earlier.map((item) => [item.learningObjectId, item]));
  const kept = new Set(later.map(({ learningObjectId }) => learningObjectId));
  const about = (kind: Extract<VersionChange, { learningObjectId: LearningObjectId }>['kind'], { learningObjectId }: MilestoneItemDefinition): VersionChange =>
    ({ kind, ...of, learningObjectId });
  const each = later.flatMap((item): VersionChange[] => {
    const old = known.get(item.learningObjectId);
    const mandatory: VersionChange[] = item.mandatory ? [about('ITEM_MANDATORY', item)] : [];
    if (old === undefined) return [about('ITEM_ADDED', item), ...mandatory];
    const exam: VersionChange[] = (old.examInstanceId ?? null) === (item.examInstanceId ?? null) ? [] : [about('ITEM_EXAM_CHANGED', item)];
    if (old.mandatory === item.mandatory) return exam;
    return [...exam, about(item.mandatory ? 'ITEM_MANDATORY' : 'ITEM_OPTIONAL', item)];
  });
  const gone = earlier.flatMap((item) => (kept.has(item.learningObjectId) ? [] : [about('ITEM_REMOVED', item)]));
  const order = movedKeys(earlier.filter((item) => kept.has(item.learningObjectId)).map((item) => item.learningObjectId), later.filter((item) => known.has(item.learningObjectId)).map((item) => item.learningObjectId));
  return [...each, ...gone, ...(order.size > 0 ? [{ kind: 'ITEMS_REORDERED', ...of } as const] : [])];
}

function isSame(a: ChangeValue, b: ChangeValue): boolean {
  return a === b || (isMessage(a) && isMessage(b) && canonical(a) === canonical(b));
}

function isMessage(value: ChangeValue): value is AnyMessage {
  return typeof value === 'object' && value !== null;
}

/** Equal for messages that say the same, in whatever order their parts were written. */
function canonical({ code, params }: AnyMessage): string {
  return JSON.stringify([code, Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

/** The fewest that have to be taken out so that the others stand in the same order: those are what was moved. Both lists hold the same keys. */
function movedKeys(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const placeBefore = new Map(before.map((key, place) => [key, place]));
  const places = after.map((key) => placeBefore.get(key) as number);
  const longest: number[] = [];
  const follows: number[] = [];
  places.forEach((place, index) => {
    let [length, last] = [1, -1];
    for (let earlier = 0; earlier < index; earlier += 1) {
      const through = (longest[earlier] ?? 0) + 1;
      if ((places[earlier] ?? 0) < place && through > length) [length, last] = [through, earlier];
    }
    longest[index] = length;
    follows[index] = last;
  });
  const stays = new Set<string>();
  for (let index = longest.indexOf(Math.max(...longest)); index >= 0; index = follows[index] ?? -1) stays.add(after[index] ?? '');
  return new Set(after.filter((key) => !stays.has(key)));
}
