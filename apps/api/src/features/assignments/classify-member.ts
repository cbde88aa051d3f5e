import { assignedDueProblem, classifyMember, type AssignmentException, type DueRule, type GroupConflictPolicy, type SourceKind } from '@milepost/domain';
import type { MemberSituation } from './assignment.queries.ts';

/** What an assignment gives, and by which rules of the organization and the plan it meets people. */
export interface MemberRules {
  readonly kind: SourceKind;
  readonly dueRule: DueRule | null;
  readonly groupConflict: GroupConflictPolicy;
  /** The least time that the plan takes. */
  readonly minimumDays: number;
  /** Whether who has no job number is to be seen to (D27). */
  readonly expectsEmployeeNumber: boolean;
}

/** The state that a membership will have, and why it stands in the exception inbox. */
export interface MemberClass {
  readonly class: string;
  readonly exception: AssignmentException | null;
}

/** What the preview says of a person in this situation: the state that their membership will have (2.2, 2.4, 2.6). */
export function classify(situation: MemberSituation, { kind, dueRule, groupConflict, minimumDays, expectsEmployeeNumber }: MemberRules): MemberClass {
  const { state, exception } = classifyMember({
    person: { status: situation.isAway ? 'SUSPENDED' : 'ACTIVE', hasEmployeeNumber: !situation.isNumberless },
    expectsEmployeeNumber,
    source: { kind, hasDueRule: dueRule !== null },
    liveSources: situation.liveSources.map((source) => ({ ...source, isThisAssignment: false })),
    isCompleted: situation.status === 'COMPLETED' || situation.status === 'EXEMPT',
    groupConflict,
    dueProblem: situation.today === null ? null : assignedDueProblem(dueRule, { anchorOn: situation.anchorOn, today: situation.today }, minimumDays),
  });
  return { class: state, exception };
}
