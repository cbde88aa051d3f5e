import type { AudienceChoice } from '@milepost/web/ui/audience-picker.tsx';

/** A leaf of an audience expression that the picker can show, as the API takes it. */
type Leaf =
  | { kind: 'EVERYONE' }
  | { kind: 'DEPARTMENTS'; departmentIds: string[]; includeSubDepartments: boolean }
  | { kind: 'POSITIONS'; positionIds: string[] }
  | { kind: 'JOB_ROLES'; jobRoleIds: string[] }
  | { kind: 'PARTNER_ACCOUNTS'; partnerAccountIds: string[] }
  | { kind: 'GROUPS'; groupIds: string[] }
  | { kind: 'PEOPLE'; personIds: string[] };

type Expression = Leaf | { kind: 'OR'; operands: Leaf[] };

/** What a picker shows of an expression: nobody, everyone, a choice, or conditions that it cannot show. */
export type AudienceForm = { readonly is: 'NOBODY' } | { readonly is: 'EVERYONE' } | { readonly is: 'CHOSEN'; readonly choices: readonly AudienceReference[] } | { readonly is: 'OTHER' };

/** A chosen thing whose name is not known yet. */
export type AudienceReference = Pick<AudienceChoice, 'kind' | 'id' | 'withSub'>;

/** The expression that stands for what was chosen, all added together; null while nothing is. */
export function writeAudience(choices: readonly AudienceReference[]): Expression | null {
  const ids = (kind: AudienceChoice['kind'], withSub?: boolean) => choices.filter((choice) => choice.kind === kind && (withSub === undefined || (choice.withSub ?? false) === withSub)).map((choice) => choice.id);
  const leaves: Leaf[] = [
    { kind: 'DEPARTMENTS', departmentIds: ids('departments', true), includeSubDepartments: true },
    { kind: 'DEPARTMENTS', departmentIds: ids('departments', false), includeSubDepartments: false },
    { kind: 'POSITIONS', positionIds: ids('positions') },
    { kind: 'JOB_ROLES', jobRoleIds: ids('jobRoles') },
    { kind: 'PARTNER_ACCOUNTS', partnerAccountIds: ids('partners') },
    { kind: 'GROUPS', groupIds: ids('groups') },
    { kind: 'PEOPLE', personIds: ids('people') },
  ];
  const filled = leaves.filter((leaf) => Object.values(leaf).some((value) => Array.isArray(value) && value.length > 0));
  const [first, second] = filled;
  if (!first) return null;
  return second ? { kind: 'OR', operands: filled } : first;
}

/** What the picker shows of an expression of the API. */
export function readAudience(value: unknown): AudienceForm {
  if (value === null || value === undefined) return { is: 'NOBODY' };
  const expression = value as Expression;
  if (expression.kind === 'EVERYONE') return { is: 'EVERYONE' };
  const leaves = expression.kind === 'OR' ? expression.operands : [expression];
  const choices = leaves.map(choicesOf);
  if (choices.some((each) => each === undefined)) return { is: 'OTHER' };
  return { is: 'CHOSEN', choices: choices.flatMap((each) => each ?? []) };
}

function choicesOf(leaf: Leaf): AudienceReference[] | undefined {
  switch (leaf.kind) {
    case 'DEPARTMENTS':
      return leaf.departmentIds.map((id) => ({ kind: 'departments', id, withSub: leaf.includeSubDepartments }));
    case 'POSITIONS':
      return leaf.positionIds.map((id) => ({ kind: 'positions', id }));
    case 'JOB_ROLES':
      return leaf.jobRoleIds.map((id) => ({ kind: 'jobRoles', id }));
    case 'PARTNER_ACCOUNTS':
      return leaf.partnerAccountIds.map((id) => ({ kind: 'partners', id }));
    case 'GROUPS':
      return leaf.groupIds.map((id) => ({ kind: 'groups', id }));
    case 'PEOPLE':
      return leaf.personIds.map((id) => ({ kind: 'people', id }));
    default:
      return undefined;
  }
}
