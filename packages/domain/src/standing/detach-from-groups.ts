import type { DueRule } from '../learning-plans/plan-definition.ts';
import type { MilestoneKey } from '../shared/ids.ts';
import { liveSources } from './in-force.ts';
import { isGroup } from './source-kinds.ts';
import type { EffectiveDue, Standing } from './standing.ts';
import type { Situation, Source } from './standing-input.ts';

/** The individual source that begins where those of groups end (L44). */
export interface IndividualSource {
  readonly dueRule: DueRule | null;
  readonly milestoneDueRules: readonly { readonly milestoneKey: MilestoneKey; readonly dueRule: DueRule }[];
}

/** Through which groups or rules a person has the plan now; none: individually, or by themselves (L37). */
export function groupSources({ sources, now }: Pick<Situation, 'sources' | 'now'>): readonly Source[] {
  return liveSources(sources, now).filter(({ kind }) => isGroup(kind));
}

/**
 * What a person keeps who is taken out of the group assignment (L44): the dates that the group decided, as they are at this moment, so
 * that the act by itself moves none of them. A date counted from something that has not happened yet goes on being counted.
 */
export function detachFromGroups(standing: Pick<Standing, 'effectiveDue' | 'milestones'>): IndividualSource {
  return {
    dueRule: keptRule(standing.effectiveDue),
    milestoneDueRules: standing.milestones.flatMap(({ key, effectiveDue }) => {
      const dueRule = effectiveDue?.inherited === false ? keptRule(effectiveDue) : null;
      return dueRule === null ? [] : [{ milestoneKey: key, dueRule }];
    }),
  };
}

function keptRule(due: EffectiveDue | null): DueRule | null {
  if (due === null) return null;
  const isOfGroup = due.origin === 'GROUP_ASSIGNMENT';
  // Being assigned happens anew with the individual source, so what the plan itself counts from it is held fast too.
  const isOfAssignment = due.origin !== 'OVERRIDE' && due.origin !== 'INDIVIDUAL_ASSIGNMENT' && due.rule.kind === 'RELATIVE' && due.rule.anchor === 'ASSIGNED';
  if (!isOfGroup && !isOfAssignment) return null;
  return due.date === null ? due.rule : { kind: 'FIXED', date: due.date };
}
