import { foldForSearch, type MilestoneDefinition, type PlanVersionDefinition } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { updateVersioned, type VersionedOutcome } from '../../platform/database/update-versioned.ts';
import { LearningPlanEntity, PlanVersionEntity } from './learning-plan.entity.ts';
import { readPlanVersions, type PlanVersionRow } from './learning-plan.queries.ts';

/** A plan with the version that is being edited, as the use cases know them. */
export interface DraftOfPlan {
  readonly plan: LearningPlanEntity;
  readonly version: Pick<PlanVersionRow, 'id' | 'number' | 'rowVersion'>;
  readonly definition: PlanVersionDefinition;
}

/** Plans as domain objects, on a transaction. */
export class LearningPlanRepository {
  constructor(private readonly transaction: Transaction) {}

  /** The plan, locked against other edits; undefined when there is none. */
  async lock(planId: string): Promise<LearningPlanEntity | undefined> {
    const { organizationId } = this.transaction;
    const plan = await this.transaction
      .repository(LearningPlanEntity)
      .findOne({ where: { organizationId, id: planId }, lock: { mode: 'pessimistic_write' } });
    return plan ?? undefined;
  }

  /** Locks the plan against edits, while people may still be given it. */
  async lockAgainstEdits(planId: string): Promise<void> {
    await this.transaction.query('SELECT id FROM learning_plan WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE', [this.transaction.organizationId, planId]);
  }

  /** The plan; undefined when there is none. */
  async find(planId: string): Promise<LearningPlanEntity | undefined> {
    const { organizationId } = this.transaction;
    return (await this.transaction.repository(LearningPlanEntity).findOneBy({ organizationId, id: planId })) ?? undefined;
  }

  /** A version with its content; undefined when there is none. */
  async readVersion(plan: LearningPlanEntity, versionId: string): Promise<DraftOfPlan | undefined> {
    const [version] = await readPlanVersions(this.transaction, [versionId]);
    return version && { plan, version, definition: version.definition };
  }

  /** Writes a new plan with its first draft. */
  async insert(plan: Omit<LearningPlanEntity, 'draftVersionId' | 'publishedVersionId' | 'rowVersion'>, definition: PlanVersionDefinition): Promise<string> {
    const versionId = newId();
    await this.transaction.repository(LearningPlanEntity).insert({ ...plan, draftVersionId: versionId, publishedVersionId: null, rowVersion: 1 });
    await this.insertVersion({ id: versionId, planId: plan.id, number: 1 }, definition);
    return versionId;
  }

  /** Writes the draft of a plan's next version; answers its number. */
  async insertDraft(plan: LearningPlanEntity, definition: PlanVersionDefinition): Promise<number> {
    const { organizationId } = this.transaction;
    const id = newId();
    const [last] = await this.transaction.query<{ number: number }>('SELECT max(number) AS number FROM plan_version WHERE organization_id = $1 AND plan_id = $2', [
      organizationId,
      plan.id,
    ]);
    const number = last!.number + 1;
    await this.insertVersion({ id, planId: plan.id, number }, definition);
    await this.transaction.query('UPDATE learning_plan SET draft_version_id = $3 WHERE organization_id = $1 AND id = $2', [organizationId, plan.id, id]);
    return number;
  }

  /** Takes away the draft of a plan's next version. */
  async deleteDraft({ plan, version }: DraftOfPlan): Promise<void> {
    const { organizationId } = this.transaction;
    await this.transaction.query('UPDATE learning_plan SET draft_version_id = NULL WHERE organization_id = $1 AND id = $2', [organizationId, plan.id]);
    await this.transaction.query('DELETE FROM plan_version WHERE organization_id = $1 AND id = $2', [organizationId, version.id]);
  }

