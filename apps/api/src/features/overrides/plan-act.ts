import { CHANGING_CLASSES, type Act } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { evaluateEnrollments } from '../enrollments/index.ts';
import { actOnContent, operationsOfPlans } from '../assignments/index.ts';
import { peopleScope } from '../access/index.ts';
import { learningPlanLoader } from '../learning-plans/index.ts';
import { changedSincePreview, registerOperationKind, type Operation, type OperationChunk, type Preview } from '../operations/index.ts';
import { lockPlanActPeople, selected, writePlanActRows, type FactsExpression, type PlanActPerson, type PlanQuestion } from './plan-act.queries.ts';
import { chunkSize, subjectOf, type PlanActInput } from './plan-act-input.ts';
import { undoPlanAct } from './undo-plan-act.ts';

/** An act on many people of a plan, or of content by itself: what of each decides, what it comes to, and how it is carried out. */
export interface PlanAct<Input extends PlanActInput, Facts> {
  readonly kind: string;
  readonly act: Act;
  readonly facts: (input: Input) => FactsExpression;
  readonly classify: (facts: Facts, input: Input) => string;
  /** Writes what changes for those for whom something does; they are locked, and evaluated afterwards. */
  readonly apply: (transaction: Transaction, operation: Operation, input: Input, people: readonly (PlanActPerson<Facts> & { readonly class: string })[], chunk: OperationChunk) => Promise<void>;
}

const tables = ['override', 'enrollment_source', 'standing', 'standing_history'];

/** Makes an act known as a kind of operation: previewed, committed, carried out by chunks, taken back. */
export function registerPlanAct<Input extends PlanActInput, Facts>(act: PlanAct<Input, Facts>): void {
  registerOperationKind({
    kind: act.kind,
    act: act.act,
    ...operationsOfPlans(act.act),
    classify: (transaction, operation, caller) => classifyPlanAct(transaction, operation.id, act, operation.input as Input, caller),
    fills: tables,
    applyChunk: (transaction, operation, chunk) => applyPlanAct(transaction, act, operation, chunk),
    undo: undoPlanAct,
  });
}

/** Classifies everybody whom the act is for as of now, and stores the rows: whom its maker could reach then and the caller can now. */
export async function classifyPlanAct<Input extends PlanActInput, Facts>(
  transaction: Transaction,
  operationId: string,
  act: PlanAct<Input, Facts>,
  input: Input,
  caller: Caller,
): Promise<Preview> {
  const question = { ...(await askedOf(transaction, act.act, input, caller)), facts: act.facts(input) };
  return writePlanActRows<Facts>(transaction, operationId, question, (facts) => act.classify(facts, input), chunkSize);
}

/** Whom an act is for: of those chosen whom its maker could reach then and the caller can now. */
export async function askedOf(transaction: Transaction, act: Act, input: PlanActInput, caller: Caller): Promise<Pick<PlanQuestion, 'subjectId' | 'people'>> {
  const { planId } = input;
  const plan = planId ? (await learningPlanLoader.load(transaction, [planId])).get(planId) : null;
  const asked = planId ? act : actOnContent(act);
  const scopes = [input.caller as Caller, caller].map((each) => peopleScope(each, asked, plan));
  const subjectId = subjectOf(input);
  return { subjectId, people: selected(subjectId, input.selection, scopes, transaction.now) };
}

async function applyPlanAct<Input extends PlanActInput, Facts>(
  transaction: Transaction,
  act: PlanAct<Input, Facts>,
  operation: Operation,
  chunk: OperationChunk,
): Promise<readonly string[]> {
  const input = operation.input as Input;
  const found = await lockPlanActPeople<Facts>(transaction, chunk.subjectIds, { subjectId: subjectOf(input), facts: act.facts(input) });
  const known = new Map(found.map((each) => [each.personId, { ...each, class: act.classify(each.facts, input) }]));
  const outcomes = chunk.subjectIds.map((id, index) => (known.get(id)?.class === chunk.classes[index] ? chunk.classes[index]! : changedSincePreview));
  const changing = chunk.subjectIds.flatMap((id, index) => (CHANGING_CLASSES.has(outcomes[index]!) ? [known.get(id)!] : []));
  if (changing.length === 0) return outcomes;
  await act.apply(transaction, operation, input, changing, chunk);
  await evaluateEnrollments(
    transaction,
    changing.map(({ enrollmentId }) => enrollmentId),
  );
  await transaction.emit({ type: 'enrollments.changed', ids: { subjectId: subjectOf(input), operationId: operation.id, chunk: chunk.number, people: changing.length } });
  return outcomes;
}
