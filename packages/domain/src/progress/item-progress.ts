import type { Instant } from '../shared/calendar.ts';
import type { ItemProgressState } from '../standing/standing-input.ts';

/** What completes a module (2.1). */
export type ModuleCompletionRule =
  /** Seen to a share of its length, 0 < ratio ≤ 1. */
  | { readonly kind: 'VIEWED'; readonly ratio: number }
  | { readonly kind: 'READ_TO_END' }
  | { readonly kind: 'CONFIRMED' };

/** How far a person is with a learning object, as it is stored. */
export interface ItemProgress {
  readonly state: ItemProgressState;
  /** 0 to 1; never falls. */
  readonly progress: number;
  readonly startedAt: Instant | null;
  readonly lastActivityAt: Instant | null;
  readonly resume: ResumePosition | null;
}

/** Where to go on: seconds of a video, page of a document, share of an article; `at` is the client's time, bounded by ours. */
export interface ResumePosition {
  readonly value: number;
  readonly at: Instant;
}

/** What a player tells of a module. */
export interface ProgressReport {
  /** When the client says that it happened. */
  readonly at: Instant;
  /** 0 to 1: how much has been seen or read so far. */
  readonly viewed: number;
  readonly reachedEnd: boolean;
  readonly confirmed: boolean;
  readonly resumeAt?: number | null;
}