  /** Makes the draft the plan's published version, and an active plan of a draft; the version before it is superseded. */
  async publish({ plan, version, definition }: DraftOfPlan, changeNote: string | null): Promise<void> {
    const { organizationId, now, actor } = this.transaction;
    await this.transaction.query(
      `UPDATE plan_version SET state = 'SUPERSEDED', updated_at = $3, updated_by = $4, row_version = row_version + 1
       WHERE organization_id = $1 AND plan_id = $2 AND state = 'PUBLISHED'`,
      [organizationId, plan.id, now, actor.id],
    );
    await this.transaction.query(
      `UPDATE plan_version SET state = 'PUBLISHED', published_at = $3, published_by = $4, change_note = $5, updated_at = $3, updated_by = $4,
         row_version = row_version + 1
       WHERE organization_id = $1 AND id = $2`,
      [organizationId, version.id, now, actor.id, changeNote],
    );
    await this.transaction.query(
      `UPDATE learning_plan SET lifecycle = 'ACTIVE', published_version_id = draft_version_id, draft_version_id = NULL, name = $5, name_key = $6,
         description_key = $7, updated_at = $3, updated_by = $4, row_version = row_version + 1
       WHERE organization_id = $1 AND id = $2`,
      [organizationId, plan.id, now, actor.id, definition.name, foldForSearch(definition.name), foldForSearch(definition.description)],
    );
  }

  /** Writes what a published version asks beyond one that was completed, published with it; answers its id. */
  async insertDelta(of: { readonly planId: string; readonly number: number; readonly from: string }, definition: PlanVersionDefinition): Promise<string> {
    const { organizationId, now, actor } = this.transaction;
    const id = newId();
    await this.insertVersion({ id, planId: of.planId, number: of.number, deltaFrom: of.from }, definition);
    await this.transaction.query(`UPDATE plan_version SET state = 'PUBLISHED', published_at = $3, published_by = $4 WHERE organization_id = $1 AND id = $2`, [
      organizationId,
      id,
      now,
      actor.id,
    ]);
    return id;
  }

  /** Replaces the content of a draft, if it still has the version that the caller saw. */
  async saveDraft(draft: DraftOfPlan, definition: PlanVersionDefinition, rowVersion: number): Promise<VersionedOutcome> {
    const { organizationId } = this.transaction;
    const saved = await updateVersioned(this.transaction, 'plan_version', draft.version.id, rowVersion, {
      name: definition.name,
      description: definition.description,
      cover_file_id: definition.cover?.fileId ?? null,
      cover_alt: definition.cover?.alt ?? '',
      starts_at: definition.startsAt ?? null,
      ends_at: definition.endsAt ?? null,
      due_rule: JSON.stringify(definition.dueRule ?? { kind: 'NONE' }),
      milestone_order_enforced: definition.milestoneOrderEnforced,
      registration_type: definition.registrationType,
      auto_register: definition.autoRegister,
      display_unreleased_steps: definition.displayUnreleasedSteps,
      lookback: JSON.stringify(definition.lookback),
      end_policy: definition.endPolicy,
      grace_days: definition.graceDays,
      minimum_days: definition.minimumDays ?? null,
      issue_on_exemption: definition.issueOnExemption,
    });
    if (saved.kind !== 'UPDATED') return saved;
    if (definition.milestones !== draft.definition.milestones) {
      await this.transaction.query('DELETE FROM milestone WHERE organization_id = $1 AND plan_version_id = $2', [organizationId, draft.version.id]);
      await this.writeMilestones(draft.version.id, definition.milestones);
    }
    if (draft.plan.publishedVersionId === null) {
      await this.transaction.query('UPDATE learning_plan SET name = $3, name_key = $4, updated_at = $5 WHERE organization_id = $1 AND id = $2', [
        organizationId,
        draft.plan.id,
        definition.name,
        foldForSearch(definition.name),
        this.transaction.now,
      ]);
    }
    return saved;
  }

  /** Puts a plan into another state that its lifecycle allows, from now on. */
  async setLifecycle(planId: string, lifecycle: LearningPlanEntity['lifecycle']): Promise<void> {
    const { organizationId, now, actor } = this.transaction;
    await this.transaction.query(
      `UPDATE learning_plan SET lifecycle = $3, archived_at = CASE WHEN $3 = 'ARCHIVED' THEN $4::timestamptz END, updated_at = $4, updated_by = $5,
         row_version = row_version + 1
       WHERE organization_id = $1 AND id = $2`,
      [organizationId, planId, lifecycle, now, actor.id],
    );
    await this.transaction.emit({ type: 'plan.lifecycle_changed', ids: { planId } });
    await this.keepSettings(planId);
  }

