import { toScaled } from '../shared/decimal.ts';
import type { PreparedDefinition, PreparedMilestone } from './prepare-definition.ts';

/**
 * Without a fact about one of the works of each of these lists nobody can complete it by what they have done: enough to leave out those of
 * many people who need not be evaluated, never enough to call somebody complete (2.3). A waiver or an adjustment needs less.
 *
 * @returns null: nobody completes it by facts at all
 */
export function neededWork({ milestones }: PreparedDefinition): readonly (readonly string[])[] | null {
  const required = milestones.filter(({ elective }) => !elective);
  if (required.length === 0) return null;
  const lists = required.flatMap((milestone) => {
    const single = milestone.items.filter(({ definition }) => definition.mandatory || needsAll(milestone)).map(({ work }) => [work]);
    return single.length > 0 ? single : [milestone.items.map(({ work }) => work)];
  });
  return [...new Map(lists.map((list) => [list.join(' '), list] as const)).values()];
}

/** Whether as many sessions are required as there are items, each of which gives one at most. */
function needsAll({ definition, required, items }: PreparedMilestone): boolean {
  return definition.metric === 'SESSIONS' && items.every(({ parts }) => parts === 1) && required >= toScaled(String(items.length));
}
