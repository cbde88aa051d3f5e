import type { DueRule } from '@milepost/domain';
import type { MemberSituation } from './assignment.queries.ts';

/** What the preview says of a person: the member's state to come (2.2, 2.6). */
export type MemberClass = 'APPLIED' | 'MERGED' | 'CONFLICT' | 'SKIPPED_ALREADY_COMPLETED';

/** How an assignment meets a person in this situation. */
export function classifyMember(situation: MemberSituation, dueRule: DueRule | null, policy: string): MemberClass {
  if (situation.status === 'COMPLETED' || situation.status === 'EXEMPT') return 'SKIPPED_ALREADY_COMPLETED';
  if (!situation.liveSource) return 'APPLIED';
  return dueRule && situation.liveGroupDue && policy === 'FIRST_WINS' ? 'CONFLICT' : 'MERGED';
}
