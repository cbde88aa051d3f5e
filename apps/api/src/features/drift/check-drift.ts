import type { Database, Scope } from '../../platform/database/database.ts';
import { checkPart, driftStart, repairDrifts, type Drift, type DriftPosition } from './check-part.ts';

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

/**
 * Goes over all that is kept of an organization, part by part, and reports what differs from what follows from its facts. Each part is one short reading transaction; without `repair` nothing
 * is written. With it, what a part finds is set right by the same rules, and looked at again.
 *
 * @param tell is told after each part
 */
export async function checkDrift(database: Database, scope: Scope, repair: boolean, tell: (report: DriftReport, position: DriftPosition) => void = () => {}): Promise<DriftReport> {
  let report: DriftReport = { checked: { COURSES: 0, STANDINGS: 0, COUNTS: 0 }, found: {} };
  for (let position: DriftPosition | null = driftStart; position; ) {
    const at: DriftPosition = position;
    const part = await database.read(scope, (transaction) => checkPart(transaction, at));
    const repairing = repair && part.drifts.length > 0;
    if (repairing) await database.write(scope, (transaction) => repairDrifts(transaction, part.drifts));
    const left = repairing ? (await database.read(scope, (transaction) => checkPart(transaction, at))).drifts : part.drifts;
    report = addPart(report, at, part.checked, part.drifts, left);
    tell(report, at);
    position = part.next;
  }
  return report;
}

function addPart({ checked, found }: DriftReport, { phase }: DriftPosition, more: number, drifts: readonly Drift[], left: readonly Drift[]): DriftReport {
  const kinds = [...Map.groupBy(drifts, ({ kind }) => kind)].map(([kind, ofKind]): [Drift['kind'], DriftOfKind] => {
    const { count, repaired, examples } = found[kind] ?? { count: 0, repaired: 0, examples: [] };
    const remaining = left.filter((drift) => drift.kind === kind).length;
    return [kind, { count: count + ofKind.length, repaired: repaired + Math.max(0, ofKind.length - remaining), examples: [...examples, ...ofKind].slice(0, examplesOfKind) }];
  });
  return { checked: { ...checked, [phase]: checked[phase] + more }, found: { ...found, ...Object.fromEntries(kinds) } };
}
