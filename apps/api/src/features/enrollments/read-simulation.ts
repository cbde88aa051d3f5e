import type { ContentDefinition, Instant, PlanVersionDefinition, Situation, Source } from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { readFindable } from '../catalogs/index.ts';
import { prepareUnpublished } from '../learning-plans/index.ts';
import type { PersonCondition } from '../people/index.ts';
import { readArchived } from './archived.queries.ts';
import { readSituations } from './situations.queries.ts';

/** All that the evaluator asks for of one person in one version of a plan, as it is at this moment. */
export interface Simulation {
  readonly personName: string;
  /** The cycle that they are in; null: they never had the plan, and are seen as if it were assigned to them now. */
  readonly enrollmentId: string | null;
  readonly situation: Situation;
  /** What the version links. */
  readonly contents: readonly ContentDefinition[];
}

/**
 * What somebody's standing in a version follows from, whether or not they have the plan, and whichever version they are on. Writes nothing.
 *
 * @param visible who may be asked about; undefined is answered for others, as for nobody
 */
export async function readSimulation(
  transaction: Transaction,
  visible: PersonCondition,
  { planId, definition }: { readonly planId: string; readonly definition: PlanVersionDefinition },
  personId: string,
): Promise<Simulation | undefined> {
  const person = await findPerson(transaction, visible, planId, personId);
  if (!person) return undefined;
  const { enrollmentId, name: personName } = person;
  const { prepared, linked } = await prepareUnpublished(transaction, definition);
  const who = enrollmentId ? { enrollmentIds: [enrollmentId] } : { enrollmentIds: [], newcomers: { personIds: [personId], planId } };
  const archivedAt = (await readArchived(transaction, [planId])).get(planId) ?? null;
  const [[group] = []] = await readSituations(transaction, [{ ...who, linked, readsHireDate: true, readsFirstSignIn: true, archivedAt }], 'WITHOUT_NAMES');
  if (!group) return undefined;
  const findable = (await readFindable(transaction, personId, [planId])).has(planId);
  const assigned: Source = { id: planId as never, kind: 'INDIVIDUAL', from: transaction.now.toISOString() as Instant };
  const sources = enrollmentId ? group.situation.sources : [assigned];
  const contents = new Map(prepared.milestones.flatMap(({ items }) => items.flatMap(({ content }) => (content ? [[content.id, content] as const] : []))));
  return { personName, enrollmentId, situation: { ...group.situation, sources, plan: { ...group.situation.plan, findable } }, contents: [...contents.values()] };
}

async function findPerson(transaction: Transaction, visible: PersonCondition, planId: string, personId: string): Promise<{ name: string; enrollmentId: string | null } | undefined> {
  const parameters = new SqlParameters(transaction.organizationId, planId, personId);
  const [row] = await transaction.query<{ name: string; enrollmentId: string | null }>(
    `SELECT p.display_name AS name, (SELECT e.id FROM enrollment e JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id AND s.is_current
       WHERE e.organization_id = $1 AND e.person_id = p.id AND e.subject_id = $2) AS "enrollmentId"
     FROM person p WHERE p.organization_id = $1 AND p.id = $3 AND ${visible(parameters)}`,
    parameters.values,
  );
  return row;
}
