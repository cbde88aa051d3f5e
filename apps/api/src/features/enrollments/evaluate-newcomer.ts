import { evaluate, type Instant, type Source } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { prepareDefinitions } from '../learning-plans/index.ts';
import type { Given } from './find-complete-at-once.ts';
import type { OwnEnrollment } from './read-my-enrollments.ts';
import { readSituations } from './situations.queries.ts';

/** What a plan's published version, or content by itself, would be to somebody who took it up at this moment; undefined: there is no such thing. Writes nothing. */
export async function evaluateNewcomer(transaction: Transaction, { id, planVersionId }: Given, personId: string): Promise<OwnEnrollment | undefined> {
  const version = (await prepareDefinitions(transaction, planVersionId ? [planVersionId] : [], planVersionId ? [] : [id])).get(planVersionId ?? id);
  if (!version) return undefined;
  const planId = planVersionId ? id : null;
  const asked = { enrollmentIds: [], newcomers: { personIds: [personId], planId }, linked: version.linked, readsHireDate: true, readsFirstSignIn: true };
  const [[group] = []] = await readSituations(transaction, [asked], 'WITHOUT_NAMES');
  if (!group) return undefined;
  const started: Source = { id: id as never, kind: 'SELF_STARTED', from: transaction.now.toISOString() as Instant };
  const situation = { ...group.situation, sources: [started] };
  const { prepared, contents } = version;
  return {
    enrollmentId: id,
    enrollmentIds: [],
    planId,
    learningObjectId: planVersionId ? null : id,
    planVersionId,
    storedStatus: null,
    planInactive: false,
    contents,
    prepared,
    situation,
    standing: evaluate(prepared, situation),
    alsoAssigned: new Map(),
  };
}
