import type { PlanVersionDefinition } from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { cutPage, limitPage, type Page } from '../../platform/graphql/connection.ts';
import { defineLoader } from '../../platform/request/loader.ts';
import type { PlanCondition } from '../access/index.ts';
import { coverOfVersion } from './plan-cover.queries.ts';

/** A plan as lists and pages show it. */
export interface LearningPlanRow {
  readonly id: string;
  readonly code: string;
  readonly preset: 'LEARNING_PLAN' | 'TRAINING_PLAN' | 'CERTIFICATION_PLAN';
  readonly lifecycle: 'DRAFT' | 'ACTIVE' | 'INACTIVE' | 'ARCHIVED';
  readonly name: string;
  readonly ownerId: string;
  readonly collaborationAllowed: boolean;
  readonly displayOnFrontEnd: boolean;
  readonly showAddToMyPlans: boolean;
  readonly visibleRange: unknown;
  readonly publishedVersionId: string | null;
  readonly draftVersionId: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly rowVersion: number;
}

const columns = `
  p.id, p.code, p.preset, p.lifecycle, p.name, p.owner_id AS "ownerId", p.collaboration_allowed AS "collaborationAllowed",
  p.display_on_front_end AS "displayOnFrontEnd", p.show_add_to_my_plans AS "showAddToMyPlans", p.visible_range AS "visibleRange", p.published_version_id AS "publishedVersionId",
  p.draft_version_id AS "draftVersionId", p.created_at AS "createdAt", p.updated_at AS "updatedAt", p.row_version AS "rowVersion"`;

export const learningPlanLoader = defineLoader<string, LearningPlanRow>(async (transaction, ids) => {
  const rows = await transaction.query<LearningPlanRow>(
    `SELECT ${columns} FROM learning_plan p WHERE p.organization_id = $1 AND p.id = ANY ($2::uuid[])`,
    [transaction.organizationId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
});

/** Which plans a list shows; what is absent does not narrow it, but that archived ones are shown only where they are asked for (2.2). */
export interface LearningPlanFilter {
  readonly id?: string;
  readonly search?: string | null;
  readonly lifecycles?: readonly string[] | null;
}

/** One page of the plans that the caller may see, the newest first. */
export async function findLearningPlans(
  transaction: Transaction,
  visible: PlanCondition,
  filter: LearningPlanFilter,
  first: number,
  after: readonly (string | number | null)[] | undefined,
): Promise<Page<LearningPlanRow>> {
  const parameters = new SqlParameters(transaction.organizationId);
  const conditions = ['p.organization_id = $1', visible(parameters)];
  if (filter.id) conditions.push(`p.id = ${parameters.add(filter.id, 'uuid')}`);
  if (filter.lifecycles?.length) conditions.push(`p.lifecycle = ANY (${parameters.add(filter.lifecycles, 'text[]')})`);
  else if (!filter.id) conditions.push(`p.lifecycle <> 'ARCHIVED'`);
  if (filter.search?.trim()) {
    const pattern = parameters.addContaining(filter.search);
    conditions.push(`(p.name_key LIKE ${pattern} OR lower(p.code) LIKE ${pattern})`);
  }
  if (after) conditions.push(`p.id < ${parameters.add(after[0], 'uuid')}`);
  const rows = await transaction.query<LearningPlanRow>(
    `SELECT ${columns} FROM learning_plan p WHERE ${conditions.join(' AND ')} ORDER BY p.id DESC ${limitPage(first)}`,
    parameters.values,
  );
  return cutPage(rows, first, (row) => [row.id]);
}

/** A version with its content, as the rules read it and as pages show it. */
export interface PlanVersionRow {
  readonly id: string;
  readonly planId: string;
  readonly number: number;
  readonly state: 'DRAFT' | 'PUBLISHED' | 'SUPERSEDED' | 'RETIRED';
  readonly publishedAt: Date | null;
  readonly rowVersion: number;
  readonly definition: PlanVersionDefinition;
}

/** Versions by id, each with its milestones and items, in one statement. */
export async function readPlanVersions(transaction: Transaction, ids: readonly string[]): Promise<PlanVersionRow[]> {
  return transaction.query<PlanVersionRow>(
    `SELECT v.id, v.plan_id AS "planId", v.number, v.state, v.published_at AS "publishedAt", v.row_version AS "rowVersion",
       jsonb_build_object('preset', p.preset, 'name', v.name, 'description', v.description,
         'cover', ${coverOfVersion('v')},
         'startsAt', ${instant('v.starts_at')}, 'endsAt', ${instant('v.ends_at')}, 'dueRule', v.due_rule,
         'milestoneOrderEnforced', v.milestone_order_enforced, 'registrationType', v.registration_type, 'autoRegister', v.auto_register,
         'displayUnreleasedSteps', v.display_unreleased_steps, 'lookback', v.lookback, 'endPolicy', v.end_policy,
         'graceDays', v.grace_days, 'minimumDays', v.minimum_days, 'issueOnExemption', v.issue_on_exemption, 'delta', v.delta_from IS NOT NULL,
         'milestones', (SELECT coalesce(jsonb_agg(jsonb_build_object('key', m.key, 'position', m.position, 'name', m.name,
             'description', m.description, 'metric', m.metric, 'units', trim_scale(m.units)::text, 'creditType', m.credit_type,
             'dueRule', m.due_rule, 'itemOrderEnforced', m.item_order_enforced, 'releaseRule', m.release_rule,
             'items', (SELECT coalesce(jsonb_agg(jsonb_build_object('learningObjectId', i.learning_object_id, 'position', i.position,
                 'mandatory', i.mandatory) ORDER BY i.position), '[]') FROM milestone_item i
               WHERE i.organization_id = m.organization_id AND i.plan_version_id = m.plan_version_id AND i.milestone_key = m.key)
           ) ORDER BY m.position), '[]') FROM milestone m WHERE m.organization_id = v.organization_id AND m.plan_version_id = v.id)
       ) AS definition
     FROM plan_version v JOIN learning_plan p ON p.organization_id = v.organization_id AND p.id = v.plan_id
     WHERE v.organization_id = $1 AND v.id = ANY ($2::uuid[])`,
    [transaction.organizationId, ids],
  );
}

export const planVersionLoader = defineLoader<string, PlanVersionRow>(async (transaction, ids) => {
  const rows = await readPlanVersions(transaction, ids);
  return new Map(rows.map((row) => [row.id, row]));
});

/** The time zone of the organization, by its id. */
export const organizationZoneLoader = defineLoader<string, string>(async (transaction) => {
  const rows = await transaction.query<{ id: string; zone: string }>(
    'SELECT organization_id AS id, default_time_zone AS zone FROM organization WHERE organization_id = $1',
    [transaction.organizationId],
  );
  return new Map(rows.map(({ id, zone }) => [id, zone]));
});

function instant(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
