import './apply-migration.ts';

export { PlanMigrationResolver, VersionOperationResolver } from './plan-migration.resolver.ts';
export { previewPublishVersion } from './preview-publish-version.ts';
