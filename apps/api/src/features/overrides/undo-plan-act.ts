import { CHANGING_CLASSES, classifyPlanActUndo, type PlanActUndoSituation } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { returnSources } from '../assignments/index.ts';
import { evaluateEnrollments } from '../enrollments/index.ts';
import { leftChangedSince, type Operation, type OperationChunk, type OperationUndo } from '../operations/index.ts';
import { chunkSize, subjectOf, type PlanActInput } from './plan-act-input.ts';
import { undoFacts } from './plan-act-facts.queries.ts';
import { lockPlanActPeople, writePlanActRows, type PlanQuestion } from './plan-act.queries.ts';
import { reopenExceptions } from './exception.queries.ts';
import { endOverridesOf, returnOverridesOf } from './override.queries.ts';

/**
 * Takes an act on people of a plan back: what it ended begins again with the dates that it had, what it began ends. For whom something of
 * the same has changed since nothing is done.
 */
export const undoPlanAct: OperationUndo = {
  classify: (transaction, undo) => writePlanActRows<PlanActUndoSituation>(transaction, undo.id, { ...questionOf(undo), people: changedBy(undo, CHANGING_CLASSES) }, classifyPlanActUndo, chunkSize),
  applyChunk: takeBack,
};

function questionOf(undo: Operation): Pick<PlanQuestion, 'subjectId' | 'facts'> {
  return { subjectId: subjectOf(undo.input as PlanActInput), facts: undoFacts(undo.undoOf!, CHANGING_CLASSES) };
}

/** Those only for whom the act changed something: the others are no rows of its undo. */
export function changedBy(undo: Operation, classes: ReadonlySet<string>): PlanQuestion['people'] {
  return (parameters) => [
    `p.id IN (SELECT r.person_id FROM operation_chunk c CROSS JOIN LATERAL unnest(c.subject_ids, c.outcomes) AS r (person_id, outcome)
       WHERE c.organization_id = $1 AND c.operation_id = ${parameters.add(undo.undoOf, 'uuid')} AND r.outcome = ANY (${parameters.add([...classes], 'text[]')}))`,
  ];
}

async function takeBack(transaction: Transaction, undo: Operation, chunk: OperationChunk): Promise<readonly string[]> {
  const found = await lockPlanActPeople<PlanActUndoSituation>(transaction, chunk.subjectIds, questionOf(undo));
  const known = new Map(found.map((each) => [each.personId, { ...each, class: classifyPlanActUndo(each.facts) }]));
  const outcomes = chunk.subjectIds.map((id, index) => (chunk.classes[index] === 'TAKEN_BACK' ? (known.get(id)?.class ?? leftChangedSince) : leftChangedSince));
  const enrollmentIds = chunk.subjectIds.flatMap((id, index) => (outcomes[index] === 'TAKEN_BACK' ? [known.get(id)!.enrollmentId] : []));
  if (enrollmentIds.length === 0) return outcomes;
  const of = { operationId: undo.undoOf!, undoId: undo.id, enrollmentIds };
  await endOverridesOf(transaction, of);
  await returnOverridesOf(transaction, of);
  await returnSources(transaction, of);
  await reopenExceptions(transaction, of);
  await evaluateEnrollments(transaction, enrollmentIds);
  await transaction.emit({ type: 'enrollments.changed', ids: { subjectId: subjectOf(undo.input as PlanActInput), operationId: undo.id, chunk: chunk.number, people: enrollmentIds.length } });
  return outcomes;
}
