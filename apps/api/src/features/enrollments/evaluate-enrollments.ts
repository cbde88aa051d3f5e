import { evaluate, isOpenUnseen, type AudienceExpression, type DueRule, type Instant, type PreparedDefinition, type Situation, type Standing } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { defineLoaderInSteps } from '../../platform/request/loader.ts';
import { audienceCondition } from '../audiences/index.ts';
import { finders } from '../catalogs/index.ts';
import { prepareDefinitions, type PreparedVersion } from '../learning-plans/index.ts';
import { recordDueChanges } from './record-due-changes.ts';
import { recordOpenings, scheduleOpenings } from './record-openings.ts';
import { readSituations, type SituationGroup, type SituationScope } from './situations.queries.ts';
import { writeStandings, type SharedStanding } from './write-standings.ts';

/** Enrollments that are evaluated by one definition. */
interface Cohort {
  readonly planId: string | null;
  readonly learningObjectId: string | null;
  readonly planVersionId: string | null;
  readonly enrollmentIds: readonly string[];
  readonly archivedAt: Date | null;
  /** Who can find the plan; null: nobody but those to whom it is assigned. */
  readonly finders: AudienceExpression | null;
  readonly readsHireDate: boolean;
  readonly readsFirstSignIn: boolean;
}

/** What an evaluation changed. */
export interface Evaluated {
  /** Enrollments whose standing changed, or whether they are the current cycle. */
  readonly changed: readonly string[];
}

/**
 * Evaluates enrollments and writes their standings. People whose situations are equal are evaluated once. A plan that turns out to be
 * complete gets its own completion fact, resting on its evidence. The enrollments are locked first, so that of two evaluations the
 * second sees all that the first one wrote.
 */
export async function evaluateEnrollments(transaction: Transaction, enrollmentIds: readonly string[]): Promise<Evaluated> {
  if (enrollmentIds.length === 0) return { changed: [] };
  await lockEnrollments(transaction, enrollmentIds);
  const evaluations = await evaluateNow(transaction, enrollmentIds, 'WITHOUT_NAMES');
  return { changed: await writeEvaluations(transaction, evaluations) };
}

/** Locks enrollments up to the end of the transaction, in the order of their ids; their people are to be locked before. */
export async function lockEnrollments(transaction: Transaction, enrollmentIds: readonly string[]): Promise<void> {
  await transaction.query('SELECT id FROM enrollment WHERE organization_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR NO KEY UPDATE', [
    transaction.organizationId,
    enrollmentIds,
  ]);
}

/** A standing as of now, with what it follows from, and the enrollments that have it. */
export interface Evaluation {
  readonly planId: string | null;
  readonly planVersionId: string | null;
  readonly prepared: PreparedDefinition;
  readonly situation: Situation;
  readonly standing: Standing;
  readonly enrollmentIds: readonly string[];
}

/**
 * The same without writing anything and without names: what many enrollments come to as they are now.
 *
 * @param purpose COMPARE: facts have no ids of their own, so that more people are alike; nothing of it can be written, and nobody with revocations be asked about
 */
export function readEvaluations(transaction: Transaction, enrollmentIds: readonly string[], purpose: 'COMPARE' | 'WRITE' = 'WRITE'): Promise<Evaluation[]> {
  return enrollmentIds.length === 0 ? Promise.resolve([]) : evaluateNow(transaction, enrollmentIds, purpose === 'COMPARE' ? 'ALIKE' : 'WITHOUT_NAMES');
}

/** Evaluates enrollments without writing anything: what is true at this moment, release dates and locks included. */
async function evaluateNow(
  transaction: Transaction,
  enrollmentIds: readonly string[],
  names: 'WITH_NAMES' | 'WITHOUT_NAMES' | 'ALIKE' = 'WITH_NAMES',
): Promise<Evaluation[]> {
  const cohorts = await readCohorts(transaction, enrollmentIds);
  const definitions = await prepareDefinitions(
    transaction,
    cohorts.flatMap(({ planVersionId }) => planVersionId ?? []),
    cohorts.flatMap(({ planVersionId, learningObjectId }) => (planVersionId ? [] : (learningObjectId ?? []))),
  );
  const known = cohorts.map((cohort) => ({ cohort, version: definitions.get((cohort.planVersionId ?? cohort.learningObjectId)!)! }));
  const situations = await readSituations(transaction, known.map(scopeOf), names);
  return known.flatMap(({ cohort: { planId, planVersionId }, version: { prepared } }, place) =>
    (names === 'WITH_NAMES' ? situations[place]!.map((each) => evaluateGroup(prepared, each)) : evaluateAlike(prepared, situations[place]!)).map((each) => ({ ...each, planId, planVersionId, prepared })),
  );
}

type EvaluatedGroup = Pick<Evaluation, 'situation' | 'standing' | 'enrollmentIds'>;

const evaluateGroup = (prepared: PreparedDefinition, { situation, enrollmentIds }: SituationGroup): EvaluatedGroup => ({ situation, enrollmentIds, standing: evaluate(prepared, situation) });

