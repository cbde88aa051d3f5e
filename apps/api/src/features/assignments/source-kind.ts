import type { AudienceExpression, SourceKind } from '@milepost/domain';

const byLeaf: Partial<Record<AudienceExpression['kind'], SourceKind>> = {
  PEOPLE: 'INDIVIDUAL',
  GROUPS: 'GROUP',
  DEPARTMENTS: 'DEPARTMENT',
  POSITIONS: 'POSITION',
  JOB_ROLES: 'JOB_ROLE',
};

/** What kind of cause an audience is: people named by hand are assigned individually, every other audience as a group. */
export function sourceKind(audience: AudienceExpression): SourceKind {
  return byLeaf[audience.kind] ?? 'RULE';
}
