import type { PersonId } from '../shared/ids.ts';
import { refuse, succeed, type Result } from '../shared/result.ts';

/** A record of a person, as merging asks about it. */
export interface MergedRecord {
  readonly id: PersonId;
  readonly name: string;
  readonly status: 'ACTIVE' | 'SUSPENDED' | 'LEFT';
  readonly mergedIntoId: PersonId | null;
}

export type PersonMergeProblem =
  | { readonly code: 'MERGED_WITH_ITSELF'; readonly name: string }
  /** The record is no longer one of its own. */
  | { readonly code: 'MERGED_ALREADY'; readonly name: string }
  /** Nobody would be left who takes part. */
  | { readonly code: 'MERGED_INTO_LEFT'; readonly name: string };

/** Whether one record of a person can be merged into another (2.1, 2.6): both are there, are two, and who stays has not left while the other is here. */
export function checkPersonMerge(from: MergedRecord, into: MergedRecord): Result<null, PersonMergeProblem> {
  if (from.id === into.id) return refuse({ code: 'MERGED_WITH_ITSELF', name: from.name });
  const gone = [from, into].find(({ mergedIntoId }) => mergedIntoId !== null);
  if (gone !== undefined) return refuse({ code: 'MERGED_ALREADY', name: gone.name });
  if (into.status === 'LEFT' && from.status !== 'LEFT') return refuse({ code: 'MERGED_INTO_LEFT', name: into.name });
  return succeed(null);
}

/** What one record has that may be united with what the other has: the same thing has the same key. */
export interface Mergeable {
  readonly id: string;
  readonly key: string;
}

/** What comes over, and what the survivor has already: there the survivor wins. */
export function uniteRecords<Thing extends Mergeable>(from: readonly Thing[], into: readonly Mergeable[]): readonly (Thing & { readonly collides: boolean })[] {
  const known = new Set(into.map(({ key }) => key));
  return from.map((thing) => ({ ...thing, collides: known.has(thing.key) }));
}
