import { explainWork, sayWork, type Language, type WorkReason } from '@milepost/domain';
import { present } from '../../platform/graphql/answer.ts';
import { defineLoader } from '../../platform/request/loader.ts';
import type { RequestContext } from '../../platform/request/request-context.ts';
import { nameOfActor } from '../access/index.ts';
import { evaluationLoader, sayExplanation } from '../enrollments/index.ts';
import { TrainingExplanation } from './training-explanation.type.ts';
import { findCurrentEnrollments, findWork, workKey, type WorkRow } from './work-to-explain.queries.ts';

/** A reason in words, with the reasons behind it. */
interface SaidReason {
  readonly text: string;
  /** The completion, content or milestone that it speaks of. */
  readonly subjectId: string | null;
  readonly because: readonly SaidReason[];
}

interface SaidExplanation {
  readonly sentence: string;
  readonly because: readonly SaidReason[];
}

const workLoader = defineLoader(findWork);
const currentEnrollmentLoader = defineLoader(findCurrentEnrollments);

/** Says why a person has completed some content or a plan, or has not, or has not any more; undefined where they have nothing to do with it. All that one request asks for is read at once. */
export async function explainTraining(context: RequestContext, personId: string, itemId: string): Promise<TrainingExplanation | undefined> {
  const key = workKey(personId, itemId);
  const [work, enrollmentId] = await Promise.all([context.load(workLoader, key), context.load(currentEnrollmentLoader, key)]);
  const said = work ? await explainContent(context, work) : enrollmentId === undefined ? undefined : await explainPlan(context, enrollmentId, personId);
  return said && present(TrainingExplanation, { ...said, personId, itemId });
}

async function explainContent(context: RequestContext, { facts, names, ...work }: WorkRow): Promise<SaidExplanation> {
  const nameOf = async (id: string | null) => (await nameOfActor(context, id))?.name ?? null;
  const [by, takenBy] = await Promise.all([Promise.all(facts.map(({ byId }) => nameOf(byId))), Promise.all(facts.map(({ revocation }) => nameOf(revocation?.byId ?? null)))]);
  const explanation = explainWork({
    ...work,
    names: new Map(Object.entries(names)),
    facts: facts.map((fact, index) => ({ ...fact, by: by[index] ?? null })),
    revocations: facts.flatMap(({ id, revocation }, index) => (revocation ? [{ ...revocation, factId: id, by: takenBy[index] ?? null }] : [])),
  });
  return { sentence: sayWork(explanation.sentence, context.locale), because: explanation.because.map((each) => sayReason(each, context.locale)) };
}

function sayReason({ message, subjectId, because }: WorkReason, language: Language): SaidReason {
  return { text: sayWork(message, language), subjectId, because: because.map((each) => sayReason(each, language)) };
}

async function explainPlan(context: RequestContext, enrollmentId: string, personId: string): Promise<SaidExplanation | undefined> {
  const evaluation = await context.load(evaluationLoader, enrollmentId);
  if (!evaluation) return undefined;
  const { sentence, tree } = sayExplanation(evaluation, personId === context.caller.actor.id ? 'SELF' : 'OTHERS', context.locale);
  const { status, due, sources, milestones } = tree;
  const told = new Set(status.because.map(({ subjectId }) => subjectId));
  return { sentence, because: [status, due, sources, ...milestones.filter(({ subjectId }) => !told.has(subjectId))] };
}
