import { CHANGING_RELEASE_CLASSES, classifyReleaseUndo, judgeRelease, type EnrollmentStatus, type MilestoneKey, type ReleaseAct, type ReleaseUndoSituation } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { operationsOfPlans } from '../assignments/index.ts';
import { evaluateEnrollments, lockEnrollments, partByPart, readEvaluations, readPeopleWithRevocations } from '../enrollments/index.ts';
import { changedSincePreview, leftChangedSince, registerOperationKind, writeSharedRows, type Operation, type OperationChunk, type OperationUndo, type Preview, type SharedRows } from '../operations/index.ts';
import { askedOf } from './plan-act.ts';
import { chunkSize, subjectOf, type PlanActInput } from './plan-act-input.ts';
import { lockPlanActPeople, readPlanActPeople, writePlanActRows, type FactsExpression, type PlanQuestion } from './plan-act.queries.ts';
import { releaseUndoFacts, returnStepReleases, writeStepReleases } from './step-release.queries.ts';
import { changedBy } from './undo-plan-act.ts';

/** What holding or opening a step for many keeps. */
export interface ReleaseStepInput extends PlanActInput {
  readonly milestoneKey: MilestoneKey;
}

/** The kinds of operation, by what is done. */
export const releaseKinds = { HOLD: 'HOLD_STEP', RESUME: 'RESUME_STEP', RELEASE: 'RELEASE_STEP' } as const satisfies Record<ReleaseAct, string>;

for (const act of ['HOLD', 'RESUME', 'RELEASE'] as const) {
  registerOperationKind({
    kind: releaseKinds[act],
    act: 'PROGRESS_OVERRIDE',
    ...operationsOfPlans('PROGRESS_OVERRIDE'),
    classify: (transaction, operation, caller) => classifyReleaseStep(transaction, operation.id, act, operation.input as ReleaseStepInput, caller),
    fills: ['step_release', 'step_release_act', 'standing_history'],
    applyChunk: (transaction, operation, chunk) => applyReleaseStep(transaction, act, operation, chunk),
    undo: undoReleaseStep(act),
  });
}

const keptStatus: FactsExpression = () => `jsonb_build_object('status', s.status)`;

interface Kept {
  readonly status: EnrollmentStatus;
}

/**
 * Classifies everybody whom holding or opening a step is for (C3, C16), by what the evaluator says of them at this moment: what is kept may be older than
 * the clock. People whose situations are equal are evaluated once; the facts of whom a revocation names one keep their ids.
 */
export async function classifyReleaseStep(transaction: Transaction, operationId: string, act: ReleaseAct, input: ReleaseStepInput, caller: Caller): Promise<Preview> {
  const people = await readPlanActPeople<Kept>(transaction, { ...(await askedOf(transaction, 'PROGRESS_OVERRIDE', input, caller)), facts: keptStatus });
  const rows = new Map<string, SharedRows & { readonly ids: string[] }>();
  const put = (name: string, personIds: readonly string[]): void => {
    const group = rows.get(name) ?? { class: name, details: null, ids: [] };
    rows.set(name, group);
    for (const id of personIds) group.ids.push(id);
  };
  const isOver = ({ facts: { status } }: (typeof people)[number]): boolean => status === 'COMPLETED' || status === 'WITHDRAWN';
  for (const each of people.filter(isOver)) put(each.facts.status, [each.personId]);
  const revoked = await readPeopleWithRevocations(transaction);
  const personOf = new Map(people.map(({ enrollmentId, personId }) => [enrollmentId, personId]));
  const going = people.filter((each) => !isOver(each));
  for (const purpose of ['COMPARE', 'WRITE'] as const) {
    const asked = going.filter(({ personId }) => revoked.has(personId) === (purpose === 'WRITE'));
    await partByPart(asked, async (part) => {
      for (const evaluation of await readEvaluations(transaction, part.map(({ enrollmentId }) => enrollmentId), purpose)) {
        put(judgeRelease(act, input.milestoneKey, evaluation).class, evaluation.enrollmentIds.map((id) => personOf.get(id)!));
      }
    });
  }
  return writeSharedRows(transaction, operationId, [...rows.values()], input.milestoneKey, chunkSize);
}

