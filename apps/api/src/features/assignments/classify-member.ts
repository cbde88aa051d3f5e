import { assignedDueProblem, classifyMember, type AssignmentException, type DueRule, type GroupConflictPolicy, type SourceKind } from '@milepost/domain';
import type { MemberSituation } from './assignment.queries.ts';

/** What an assignment gives, and by which rules of the organization and the plan it meets people. */
export interface MemberRules {
  readonly kind: SourceKind;
  readonly dueRule: DueRule | null;
  /** Whether those who have completed it are to do it again. */
  readonly again: boolean;
  readonly groupConflict: GroupConflictPolicy;
  /** The least time that the plan takes. */
  readonly minimumDays: number;
  /** Whether who has no job number is to be seen to (D27). */
  readonly expectsEmployeeNumber: boolean;
}

/** What becomes of somebody by an assignment. */
export interface MemberClass {
  /** As the preview tells it: the state that their membership will have, or `NEW_CYCLE`. */
  readonly class: string;
  readonly state: string;
  /** Why it stands in the exception inbox. */
  readonly exception: AssignmentException | null;
  /** Whether they begin a new cycle with it. */
  readonly startsCycle: boolean;
}

/** What the preview says of a person in this situation (2.2, 2.4, 2.6). */
export function classify(situation: MemberSituation, { kind, dueRule, again, groupConflict, minimumDays, expectsEmployeeNumber }: MemberRules): MemberClass {
  const { state, exception, startsCycle } = classifyMember({
    person: { status: situation.isAway ? 'SUSPENDED' : 'ACTIVE', hasEmployeeNumber: !situation.isNumberless },
    expectsEmployeeNumber,
    source: { kind, hasDueRule: dueRule !== null },
    liveSources: situation.liveSources.map((source) => ({ ...source, isThisAssignment: false })),
    isCompleted: situation.status === 'COMPLETED' || situation.status === 'EXEMPT' || situation.isDone,
    again,
    groupConflict,
    dueProblem: situation.today === null ? null : assignedDueProblem(dueRule, { anchorOn: situation.anchorOn, today: situation.today }, minimumDays),
  });
  return { class: startsCycle && state === 'APPLIED' ? 'NEW_CYCLE' : state, state, exception, startsCycle };
}
