import { sayPlanProblem, STAYING_CLASSES, succeed } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { refuseWith, type Outcome, type UserProblem } from '../../platform/request/user-problem.ts';
import { operationsOfPlans } from '../assignments/index.ts';
import { evaluateEnrollments, lockEnrollments, readPlanCohort, writeEvaluations } from '../enrollments/index.ts';
import { findPublishableDraft, LearningPlanRepository, NotPublishable, publishNextVersion } from '../learning-plans/index.ts';
import { changedSincePreview, registerOperationKind, type Operation, type OperationChunk } from '../operations/index.ts';
import { lockPeople } from '../people/index.ts';
import { judgeMembers, type Verdict } from './judge-members.ts';
import { beginCycles, endOverridesOfOtherKeys, meetsRunningAct, readMembersAmong, writePins, type NewPin } from './migration.queries.ts';
import { deltasOf, readTargets } from './migration-targets.ts';
import { classifyMigration, type MigrationInput } from './preview-publish-version.ts';
import { tellPlanChanged } from './tell-plan-changed.ts';
import { undoMigration } from './undo-migration.ts';

/** Publishing the next version of a plan and taking its people along (2.10), as a kind of operation: it is published by the commit, people follow chunk by chunk. */
registerOperationKind({
  kind: 'MIGRATE_PLAN_VERSION',
  act: 'PLAN_PUBLISH',
  ...operationsOfPlans('PLAN_PUBLISH'),
  check,
  isOvertaken,
  classify: (transaction, operation) => classifyMigration(transaction, operation.id, inputOf(operation)),
  fills: ['enrollment_pin', 'standing_history', 'due_change'],
  changesBeyondRows: ({ undoOf }) => undoOf === null,
  begin,
  applyChunk,
  chunksAreIndependent: true,
  finish: async (transaction, operation) => {
    await tellPlanChanged(transaction, operation);
    if (inputOf(operation).notify) await transaction.emit({ type: 'plan_version.announced', ids: { operationId: operation.id } });
  },
  undo: undoMigration,
});

function inputOf(operation: Operation): MigrationInput {
  return operation.input as MigrationInput;
}

async function check(transaction: Transaction, operation: Operation): Promise<Outcome<null>> {
  if (operation.committedAt) return succeed(null);
  const { planId, versionId } = inputOf(operation);
  const found = await findPublishableDraft(transaction, null, { planId });
  if (found.ok) return found.value.version.id === versionId ? succeed(null) : refuseWith('NO_NEXT_VERSION');
  return { ok: false, problem: found.problem instanceof NotPublishable ? found.problem.planProblems.map(toUserProblem) : found.problem };
}

function toUserProblem(found: NotPublishable['planProblems'][number]): UserProblem {
  return { code: found.code, field: found.place.field ?? null, say: (language) => sayPlanProblem(found, language) };
}

/** From here on up to the commit nobody edits the plan, and no other bulk act on its people begins. */
async function isOvertaken(transaction: Transaction, operation: Operation): Promise<boolean> {
  const { planId } = inputOf(operation);
  if (!operation.undoOf) await new LearningPlanRepository(transaction).lockAgainstEdits(planId);
  return meetsRunningAct(transaction, operation.id, planId);
}

/** The version is published, and with it what it asks beyond each version that was completed. */
async function begin(transaction: Transaction, operation: Operation): Promise<void> {
  const { planId, versionId, changeNote } = inputOf(operation);
  const plans = new LearningPlanRepository(transaction);
  const draft = (await plans.readVersion((await plans.find(planId))!, versionId))!;
  const deltas = await deltasOf(transaction, planId, draft.definition);
  await publishNextVersion(transaction, draft, changeNote);
  for (const { from, definition } of deltas) await plans.insertDelta({ planId, number: draft.version.number, from }, definition);
}

/** Takes the people of one chunk along. Who is no longer what the preview showed is left where they are. */
async function applyChunk(transaction: Transaction, operation: Operation, chunk: OperationChunk): Promise<readonly string[]> {
  const { planId, versionId, choice } = inputOf(operation);
  const going = chunk.subjectIds.filter((_, index) => !STAYING_CLASSES.has(chunk.classes[index]!));
  if (going.length === 0) return chunk.classes;
  await lockPeople(transaction, going, 'TO_RECORD');
  const members = await readMembersAmong(transaction, planId, going);
  await lockEnrollments(transaction, members.map(({ enrollmentId }) => enrollmentId));
  const cohort = await readPlanCohort(transaction, planId, members.map(({ enrollmentId }) => enrollmentId));
  const question = { cohort, targets: await readTargets(transaction, planId, versionId), choice, purpose: 'WRITE' as const };
  const previewed = new Map(chunk.subjectIds.map((id, index) => [id, chunk.classes[index]!]));
  const agreed: Verdict[] = [];
  await judgeMembers(transaction, members, question, (verdict) =>
    agreed.push({ ...verdict, members: verdict.members.filter(({ personId }) => previewed.get(personId) === verdict.class) }));
  const done = new Set(agreed.flatMap(({ members: alike }) => alike.map(({ personId }) => personId)));
  await takeAlong(transaction, operation.id, agreed);
  if (done.size > 0) await transaction.emit({ type: 'enrollments.changed', ids: { subjectId: planId, operationId: operation.id, chunk: chunk.number, people: done.size } });
  return chunk.subjectIds.map((id, index) => (done.has(id) || STAYING_CLASSES.has(chunk.classes[index]!) ? chunk.classes[index]! : changedSincePreview));
}

async function takeAlong(transaction: Transaction, operationId: string, verdicts: readonly Verdict[]): Promise<void> {
  const moved: Verdict[] = [];
  const asked: Verdict[] = [];
  for (const verdict of verdicts) {
    if (verdict.outcome && verdict.members.length > 0) (isAskedAnew(verdict) ? asked : moved).push(verdict);
  }
  const [pins, cycles] = [moved.flatMap(pinsOf), asked.flatMap(pinsOf)];
  if (pins.length > 0) {
    await writePins(transaction, operationId, pins);
    await endOverridesOfOtherKeys(transaction, operationId, pins);
    await writeEvaluations(transaction, moved.map(({ outcome, members }) => {
      const { evaluation, after } = outcome!;
      const { id, version } = evaluation.other;
      return { ...evaluation, planVersionId: id, prepared: version.prepared, standing: after, enrollmentIds: members.map(({ enrollmentId }) => enrollmentId) };
    }));
  }
  if (cycles.length > 0) await evaluateEnrollments(transaction, await beginCycles(transaction, operationId, cycles));
}

function isAskedAnew(verdict: Verdict): boolean {
  return verdict.class === 'ASKED_FOR_NEW' || verdict.class === 'HAS_NEW_ALREADY';
}

function pinsOf({ outcome, members }: Verdict): readonly NewPin[] {
  return members.map(({ enrollmentId }) => ({ enrollmentId, versionId: outcome!.evaluation.other.id }));
}