/** Carries it out for one chunk of people: who is no longer what the preview showed is left as they are. */
async function applyReleaseStep(transaction: Transaction, act: ReleaseAct, operation: Operation, chunk: OperationChunk): Promise<readonly string[]> {
  const input = operation.input as ReleaseStepInput;
  const { milestoneKey, reason } = input;
  const isGoing = (index: number): boolean => CHANGING_RELEASE_CLASSES.has(chunk.classes[index]!);
  const going = chunk.subjectIds.filter((_, index) => isGoing(index));
  if (going.length === 0) return chunk.classes;
  const people = await lockPlanActPeople<Kept>(transaction, going, { subjectId: subjectOf(input), facts: keptStatus });
  const enrollmentIds = people.map(({ enrollmentId }) => enrollmentId);
  await lockEnrollments(transaction, enrollmentIds);
  const judged = new Map(
    (await readEvaluations(transaction, enrollmentIds)).flatMap((evaluation) => {
      const verdict = judgeRelease(act, milestoneKey, evaluation);
      return evaluation.enrollmentIds.map((id) => [id, verdict] as const);
    }),
  );
  const enrollmentOf = new Map(people.map(({ personId, enrollmentId }) => [personId, enrollmentId]));
  const verdictOf = (personId: string) => judged.get(enrollmentOf.get(personId) ?? '');
  const isAsPreviewed = (id: string, index: number): boolean => !isGoing(index) || verdictOf(id)?.class === chunk.classes[index];
  const outcomes = chunk.subjectIds.map((id, index) => (isAsPreviewed(id, index) ? chunk.classes[index]! : changedSincePreview));
  const changes = chunk.subjectIds.flatMap((id, index) => (CHANGING_RELEASE_CLASSES.has(outcomes[index]!) ? [{ enrollmentId: enrollmentOf.get(id)!, ...verdictOf(id)!.change! }] : []));
  if (changes.length === 0) return outcomes;
  await writeStepReleases(transaction, { milestoneKey, act, reason, operationId: operation.id, changes });
  await settle(transaction, operation, chunk, changes.map(({ enrollmentId }) => enrollmentId));
  return outcomes;
}

/** Puts back what held before: who has seen or begun what it opened keeps it (2.2). */
function undoReleaseStep(act: ReleaseAct): OperationUndo {
  const questionOf = (undo: Operation): Pick<PlanQuestion, 'subjectId' | 'facts'> => {
    const input = undo.input as ReleaseStepInput;
    return { subjectId: subjectOf(input), facts: releaseUndoFacts(undo.undoOf!, input.milestoneKey, act !== 'HOLD') };
  };
  return {
    classify: (transaction, undo) =>
      writePlanActRows<ReleaseUndoSituation>(transaction, undo.id, { ...questionOf(undo), people: changedBy(undo, CHANGING_RELEASE_CLASSES) }, classifyReleaseUndo, chunkSize),
    applyChunk: async (transaction, undo, chunk) => {
      const people = await lockPlanActPeople<ReleaseUndoSituation>(transaction, chunk.subjectIds, questionOf(undo));
      const known = new Map(people.map((each) => [each.personId, each]));
      const outcomes = chunk.subjectIds.map((id, index) => {
        if (chunk.classes[index] !== 'TAKEN_BACK') return chunk.classes[index]!;
        const person = known.get(id);
        return person ? classifyReleaseUndo(person.facts) : leftChangedSince;
      });
      const enrollmentIds = chunk.subjectIds.flatMap((id, index) => (outcomes[index] === 'TAKEN_BACK' ? [known.get(id)!.enrollmentId] : []));
      if (enrollmentIds.length === 0) return outcomes;
      await lockEnrollments(transaction, enrollmentIds);
      await returnStepReleases(transaction, { operationId: undo.undoOf!, undoId: undo.id, enrollmentIds });
      await settle(transaction, undo, chunk, enrollmentIds);
      return outcomes;
    },
  };
}

async function settle(transaction: Transaction, operation: Operation, chunk: OperationChunk, enrollmentIds: readonly string[]): Promise<void> {
  await evaluateEnrollments(transaction, enrollmentIds);
  const subjectId = subjectOf(operation.input as ReleaseStepInput);
  await transaction.emit({ type: 'enrollments.changed', ids: { subjectId, operationId: operation.id, chunk: chunk.number, people: enrollmentIds.length } });
}
