import type { JobHandler } from '../../platform/jobs/job-runner.ts';
import { readPeopleOfChunk } from '../operations/index.ts';
import { evaluateGroups } from './evaluate-groups.ts';

/** Whoever changes comes at once into the groups whose rules they match now, and out of the others (L61): one person, or those of a chunk. */
export const whenPeopleChanged: JobHandler = async ({ payload, write }) => {
  const { personId, operationId, chunk } = payload;
  await write(async (transaction) => {
    if (typeof personId === 'string') return void (await evaluateGroups(transaction, [personId]));
    const reference = { operationId: String(operationId), chunk: Number(chunk) };
    await evaluateGroups(transaction, await readPeopleOfChunk(transaction, reference.operationId, reference.chunk), undefined, reference);
  });
};
