import type { FactId } from '../shared/ids.ts';
import type { Revocation } from './standing-input.ts';

/** Whether something that a completion rests on was revoked and not given back since: it stays complete, and an admin is told (U32). */
export function isWithdrawn(evidence: readonly FactId[] | null | undefined, revocations: readonly Revocation[]): boolean {
  return evidence != null && evidence.length > 0 && revocations.some(({ factId, givenBack }) => givenBack !== true && evidence.includes(factId));
}
