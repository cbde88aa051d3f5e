import type { Database, Scope } from '../../platform/database/database.ts';
import { checkPart, driftStart, repairDrifts, type DriftPosition } from './check-part.ts';
import { addPart, emptyReport, type DriftReport } from './drift-report.ts';

/**
 * Goes over all that is kept of an organization, part by part, and reports what differs from what follows from its facts. Each part is one short reading transaction; without `repair` nothing
 * is written. With it, what a part finds is set right by the same rules, and looked at again.
 *
 * @param tell is told after each part
 */
export async function checkDrift(database: Database, scope: Scope, repair: boolean, tell: (report: DriftReport) => void = () => {}): Promise<DriftReport> {
  let report = emptyReport;
  for (let position: DriftPosition | null = driftStart; position; ) {
    const at: DriftPosition = position;
    const part = await database.read(scope, (transaction) => checkPart(transaction, at));
    const left = repair && part.drifts.length > 0 ? await database.write(scope, (transaction) => repairDrifts(transaction, at, part.drifts)) : part.drifts;
    report = addPart(report, at, part, left);
    tell(report);
    position = part.next;
  }
  return report;
}
