import type { CheckedPart, Drift, DriftPosition } from './check-part.ts';

/** So many of each kind are told one by one. */
const examplesOfKind = 5;

/** What a check found of one kind. */
export interface DriftOfKind {
  readonly count: number;
  /** Of these, those that were set right. */
  readonly repaired: number;
  readonly examples: readonly Drift[];
}

/** What a check has come to so far. Small, however much is checked. */
export interface DriftReport {
  readonly checked: Readonly<Record<DriftPosition['phase'], number>>;
  readonly found: Readonly<Partial<Record<Drift['kind'], DriftOfKind>>>;
}

/** A check that has not begun. */
export const emptyReport: DriftReport = { checked: { COURSES: 0, STANDINGS: 0, COUNTS: 0 }, found: {} };

/** Adds what a part came to, and what of it was left when it was looked at again. */
export function addPart({ checked, found }: DriftReport, { phase }: DriftPosition, { checked: more, drifts }: CheckedPart, left: readonly Drift[]): DriftReport {
  const kinds = [...Map.groupBy(drifts, ({ kind }) => kind)].map(([kind, ofKind]): [Drift['kind'], DriftOfKind] => {
    const { count, repaired, examples } = found[kind] ?? { count: 0, repaired: 0, examples: [] };
    const remaining = left.filter((drift) => drift.kind === kind).length;
    return [kind, { count: count + ofKind.length, repaired: repaired + Math.max(0, ofKind.length - remaining), examples: [...examples, ...ofKind].slice(0, examplesOfKind) }];
  });
  return { checked: { ...checked, [phase]: checked[phase] + more }, found: { ...found, ...Object.fromEntries(kinds) } };
}
