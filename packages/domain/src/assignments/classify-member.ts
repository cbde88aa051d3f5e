import type { DueProblem } from '../standing/standing.ts';
import { isAssignment, isGroup } from '../standing/source-kinds.ts';
import type { GroupConflictPolicy, SourceKind } from '../standing/standing-input.ts';
import type { AssignmentException, AssignmentMemberState } from './assignment.ts';

/** What decides how an assignment ends up for one person and target. */
export interface MemberSituation {
  readonly person: { readonly status: 'ACTIVE' | 'SUSPENDED' | 'LEFT'; readonly hasEmployeeNumber: boolean };
  /** The assignment found people by something else, and who has no job number will be missed by lists of them (D26, D27). */
  readonly expectsEmployeeNumber: boolean;
  /** How the assignment reaches this person, and whether it sets any due date. */
  readonly source: { readonly kind: SourceKind; readonly hasDueRule: boolean };
  /** The live sources that the person's enrollment in this cycle has already. */
  readonly liveSources: readonly { readonly kind: SourceKind; readonly hasDueRule: boolean; readonly isThisAssignment: boolean }[];
  /** Whether everything is satisfied already in this cycle, by whatever evidence (S4, S10). */
  readonly isCompleted: boolean;
  /** Whether those who have completed it are to do it again, in a new cycle (2.6). */
  readonly again?: boolean;
  readonly groupConflict: GroupConflictPolicy;
  /** What is wrong with the due date that this assignment would give the person. */
  readonly dueProblem: DueProblem | null;
}

/** How it ends up, and what is to be done for it. */
export interface ClassifiedMember {
  readonly state: Extract<AssignmentMemberState,
    'APPLIED' | 'MERGED' | 'CONFLICT' | 'SKIPPED_ALREADY_ASSIGNED' | 'SKIPPED_ALREADY_COMPLETED' | 'EXCEPTION'>;
  readonly exception: AssignmentException | null;
  readonly addsSource: boolean;
  /** It begins a new cycle; what was done in the earlier ones stays with them. */
  readonly startsCycle: boolean;
  /** The source waits with its dates until what came first has ended (L35). */
  readonly sourceIsDormant: boolean;
  /** Whether the person is told: once, however many assignments bring the same (C18). */
  readonly notifies: boolean;
}

const QUIET = { exception: null, addsSource: true, startsCycle: false, sourceIsDormant: false, notifies: false } as const;

/**
 * Classifies one person (2.2, 2.6): this very assignment again › people who cannot be reached › completed already ›
 * conflict with an earlier group › an unsafe due date › a job number that is missing › joined to what is there › newly assigned. Who is to do
 * again what they have completed begins anew, with nothing there. Every exception is applied all the same: nobody is withheld (ambition 9).
 */
export function classifyMember(situation: MemberSituation): ClassifiedMember {
  const { person, source, dueProblem } = situation;
  const startsCycle = situation.isCompleted && situation.again === true;
  const liveSources = startsCycle ? [] : situation.liveSources;
  const isNew = !liveSources.some(({ kind }) => isAssignment(kind));
  if (situation.liveSources.some(({ isThisAssignment }) => isThisAssignment)) return { ...QUIET, state: 'SKIPPED_ALREADY_ASSIGNED', addsSource: false };
  if (person.status !== 'ACTIVE') return { ...QUIET, state: 'EXCEPTION', exception: 'INACTIVE_PERSON' };
  if (situation.isCompleted && !startsCycle) return { ...QUIET, state: 'SKIPPED_ALREADY_COMPLETED' };
  if (isConflict({ ...situation, liveSources })) return { ...QUIET, state: 'CONFLICT', sourceIsDormant: true };
  if (dueProblem !== null && source.hasDueRule) return { ...QUIET, state: 'EXCEPTION', exception: EXCEPTIONS[dueProblem], startsCycle, notifies: isNew };
  if (situation.expectsEmployeeNumber && !person.hasEmployeeNumber) return { ...QUIET, state: 'EXCEPTION', exception: 'NO_EMPLOYEE_NUMBER', startsCycle, notifies: isNew };
  return isNew ? { ...QUIET, state: 'APPLIED', startsCycle, notifies: true } : { ...QUIET, state: 'MERGED' };
}

const EXCEPTIONS: { readonly [P in DueProblem]: AssignmentException } = {
  UNKNOWN_ANCHOR: 'UNKNOWN_ANCHOR',
  UNREALISTIC: 'UNREALISTIC_DUE',
};

/** The first group's dates are final while it lives; without dates on both sides there is nothing to differ about (L35, X1). */
function isConflict({ source, liveSources, groupConflict }: MemberSituation): boolean {
  const contests = (entry: { readonly kind: SourceKind; readonly hasDueRule: boolean }) => isGroup(entry.kind) && entry.hasDueRule;
  return groupConflict === 'FIRST_WINS' && contests(source) && liveSources.some(contests);
}
