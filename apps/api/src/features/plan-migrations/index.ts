import './apply-migration.ts';

export { PlanMigrationResolver } from './plan-migration.resolver.ts';