/** People who differ by nothing but when they looked are evaluated once, as if nobody had; apart from them only who has something open because they saw it. */
function evaluateAlike(prepared: PreparedDefinition, groups: readonly SituationGroup[]): EvaluatedGroup[] {
  return [...Map.groupBy(groups, ({ unseen }) => unseen)].flatMap(([situation, alike]) => {
    const standing = evaluate(prepared, situation);
    const same = alike.filter(({ seen }) => isOpenUnseen(standing, seen, situation.person.zone));
    const others = alike.filter((each) => !same.includes(each)).map((each) => evaluateGroup(prepared, each));
    return same.length === 0 ? others : [{ situation, standing, enrollmentIds: same.flatMap(({ enrollmentIds }) => enrollmentIds) }, ...others];
  });
}

/** A version of a plan, ready for the evaluator. */
export interface OtherVersion {
  readonly id: string;
  readonly version: PreparedVersion;
}

/** What enrollments come to as they are, with all that what they would come to on another version follows from. */
export interface ComparedEvaluation extends Evaluation {
  readonly other: OtherVersion;
}

/** What decides how people of one plan are evaluated, beside the version that each is pinned to. */
export type PlanCohort = Omit<Cohort, 'enrollmentIds' | 'planVersionId'>;

/**
 * The same for all people of a plan, or some of their enrollments. Asked once for many: `evaluateBeside` then reads nothing else of them than their situations.
 */
export async function readPlanCohort(transaction: Transaction, planId: string, enrollmentIds: readonly string[] | null): Promise<PlanCohort> {
  const [cohort] = await transaction.query<PlanCohort>(
    `SELECT p.id AS "planId", NULL AS "learningObjectId", ${finders('p.id')} AS finders, p.archived_at AS "archivedAt",
       coalesce(r.hired, false) AS "readsHireDate", coalesce(r.signed, false) AS "readsFirstSignIn"
     FROM learning_plan p
     LEFT JOIN LATERAL (
       SELECT bool_or(x.rules LIKE '%HIRE_DATE%') AS hired, bool_or(x.rules LIKE '%FIRST_SIGN_IN%') AS signed
       FROM (SELECT DISTINCT concat(s.due_rule, s.milestone_due_rules) AS rules FROM enrollment e JOIN enrollment_source s ON s.organization_id = $1 AND s.enrollment_id = e.id
         WHERE e.organization_id = $1 AND e.subject_id = $2 AND ($3::uuid[] IS NULL OR e.id = ANY ($3::uuid[]))) x
     ) r ON true
     WHERE p.organization_id = $1 AND p.id = $2`,
    [transaction.organizationId, planId, enrollmentIds],
  );
  return cohort!;
}

/** An enrollment and the version that it is pinned to. */
interface PinnedEnrollment {
  readonly enrollmentId: string;
  readonly versionId: string;
}

/**
 * Evaluates enrollments of a plan as they are, reading with each also what another version of it asks for. Writes nothing.
 *
 * @param otherOf the other version, by the one that an enrollment is pinned to; enrollments of versions without one are left out
 * @param purpose COMPARE: facts have no ids of their own, so that more people are alike; nothing of it can be written, and nobody with revocations be asked about
 */
export async function evaluateBeside(
  transaction: Transaction,
  cohort: PlanCohort,
  pinned: readonly PinnedEnrollment[],
  otherOf: ReadonlyMap<string, OtherVersion>,
  purpose: 'COMPARE' | 'WRITE' = 'WRITE',
): Promise<ComparedEvaluation[]> {
  const byVersion = [...Map.groupBy(pinned, ({ versionId }) => versionId)].filter(([versionId]) => otherOf.has(versionId));
  const definitions = await prepareDefinitions(transaction, byVersion.map(([versionId]) => versionId));
  const known = byVersion.map(([versionId, alike]) => {
    const own: Cohort = { ...cohort, planVersionId: versionId, enrollmentIds: alike.map(({ enrollmentId }) => enrollmentId) };
    const [version, other] = [definitions.get(versionId)!, otherOf.get(versionId)!];
    return { versionId, version, other, scope: scopeOfBoth(scopeOf({ cohort: own, version }), scopeOf({ cohort: own, version: other.version })) };
  });
  const situations = await readSituations(transaction, known.map(({ scope }) => scope), purpose === 'COMPARE' ? 'ALIKE' : 'WITHOUT_NAMES');
  return known.flatMap(({ versionId, version: { prepared }, other }, place) =>
    situations[place]!.map((each) => ({ ...each, planId: cohort.planId, planVersionId: versionId, prepared, standing: evaluate(prepared, each.situation), other })),
  );
}

function scopeOfBoth(own: SituationScope, other: SituationScope): SituationScope {
  return {
    ...own,
    linked: { ...own.linked, ...other.linked },
    readsHireDate: own.readsHireDate || other.readsHireDate,
    readsFirstSignIn: own.readsFirstSignIn || other.readsFirstSignIn,
  };
}

