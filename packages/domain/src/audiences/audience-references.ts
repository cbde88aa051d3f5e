import type { DepartmentId, GroupId, JobRoleId, PartnerAccountId, PersonId, PositionId } from '../shared/ids.ts';
import type { AudienceExpression } from './audience-expression.ts';

/** All that an expression speaks of, once each. */
export interface AudienceReferences {
  readonly personIds: readonly PersonId[];
  readonly groupIds: readonly GroupId[];
  readonly departmentIds: readonly DepartmentId[];
  readonly positionIds: readonly PositionId[];
  readonly jobRoleIds: readonly JobRoleId[];
  readonly partnerAccountIds: readonly PartnerAccountId[];
}

/** The ids in an expression, so that their existence can be checked and their names be fetched. */
export function referencesOf(expression: AudienceExpression): AudienceReferences {
  const leaves = leavesOf(expression);
  const collect = <Id>(pick: (leaf: AudienceExpression) => readonly Id[]): Id[] => [...new Set(leaves.flatMap(pick))];
  return {
    personIds: collect((leaf) => (leaf.kind === 'PEOPLE' ? leaf.personIds : [])),
    groupIds: collect((leaf) => (leaf.kind === 'GROUPS' ? leaf.groupIds : [])),
    departmentIds: collect((leaf) => (leaf.kind === 'DEPARTMENTS' ? leaf.departmentIds : [])),
    positionIds: collect((leaf) => (leaf.kind === 'POSITIONS' ? leaf.positionIds : [])),
    jobRoleIds: collect((leaf) => (leaf.kind === 'JOB_ROLES' ? leaf.jobRoleIds : [])),
    partnerAccountIds: collect((leaf) => (leaf.kind === 'PARTNER_ACCOUNTS' ? leaf.partnerAccountIds : [])),
  };
}

/**
 * The first circle in which groups refer to themselves through their rules, beginning and ending with the same
 * group; undefined where there is none. `rules` holds the rules of the dynamic groups by id.
 */
export function findGroupCircle(rules: ReadonlyMap<GroupId, AudienceExpression>): readonly GroupId[] | undefined {
  const clear = new Set<GroupId>();
  const visit = (group: GroupId, above: readonly GroupId[]): readonly GroupId[] | undefined => {
    if (clear.has(group)) return undefined;
    const met = above.indexOf(group);
    if (met >= 0) return [...above.slice(met), group];
    const rule = rules.get(group);
    for (const next of rule ? referencesOf(rule).groupIds : []) {
      const circle = visit(next, [...above, group]);
      if (circle) return circle;
    }
    clear.add(group);
    return undefined;
  };
  for (const group of rules.keys()) {
    const circle = visit(group, []);
    if (circle) return circle;
  }
  return undefined;
}

/**
 * Dynamic groups in the order in which their rules depend on each other: each level reads only groups of levels before it, and
 * static ones. Groups in a circle, which saving refuses, come last.
 */
export function groupsInOrder(rules: ReadonlyMap<GroupId, AudienceExpression>): readonly (readonly GroupId[])[] {
  const waiting = new Map([...rules].map(([group, rule]) => [group, referencesOf(rule).groupIds.filter((id) => rules.has(id))]));
  const levels: GroupId[][] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([, reads]) => !reads.some((id) => waiting.has(id))).map(([group]) => group);
    const level = ready.length > 0 ? ready : [...waiting.keys()];
    for (const group of level) waiting.delete(group);
    levels.push(level);
  }
  return levels;
}

/** The dynamic groups whose rules read one of some groups, directly or through others. */
export function groupsReading(groups: Iterable<GroupId>, rules: ReadonlyMap<GroupId, AudienceExpression>): ReadonlySet<GroupId> {
  const changed = new Set(groups);
  const found = new Set<GroupId>();
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const [group, rule] of rules) {
      if (found.has(group) || !referencesOf(rule).groupIds.some((id) => changed.has(id))) continue;
      found.add(group);
      changed.add(group);
    }
  }
  return found;
}

/** Whether an expression holds a condition of a kind. */
export function speaksOf(expression: AudienceExpression, kind: AudienceExpression['kind']): boolean {
  return leavesOf(expression).some((leaf) => leaf.kind === kind);
}

function leavesOf(expression: AudienceExpression): readonly AudienceExpression[] {
  switch (expression.kind) {
    case 'AND':
    case 'OR': return expression.operands.flatMap(leavesOf);
    case 'NOT': return leavesOf(expression.operand);
    default: return [expression];
  }
}
