import type { JobHandler } from '../../platform/jobs/job-runner.ts';
import { checkPart, repairDrifts } from './check-part.ts';
import { addPart } from './drift-report.ts';
import { failDriftCheck, moveDriftCheck, readDriftCheck } from './drift-check.queries.ts';

/**
 * Carries a check out, part by part. What a part came to, what it set right and where the check goes on are written together: cut off and run again it goes on where it
 * was, and counts nothing twice.
 */
export const checkDriftInParts: JobHandler = async ({ organizationId, payload, database, signal, write }) => {
  const id = String(payload.checkId);
  for (;;) {
    if (signal.aborted) throw new Error('The process stops; the check goes on elsewhere');
    const { check, part } = await database.read({ organizationId }, async (transaction) => {
      const found = await readDriftCheck(transaction, id);
      return { check: found, part: found?.position ? await checkPart(transaction, found.position) : undefined };
    });
    const position = check?.position;
    if (!check || !position || !part || check.state !== 'RUNNING') return;
    await write(async (transaction) => {
      const left = check.repair && part.drifts.length > 0 ? await repairDrifts(transaction, position, part.drifts) : part.drifts;
      await moveDriftCheck(transaction, id, part.next, addPart(check.report, position, part, left));
    });
  }
};

/** Ends a check whose job has failed for the last time. */
export const giveUpDriftCheck: JobHandler = async ({ payload, write }) => {
  await write((transaction) => failDriftCheck(transaction, String(payload.checkId)));
};
