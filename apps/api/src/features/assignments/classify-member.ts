import { classifyMember, type DueRule, type GroupConflictPolicy, type SourceKind } from '@milepost/domain';
import type { MemberSituation } from './assignment.queries.ts';

/** What the preview says of a person in this situation: the state that their membership will have (2.2, 2.6). */
export function classify(situation: MemberSituation, kind: SourceKind, dueRule: DueRule | null, groupConflict: GroupConflictPolicy): string {
  const { state } = classifyMember({
    person: { status: 'ACTIVE', hasEmployeeNumber: true },
    byEmployeeNumber: false,
    source: { kind, hasDueRule: dueRule !== null },
    liveSources: situation.liveSources.map((source) => ({ ...source, isThisAssignment: false })),
    isCompleted: situation.status === 'COMPLETED' || situation.status === 'EXEMPT',
    groupConflict,
    dueProblem: null,
  });
  return state;
}
