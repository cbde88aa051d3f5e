import type { SourceKind } from './standing-input.ts';

/** Who was named by hand, in an import or through the API; beats every group (2.4). */
const INDIVIDUAL: ReadonlySet<SourceKind> = new Set(['INDIVIDUAL', 'IMPORT', 'API']);

/** Who was reached because of a group or rule. */
const GROUP: ReadonlySet<SourceKind> = new Set(['GROUP', 'DEPARTMENT', 'POSITION', 'JOB_ROLE', 'RULE']);

/** What people take up by themselves (L38). */
export const OWN_SOURCE_KINDS: readonly SourceKind[] = ['SELF_REGISTRATION', 'SELF_STARTED', 'BOOKMARK'];

/** The same as lists, for questions about many. */
export const INDIVIDUAL_SOURCE_KINDS: readonly SourceKind[] = [...INDIVIDUAL];
export const GROUP_SOURCE_KINDS: readonly SourceKind[] = [...GROUP];

/** Whether a source names the person. */
export function isIndividual(kind: SourceKind): boolean {
  return INDIVIDUAL.has(kind);
}

/** Whether a source reaches the person through a group or rule. */
export function isGroup(kind: SourceKind): boolean {
  return GROUP.has(kind);
}

/** Whether somebody else gave the plan to the person; what people take up by themselves is no assignment (2.7). */
export function isAssignment(kind: SourceKind): boolean {
  return INDIVIDUAL.has(kind) || GROUP.has(kind);
}