/** Enrollments evaluated at this moment, by id: all are read together, and those of one plan evaluated together. */
export const evaluationLoader = defineLoaderInSteps<string, Evaluation>(async (transaction, enrollmentIds) => {
  const evaluations = await evaluateNow(transaction, enrollmentIds);
  return new Map(evaluations.flatMap((evaluation) => evaluation.enrollmentIds.map((id) => [id, evaluation] as const)));
});

/** Writes what evaluations came to; answers the enrollments whose standing changed. */
export async function writeEvaluations(transaction: Transaction, evaluations: readonly Evaluation[]): Promise<string[]> {
  const [, { changed, moved, waited }] = await Promise.all([recordPlanCompletions(transaction, evaluations), writeStandings(transaction, evaluations.map(toSharedStanding))]);
  await recordDueChanges(transaction, evaluations, moved);
  await recordOpenings(transaction, evaluations, waited);
  if (changed.length > 0) await scheduleOpenings(transaction, evaluations);
  return changed;
}

/** An evaluation as what is kept of it. */
export function toSharedStanding({ enrollmentIds, planVersionId, standing, situation }: Evaluation): SharedStanding {
  return { enrollmentIds, planVersionId, cycle: situation.enrollment.cycle, standing, zone: situation.person.zone };
}

async function readCohorts(transaction: Transaction, enrollmentIds: readonly string[]): Promise<Cohort[]> {
  return transaction.query<Cohort>(
    `SELECT c.*, ${finders('c."planId"')} AS finders FROM (SELECT e.plan_id AS "planId", e.learning_object_id AS "learningObjectId", coalesce(s.plan_version_id, e.plan_version_id) AS "planVersionId",
       array_agg(e.id) AS "enrollmentIds",
       max(p.archived_at) AS "archivedAt",
       coalesce(bool_or(r.rules LIKE '%HIRE_DATE%'), false) AS "readsHireDate",
       coalesce(bool_or(r.rules LIKE '%FIRST_SIGN_IN%'), false) AS "readsFirstSignIn"
     FROM enrollment e
     LEFT JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id
     LEFT JOIN learning_plan p ON p.organization_id = $1 AND p.id = e.plan_id
     LEFT JOIN LATERAL (SELECT string_agg(x.due_rule::text || coalesce(x.milestone_due_rules::text, ''), '') AS rules FROM enrollment_source x
       WHERE x.organization_id = $1 AND x.enrollment_id = e.id) r ON true
     WHERE e.organization_id = $1 AND e.id = ANY ($2::uuid[])
     GROUP BY 1, 2, 3) c ORDER BY 1, 2, 3`,
    [transaction.organizationId, enrollmentIds],
  );
}

function scopeOf({ cohort, version }: { readonly cohort: Cohort; readonly version: PreparedVersion }): SituationScope {
  const { plan } = version.prepared;
  const rules = [plan.dueRule, ...plan.milestones.map((milestone) => milestone.dueRule)];
  const { finders: found } = cohort;
  return {
    enrollmentIds: cohort.enrollmentIds,
    linked: version.linked,
    readsHireDate: cohort.readsHireDate || rules.some((rule) => countsFrom(rule, 'HIRE_DATE')),
    readsFirstSignIn: cohort.readsFirstSignIn || rules.some((rule) => countsFrom(rule, 'FIRST_SIGN_IN')),
    archivedAt: cohort.archivedAt && (cohort.archivedAt.toISOString() as Instant),
    ...(found && { findable: (parameters) => `coalesce(p.status = 'ACTIVE' AND ${audienceCondition(found, parameters)}, false)` }),
  };
}

function countsFrom(rule: DueRule | null | undefined, anchor: string): boolean {
  return rule?.kind === 'RELATIVE' && rule.anchor === anchor;
}

/**
 * Writes a completion of the plan itself for each enrollment that was found complete. The ids come as columns: one that the condition would convert
 * could leak what row-level security hides, and every enrollment of the organization would be read for each completion.
 */
async function recordPlanCompletions(transaction: Transaction, evaluations: readonly Evaluation[]): Promise<void> {
  const completed = evaluations.filter(({ planId, standing }) => planId !== null && standing.completionToRecord);
  if (completed.length === 0) return;
  const rows = completed.flatMap(({ enrollmentIds, standing }) =>
    enrollmentIds.map((enrollmentId) => ({
      id: newId(),
      enrollmentId,
      completedOn: standing.completedOn,
      completionClass: standing.completionClass,
      evidence: standing.evidence,
    })),
  );
  await transaction.query(
    `INSERT INTO completion_fact (organization_id, id, person_id, plan_id, kind, cycle, completed_on, recorded_at, origin, evidence,
       completion_class, created_at)
     SELECT $1, r.id, e.person_id, e.plan_id, 'PLAN', e.cycle, r."completedOn", $3, 'AUTO', r.evidence, r."completionClass", $3
     FROM jsonb_to_recordset($2::jsonb) AS r (id uuid, "enrollmentId" uuid, "completedOn" date, "completionClass" text, evidence uuid[])
     JOIN enrollment e ON e.organization_id = $1 AND e.id = r."enrollmentId"`,
    [transaction.organizationId, JSON.stringify(rows), transaction.now],
  );
}
