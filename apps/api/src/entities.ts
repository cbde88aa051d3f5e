import { LearningPlanEntity, MilestoneEntity, MilestoneItemEntity, PlanVersionEntity } from './features/learning-plans/index.ts';
import { OrganizationEntity } from './features/organizations/index.ts';
import { PersonEntity } from './features/people/index.ts';
import type { EntityClass } from './platform/database/data-source.ts';

/** Every TypeORM entity of the product. */
export const entities: readonly EntityClass[] = [
  OrganizationEntity,
  PersonEntity,
  LearningPlanEntity,
  PlanVersionEntity,
  MilestoneEntity,
  MilestoneItemEntity,
];
