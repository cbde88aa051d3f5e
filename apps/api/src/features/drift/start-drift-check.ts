import { succeed } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { recordAudit } from '../audit/index.ts';
import { driftStart } from './check-part.ts';
import { createDriftCheck, findRunningCheck } from './drift-check.queries.ts';
import { emptyReport } from './drift-report.ts';

/** Begins a check of the organization, which a job carries out. One at a time: another one is refused. */
export async function startDriftCheck(transaction: Transaction, repair: boolean): Promise<Outcome<{ readonly id: string }>> {
  if (await findRunningCheck(transaction)) return refuseWith('DRIFT_CHECK_RUNNING');
  const id = await createDriftCheck(transaction, { repair, position: driftStart, report: emptyReport });
  await transaction.enqueue({ task: 'check-drift', payload: { checkId: id }, key: `check-drift:${id}` });
  await recordAudit(transaction, { act: 'SETTINGS.checkDrift', subject: { kind: 'organization', id: transaction.organizationId }, after: { repair } });
  return succeed({ id });
}
