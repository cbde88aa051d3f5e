import { depthLimit } from '@graphile/depth-limit';
import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type DocumentNode,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { getComplexity, simpleEstimator, type ComplexityEstimator } from 'graphql-query-complexity';
import { isStorable } from '../database/is-storable.ts';
import { pageLimit } from './connection.ts';

/** What one request may ask; the same on HTTP and WebSocket. */
export const limits = {
  bodyBytes: 1_048_576,
  tokens: 3_000,
  depth: 14,
  aliases: 30,
  repeatedFields: 30,
  fragments: 100,
  expandedFields: 10_000,
  rootFields: 20,
  cost: 5_000,
  variableListLength: 5_000,
} as const;

/** Refused before execution, with a code of its own. */
export function limitError(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
}

/**
 * Throws where a document says one thing many times: aliases, root fields, fragments, or the same field at one place, beyond what a screen
 * needs. Asked before the rules of the language are: they compare what stands at one place pair by pair, which takes long for many.
 */
export function checkRepetition(document: DocumentNode): void {
  const { definitions } = document;
  if (definitions.length > limits.fragments) throw limitError('TOO_MANY_FRAGMENTS', `A document may hold at most ${limits.fragments} fragments.`);
  const seen = { aliases: 0, repeated: 0 };
  for (const each of definitions) {
    if (each.kind === Kind.OPERATION_DEFINITION && each.selectionSet.selections.length > limits.rootFields) {
      throw limitError('TOO_MANY_ROOT_FIELDS', `An operation may ask at most ${limits.rootFields} root fields.`);
    }
    if (each.kind === Kind.OPERATION_DEFINITION || each.kind === Kind.FRAGMENT_DEFINITION) checkPlace(each.selectionSet, seen);
  }
  if (countExpanded(document) > limits.expandedFields) {
    throw limitError('TOO_MANY_FIELDS', `With its fragments a document may ask for at most ${limits.expandedFields} fields.`);
  }
}

function checkPlace({ selections }: SelectionSetNode, seen: { aliases: number; repeated: number }): void {
  const names = namesAt(selections);
  seen.repeated += names.length - new Set(names).size;
  if (seen.repeated > limits.repeatedFields) {
    throw limitError('TOO_MANY_REPEATED_FIELDS', `A document may ask for the same field at the same place at most ${limits.repeatedFields} times.`);
  }
  for (const each of selections) {
    if (each.kind === Kind.FIELD && each.alias && ++seen.aliases > limits.aliases) {
      throw limitError('TOO_MANY_ALIASES', `A document may hold at most ${limits.aliases} aliases.`);
    }
    if (each.kind !== Kind.FRAGMENT_SPREAD && each.selectionSet) checkPlace(each.selectionSet, seen);
  }
}

/** How many fields a document asks for where all fragments stand in place of their spreads; each fragment is counted once. */
function countExpanded({ definitions }: DocumentNode): number {
  const fragments = new Map(definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each.selectionSet]] : [])));
  const counted = new Map<string, number>();
  const countIn = (set: SelectionSetNode | undefined): number => set?.selections.reduce((sum, each) => sum + countOf(each), 0) ?? 0;
  const countOf = (each: SelectionNode): number => {
    if (each.kind === Kind.FIELD) return 1 + countIn(each.selectionSet);
    if (each.kind === Kind.INLINE_FRAGMENT) return countIn(each.selectionSet);
    const name = each.name.value;
    const known = counted.get(name);
    if (known !== undefined) return known;
    // A fragment that spreads itself is refused as that, by the rules of the language.
    counted.set(name, 0);
    const count = countIn(fragments.get(name));
    counted.set(name, count);
    return count;
  };
  return definitions.reduce((sum, each) => sum + (each.kind === Kind.OPERATION_DEFINITION ? countIn(each.selectionSet) : 0), 0);
}

/** Under which names the selections of one place answer, those of inline fragments included. */
function namesAt(selections: readonly SelectionNode[]): string[] {
  return selections.flatMap((each) => {
    if (each.kind === Kind.FIELD) return [(each.alias ?? each.name).value];
    return each.kind === Kind.FRAGMENT_SPREAD ? [`...${each.name.value}`] : namesAt(each.selectionSet.selections);
  });
}

/** What {@link checkVariables} says of variables, for what stands in the document itself. */
const textRule: ValidationRule = (context: ValidationContext): ASTVisitor => ({
  StringValue(node) {
    if (!isStorable(node.value)) context.reportError(limitError('BAD_USER_INPUT', 'Text must be Unicode without the character NUL.'));
  },
});

/** The validation rules beyond the specification's own. */
export const limitRules: readonly ValidationRule[] = [
  textRule,
  depthLimit({
    maxDepth: limits.depth,
    maxListDepth: 8,
    maxSelfReferentialDepth: 4,
    maxIntrospectionDepth: 13,
    maxIntrospectionListDepth: 5,
  }),
];

/** A list costs its page size times what each entry costs; everything else one and its children. */
const pageEstimator: ComplexityEstimator = ({ args, childComplexity }) => {
  const { first } = args as { first?: unknown };
  if (first === undefined) return undefined;
  const entries = typeof first === 'number' && first >= 1 && first <= pageLimit ? first : pageLimit;
  return 1 + Math.ceil(entries / 10) * childComplexity;
};

/** Throws when the operation would cost more than a request may. */
export function checkCost(schema: GraphQLSchema, query: DocumentNode, variables: Record<string, unknown>, operationName?: string): void {
  const cost = getComplexity({
    schema,
    query,
    variables,
    operationName,
    estimators: [pageEstimator, simpleEstimator({ defaultComplexity: 1 })],
    maxQueryNodes: 10_000,
  });
  if (cost > limits.cost) throw limitError('TOO_COSTLY', `This operation costs ${cost}; at most ${limits.cost} is allowed. Ask for less at once.`);
}

/** Throws when a variable holds a list that no caller needs, or text that no database holds. */
export function checkVariables(variables: unknown, depth = 0): void {
  if (depth > 12) throw limitError('VARIABLES_TOO_DEEP', 'The variables are nested too deep.');
  if (typeof variables === 'string') return checkText(variables);
  if (Array.isArray(variables)) {
    if (variables.length > limits.variableListLength) {
      throw limitError('LIST_TOO_LONG', `A list may hold at most ${limits.variableListLength} entries.`);
    }
    for (const each of variables) checkVariables(each, depth + 1);
  } else if (variables !== null && typeof variables === 'object') {
    for (const [name, each] of Object.entries(variables)) {
      checkText(name);
      checkVariables(each, depth + 1);
    }
  }
}

function checkText(text: string): void {
  if (!isStorable(text)) throw limitError('BAD_USER_INPUT', 'Text must be Unicode without the character NUL.');
}

/** Whether a document holds an operation of the given kind. */
export function hasOperation(document: DocumentNode, operation: 'query' | 'mutation' | 'subscription'): boolean {
  return document.definitions.some((each) => each.kind === Kind.OPERATION_DEFINITION && each.operation === operation);
}
