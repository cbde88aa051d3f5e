import { findManagerCycles } from '../people/manager-cycles.ts';
import type { PersonId } from '../shared/ids.ts';
import { foldIdentifier } from '../shared/text.ts';
import type { PeopleColumn, RowProblem } from './people-import.ts';

/** Who leads somebody, by employee numbers. */
export interface Managed {
  readonly employeeNumber: string | null;
  readonly managerEmployeeNumber: string | null;
}

/** A person whom the organization knows, as far as it matters who leads whom. */
export interface ManagedPerson extends Managed {
  readonly id: PersonId;
}

/** What a row that counts says of who leads its person; `personId` is null for a new one. */
export interface ManagedRow extends Managed {
  readonly row: number;
  readonly personId: PersonId | null;
}

/** What all rows together come to, by their numbers in the file. */
export interface CheckedManagers {
  /** The rows that are errors after all, because of who would lead whom. */
  readonly problems: ReadonlyMap<number, RowProblem>;
  /** How many rows stand above a row, where it is not none: in this order each row finds its manager when it is carried out. */
  readonly levels: ReadonlyMap<number, number>;
}

/**
 * Finds the rows that are to be refused: nobody is the manager, or the person would manage themselves, over the file and the people known
 * before taken together. What that leaves is checked again, and has its order.
 */
export function checkManagers(rows: readonly ManagedRow[], existing: readonly ManagedPerson[]): CheckedManagers {
  const all = new Map<number, RowProblem>();
  for (let left = rows; ; left = left.filter(({ row }) => !all.has(row))) {
    const everybody = byNumber(left, existing);
    const problems = problemsOf(left, everybody);
    if (problems.size === 0) return { problems: all, levels: levelsOf(left, everybody) };
    for (const [row, problem] of problems) all.set(row, problem);
  }
}

type Everybody = ReadonlyMap<string, ManagedRow | ManagedPerson>;

/** As the file leaves them: rows instead of the people whom they change. */
function byNumber(rows: readonly ManagedRow[], existing: readonly ManagedPerson[]): Everybody {
  const everybody = new Map<string, ManagedRow | ManagedPerson>();
  const replaced = new Set(rows.flatMap(({ personId }) => personId ?? []));
  const take = (each: ManagedRow | ManagedPerson): void => {
    if (each.employeeNumber !== null) everybody.set(foldIdentifier(each.employeeNumber), each);
  };
  for (const person of existing) if (!replaced.has(person.id)) take(person);
  for (const row of rows) take(row);
  return everybody;
}

function managerKey(managed: Managed | undefined): string | undefined {
  return managed?.managerEmployeeNumber == null ? undefined : foldIdentifier(managed.managerEmployeeNumber);
}

function problemsOf(rows: readonly ManagedRow[], everybody: Everybody): ReadonlyMap<number, RowProblem> {
  const column: PeopleColumn = 'managerEmployeeNumber';
  const problems = new Map<number, RowProblem>();
  for (const each of rows) {
    const key = managerKey(each);
    if (key !== undefined && !everybody.has(key)) problems.set(each.row, { code: 'UNKNOWN_MANAGER', params: { value: each.managerEmployeeNumber! }, column });
  }
  for (const cycle of findManagerCycles(everybody.keys(), (key) => managerKey(everybody.get(key)))) {
    for (const key of cycle) {
      const found = everybody.get(key);
      if (found && 'row' in found) problems.set(found.row, { code: 'MANAGER_CYCLE', params: { cycle: cycle.map((member) => everybody.get(member)?.employeeNumber ?? member) }, column });
    }
  }
  return problems;
}

function levelsOf(rows: readonly ManagedRow[], everybody: Everybody): ReadonlyMap<number, number> {
  const levels = new Map<number, number>();
  const rowAbove = (row: ManagedRow): ManagedRow | undefined => {
    const manager = everybody.get(managerKey(row) ?? '');
    return manager && 'row' in manager ? manager : undefined;
  };
  for (const start of rows) {
    const path: ManagedRow[] = [];
    let top = rowAbove(start) && start;
    while (top && !levels.has(top.row)) {
      path.push(top);
      top = rowAbove(top);
    }
    let level = top ? levels.get(top.row)! + 1 : 0;
    for (const { row } of path.reverse()) levels.set(row, level++);
  }
  return levels;
}
