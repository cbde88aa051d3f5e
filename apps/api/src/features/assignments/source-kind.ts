import type { AudienceExpression, SourceKind } from '@milepost/domain';

const byLeaf: Partial<Record<AudienceExpression['kind'], SourceKind>> = {
  PEOPLE: 'INDIVIDUAL',
  GROUPS: 'GROUP',
  DEPARTMENTS: 'DEPARTMENT',
  POSITIONS: 'POSITION',
  JOB_ROLES: 'JOB_ROLE',
};

/** For whom an assignment is: an audience, or the people of a list, who are named one by one. */
export interface Recipients {
  readonly audience: AudienceExpression;
  readonly list?: object;
}

/** What kind of cause an audience is: people named by hand or by a list are assigned individually, every other audience as a group. */
export function sourceKind({ audience, list }: Recipients): SourceKind {
  return list ? 'IMPORT' : (byLeaf[audience.kind] ?? 'RULE');
}
