import type { AudienceExpression, DueRule, Lookback, ReleaseRule } from '@milepost/domain';
import { Column, Entity, JoinColumn, ManyToOne, OneToMany, PrimaryColumn, type Relation } from 'typeorm';

/** A learning plan: what stays the same whichever version is published. */
@Entity('learning_plan')
export class LearningPlanEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('text') preset: 'LEARNING_PLAN' | 'TRAINING_PLAN' | 'CERTIFICATION_PLAN';
  @Column('text') lifecycle: 'DRAFT' | 'ACTIVE' | 'INACTIVE' | 'ARCHIVED';
  @Column('uuid', { name: 'owner_id' }) ownerId: string;
  @Column('text') name: string;
  @Column('text', { name: 'name_key' }) nameKey: string;
  @Column('text', { name: 'description_key', default: '' }) descriptionKey: string;
  @Column('uuid', { name: 'published_version_id', nullable: true }) publishedVersionId: string | null;
  @Column('uuid', { name: 'draft_version_id', nullable: true }) draftVersionId: string | null;
  @Column('boolean', { name: 'collaboration_allowed', default: false }) collaborationAllowed: boolean;
  @Column('jsonb', { name: 'visible_range', nullable: true }) visibleRange: AudienceExpression | null;
  @Column('boolean', { name: 'display_on_front_end', default: true }) displayOnFrontEnd: boolean;
  @Column('boolean', { name: 'show_add_to_my_plans', default: false }) showAddToMyPlans: boolean;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;
  @Column('integer', { name: 'row_version', default: 1 }) rowVersion: number;
}

/** One version of a plan's content; a published one never changes, which the database itself sees to. */
@Entity('plan_version')
export class PlanVersionEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'plan_id' }) planId: string;
  @Column('integer') number: number;
  @Column('text') state: 'DRAFT' | 'PUBLISHED' | 'SUPERSEDED' | 'RETIRED';
  @Column('text') name: string;
  @Column('text', { default: '' }) description: string;
  @Column('uuid', { name: 'cover_file_id', nullable: true }) coverFileId: string | null;
  @Column('text', { name: 'cover_alt', default: '' }) coverAlt: string;
  @Column('timestamptz', { name: 'starts_at', nullable: true }) startsAt: Date | null;
  @Column('timestamptz', { name: 'ends_at', nullable: true }) endsAt: Date | null;
  @Column('jsonb', { name: 'due_rule' }) dueRule: DueRule;
  @Column('boolean', { name: 'milestone_order_enforced' }) milestoneOrderEnforced: boolean;
  @Column('text', { name: 'registration_type' }) registrationType: 'ENFORCED' | 'NON_ENFORCED' | 'DISABLED';
  @Column('boolean', { name: 'auto_register', default: false }) autoRegister: boolean;
  @Column('text', { name: 'display_unreleased_steps' }) displayUnreleasedSteps: 'NONE' | 'TITLES' | 'DETAILS';
  @Column('jsonb') lookback: Lookback;
  @Column('text', { name: 'end_policy' }) endPolicy: 'CLOSE' | 'KEEP_OPEN';
  @Column('integer', { name: 'grace_days', default: 0 }) graceDays: number;
  @Column('integer', { name: 'minimum_days', nullable: true }) minimumDays: number | null;
  @Column('boolean', { name: 'issue_on_exemption', default: false }) issueOnExemption: boolean;
  @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt: Date | null;
  @Column('uuid', { name: 'delta_from', nullable: true }) deltaFrom: string | null;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;
  @Column('integer', { name: 'row_version', default: 1 }) rowVersion: number;
  @OneToMany(() => MilestoneEntity, (milestone) => milestone.version) milestones: Relation<MilestoneEntity[]>;
}

/** One requirement of a version. Its key stays the same from version to version. */
@Entity('milestone')
export class MilestoneEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @PrimaryColumn('uuid', { name: 'plan_version_id' }) planVersionId: string;
  @PrimaryColumn('uuid') key: string;
  @Column('integer') position: number;
  @Column('text') name: string;
  @Column('text', { default: '' }) description: string;
  @Column('text') metric: 'SESSIONS' | 'CREDITS' | 'NONE';
  @Column('numeric', { precision: 12, scale: 4, nullable: true }) units: string | null;
  @Column('text', { name: 'credit_type', nullable: true }) creditType: string | null;
  @Column('jsonb', { name: 'due_rule' }) dueRule: DueRule;
  @Column('boolean', { name: 'item_order_enforced', default: false }) itemOrderEnforced: boolean;
  @Column('jsonb', { name: 'release_rule' }) releaseRule: ReleaseRule;
  @ManyToOne(() => PlanVersionEntity, (version) => version.milestones)
  @JoinColumn([
    { name: 'organization_id', referencedColumnName: 'organizationId' },
    { name: 'plan_version_id', referencedColumnName: 'id' },
  ])
  version: Relation<PlanVersionEntity>;
  @OneToMany(() => MilestoneItemEntity, (item) => item.milestone) items: Relation<MilestoneItemEntity[]>;
}

/** A learning object linked to a milestone. */
@Entity('milestone_item')
export class MilestoneItemEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @PrimaryColumn('uuid', { name: 'plan_version_id' }) planVersionId: string;
  @PrimaryColumn('uuid', { name: 'milestone_key' }) milestoneKey: string;
  @PrimaryColumn('uuid', { name: 'learning_object_id' }) learningObjectId: string;
  @Column('integer') position: number;
  @Column('boolean', { default: false }) mandatory: boolean;
  @ManyToOne(() => MilestoneEntity, (milestone) => milestone.items)
  @JoinColumn([
    { name: 'organization_id', referencedColumnName: 'organizationId' },
    { name: 'plan_version_id', referencedColumnName: 'planVersionId' },
    { name: 'milestone_key', referencedColumnName: 'key' },
  ])
  milestone: Relation<MilestoneEntity>;
}