  /** Removes a plan that was never published, with its draft: nothing else knows of it. */
  async remove(planId: string): Promise<void> {
    const of = [this.transaction.organizationId, planId];
    await this.transaction.query('UPDATE learning_plan SET draft_version_id = NULL WHERE organization_id = $1 AND id = $2', of);
    await this.transaction.query('DELETE FROM plan_version WHERE organization_id = $1 AND plan_id = $2', of);
    await this.transaction.query('DELETE FROM learning_plan WHERE organization_id = $1 AND id = $2', of);
  }

  /** Keeps the settings of a plan that may change without publishing, as they are from now on. */
  async keepSettings(planId: string): Promise<void> {
    const { organizationId, now, actor } = this.transaction;
    await this.transaction.query(
      `INSERT INTO learning_plan_revision (organization_id, id, plan_id, lifecycle, visible_range, display_on_front_end,
         show_add_to_my_plans, collaboration_allowed, valid_from, created_by)
       SELECT organization_id, $3, id, lifecycle, visible_range, display_on_front_end, show_add_to_my_plans, collaboration_allowed, $4, $5
       FROM learning_plan WHERE organization_id = $1 AND id = $2`,
      [organizationId, planId, newId(), now, actor.id],
    );
    await this.transaction.emit({ type: 'plan.changed', ids: { planId } });
  }

  private async insertVersion(version: Pick<PlanVersionEntity, 'id' | 'planId' | 'number'> & Partial<Pick<PlanVersionEntity, 'deltaFrom'>>, definition: PlanVersionDefinition): Promise<void> {
    const { organizationId, now } = this.transaction;
    await this.transaction.repository(PlanVersionEntity).insert({ organizationId, ...version, state: 'DRAFT', updatedAt: now, ...versionColumns(definition) } as never);
    await this.writeMilestones(version.id, definition.milestones);
  }

  private async writeMilestones(versionId: string, milestones: readonly MilestoneDefinition[]): Promise<void> {
    const { organizationId } = this.transaction;
    await this.transaction.query(
      `INSERT INTO milestone (organization_id, plan_version_id, key, position, name, description, metric, units, credit_type, due_rule,
         item_order_enforced, release_rule)
       SELECT $1, $2, (m->>'key')::uuid, (m->>'position')::int, m->>'name', m->>'description', m->>'metric', (m->>'units')::numeric,
         m->>'creditType', coalesce(nullif(m->'dueRule', 'null'), '{"kind":"NONE"}'), (m->>'itemOrderEnforced')::boolean,
         coalesce(nullif(m->'releaseRule', 'null'), '{"kind":"IMMEDIATE"}')
       FROM jsonb_array_elements($3::jsonb) m`,
      [organizationId, versionId, JSON.stringify(milestones)],
    );
    await this.transaction.query(
      `INSERT INTO milestone_item (organization_id, plan_version_id, milestone_key, learning_object_id, position, mandatory)
       SELECT $1, $2, (m->>'key')::uuid, (i->>'learningObjectId')::uuid, (i->>'position')::int, (i->>'mandatory')::boolean
       FROM jsonb_array_elements($3::jsonb) m CROSS JOIN LATERAL jsonb_array_elements(m->'items') i`,
      [organizationId, versionId, JSON.stringify(milestones)],
    );
  }
}

function versionColumns(definition: PlanVersionDefinition): Record<string, unknown> {
  const { preset: _preset, milestones: _milestones, certificateTemplateId: _template, validity: _validity, delta: _delta, cover, ...columns } = definition;
  return { ...columns, coverFileId: cover?.fileId ?? null, coverAlt: cover?.alt ?? '', dueRule: definition.dueRule ?? { kind: 'NONE' }, startsAt: definition.startsAt ?? null, endsAt: definition.endsAt ?? null };
}
