/** Kinds of conditions that an audience is made of, in the order in which they are offered (2.1). */
export const conditionKinds = ['DEPARTMENTS', 'POSITIONS', 'JOB_ROLES', 'GROUPS', 'PARTNER_ACCOUNTS', 'PEOPLE', 'LANGUAGES', 'HIRE_DATE', 'EVERYONE'] as const;
export type ConditionKind = (typeof conditionKinds)[number];

/** One condition while it is written; it may still lack its values. */
export interface Condition {
  readonly is: 'CONDITION';
  readonly key: string;
  /** Everybody but those. */
  readonly not: boolean;
  readonly kind: ConditionKind;
  /** Ids of what is named, or language tags. */
  readonly values: readonly string[];
  readonly withSub: boolean;
  readonly from: string;
  readonly to: string;
}

/** Conditions that hold together, or of which one has to hold. */
export interface Combination {
  readonly is: 'COMBINATION';
  readonly key: string;
  readonly not: boolean;
  readonly how: 'AND' | 'OR';
  readonly parts: readonly Part[];
}

export type Part = Condition | Combination;

/** Where the values of a condition stand in an expression of the API. */
const fields = {
  DEPARTMENTS: 'departmentIds',
  POSITIONS: 'positionIds',
  JOB_ROLES: 'jobRoleIds',
  GROUPS: 'groupIds',
  PARTNER_ACCOUNTS: 'partnerAccountIds',
  PEOPLE: 'personIds',
  LANGUAGES: 'languages',
} as const;

interface LooseExpression {
  readonly kind: string;
  readonly operand?: LooseExpression;
  readonly operands?: readonly LooseExpression[];
  readonly includeSubDepartments?: boolean;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly [field: string]: unknown;
}

let made = 0;
const newKey = () => `part-${++made}`;

/** A condition that has nothing chosen yet. */
export const newCondition = (kind: ConditionKind = 'DEPARTMENTS'): Condition => ({ is: 'CONDITION', key: newKey(), not: false, kind, values: [], withSub: true, from: '', to: '' });

/** Conditions in brackets of their own, beginning with one. */
export const newCombination = (how: Combination['how'], parts: readonly Part[] = [newCondition()]): Combination => ({ is: 'COMBINATION', key: newKey(), not: false, how, parts });

/** The tree that an editor shows of an expression; its top is always a combination. */
export function readTree(value: unknown): Combination {
  const part = value === null || value === undefined ? newCondition() : readPart(value as LooseExpression, false);
  return part.is === 'COMBINATION' && !part.not ? part : newCombination('AND', [part]);
}

function readPart(expression: LooseExpression, not: boolean): Part {
  if (expression.kind === 'NOT' && expression.operand) return readPart(expression.operand, !not);
  if ((expression.kind === 'AND' || expression.kind === 'OR') && expression.operands) {
    return { ...newCombination(expression.kind, expression.operands.map((operand) => readPart(operand, false))), not };
  }
  const kind = expression.kind as ConditionKind;
  const values = kind in fields ? ((expression[fields[kind as keyof typeof fields]] as readonly string[] | undefined) ?? []) : [];
  return { ...newCondition(kind), not, values, withSub: expression.includeSubDepartments ?? true, from: expression.from ?? '', to: expression.to ?? '' };
}

/** The expression of a tree; undefined while a condition in it lacks its values. */
export function writeTree(part: Part): LooseExpression | undefined {
  const plain = part.is === 'CONDITION' ? writeCondition(part) : writeCombination(part);
  if (!plain) return undefined;
  return part.not ? { kind: 'NOT', operand: plain } : plain;
}

function writeCombination({ how, parts }: Combination): LooseExpression | undefined {
  const operands = parts.map(writeTree);
  if (operands.length === 0 || operands.includes(undefined)) return undefined;
  const [only, second] = operands as LooseExpression[];
  return second ? { kind: how, operands: operands as LooseExpression[] } : only;
}

function writeCondition({ kind, values, withSub, from, to }: Condition): LooseExpression | undefined {
  if (kind === 'EVERYONE') return { kind };
  if (kind === 'HIRE_DATE') return from || to ? { kind, from: from || null, to: to || null } : undefined;
  if (values.length === 0) return undefined;
  return { kind, [fields[kind]]: [...values], ...(kind === 'DEPARTMENTS' ? { includeSubDepartments: withSub } : {}) };
}

/** The tree with one part replaced, or taken out where there is nothing in its place. */
export function replacePart(tree: Combination, key: string, next: Part | undefined): Combination {
  return {
    ...tree,
    parts: tree.parts.flatMap((part) => {
      if (part.key === key) return next ? [next] : [];
      return [part.is === 'COMBINATION' ? replacePart(part, key, next) : part];
    }),
  };
}
