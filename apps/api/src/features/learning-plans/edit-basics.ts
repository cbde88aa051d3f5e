import { lengthBeyond, PLAN_LIMITS, succeed, tidy, type PlanVersionDefinition } from '@milepost/domain';
import { refuseWith } from '../../platform/request/user-problem.ts';
import type { DraftEdit } from './edit-draft.ts';

type Kept = 'dueRule' | 'lookback' | 'milestoneOrderEnforced' | 'endPolicy' | 'graceDays' | 'displayUnreleasedSteps';
type Emptied = 'cover' | 'startsAt' | 'endsAt' | 'minimumDays';

/** What can be said of the basics. What is absent stays; null takes the picture, a start, an end and the least days away. */
export type BasicsChanges = { readonly name?: string | null; readonly description?: string | null } & {
  readonly [Field in Kept | Emptied]?: PlanVersionDefinition[Field] | null;
};

/**
 * Changes the basics of a draft; what is absent stays. Refuses what no plan can have; what does not fit together is said by the checks
 * on publish (D2, L9–L11, E8, C19, X26).
 */
export function editBasics(changes: BasicsChanges): DraftEdit {
  return (definition) => {
    const name = tidy(changes.name ?? definition.name);
    if (name === '') return refuseWith('NAME_MISSING', 'name');
    if (lengthBeyond(name, PLAN_LIMITS.name)) return refuseWith('TOO_LONG', { limit: PLAN_LIMITS.name }, 'name');
    if (lengthBeyond(changes.description ?? '', PLAN_LIMITS.description)) return refuseWith('TOO_LONG', { limit: PLAN_LIMITS.description }, 'description');
    if (lengthBeyond(changes.cover?.alt ?? '', PLAN_LIMITS.coverAlt)) return refuseWith('TOO_LONG', { limit: PLAN_LIMITS.coverAlt }, 'cover');
    for (const field of ['graceDays', 'minimumDays'] as const) {
      if (!isTerm(changes[field])) return refuseWith('WHOLE_NUMBER_OUT_OF_RANGE', { from: 0, to: PLAN_LIMITS.days }, field);
    }
    return succeed({
      ...definition,
      name,
      description: changes.description ?? definition.description,
      cover: changes.cover === undefined ? definition.cover : changes.cover,
      dueRule: changes.dueRule ?? definition.dueRule,
      milestoneOrderEnforced: changes.milestoneOrderEnforced ?? definition.milestoneOrderEnforced,
      startsAt: changes.startsAt === undefined ? definition.startsAt : changes.startsAt,
      endsAt: changes.endsAt === undefined ? definition.endsAt : changes.endsAt,
      endPolicy: changes.endPolicy ?? definition.endPolicy,
      graceDays: changes.graceDays ?? definition.graceDays,
      minimumDays: changes.minimumDays === undefined ? definition.minimumDays : changes.minimumDays,
      lookback: changes.lookback ?? definition.lookback,
      displayUnreleasedSteps: changes.displayUnreleasedSteps ?? definition.displayUnreleasedSteps,
    });
  };
}

const isTerm = (days: number | null | undefined): boolean => days == null || (days >= 0 && days <= PLAN_LIMITS.days);
