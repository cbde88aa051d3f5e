/** Progress is kept to four decimals, rounded down. */
const STEPS = 10_000;

/** A share from 0 to 1, rounded down to four decimals; the added grain undoes what binary fractions lose. */
export function floorRatio(ratio: number): number {
  return Math.floor(ratio * STEPS + 1e-7) / STEPS;
}

/** The share of something unfinished: less than 1 even where the count alone would be enough (2.3: 100 % only when satisfied). */
export function cappedRatio(done: bigint, required: bigint): number {
  return required <= 0n ? 0 : Math.min(floorRatio(Number(done) / Number(required)), (STEPS - 1) / STEPS);
}

/** The progress of what consists of parts: their mean, and 1 only when all is satisfied. */
export function meanProgress(parts: readonly number[], satisfied: boolean): number {
  if (satisfied) return 1;
  if (parts.length === 0) return 0;
  const mean = parts.reduce((sum, part) => sum + part, 0) / parts.length;
  return Math.min(floorRatio(mean), (STEPS - 1) / STEPS);
}
