import { depthLimit } from '@graphile/depth-limit';
import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type DocumentNode,
  type GraphQLSchema,
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
  rootFields: 20,
  cost: 5_000,
  variableListLength: 5_000,
} as const;

/** Refused before execution, with a code of its own. */
export function limitError(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
}

/** Refuses documents that say one thing many times: aliases, or root fields, beyond what a screen needs. */
const repetitionLimit: ValidationRule = (context: ValidationContext): ASTVisitor => {
  let aliases = 0;
  return {
    Field(node) {
      if (node.alias && ++aliases > limits.aliases) {
        context.reportError(limitError('TOO_MANY_ALIASES', `A document may hold at most ${limits.aliases} aliases.`));
        return false;
      }
      return undefined;
    },
    OperationDefinition(node) {
      if (node.selectionSet.selections.length > limits.rootFields) {
        context.reportError(limitError('TOO_MANY_ROOT_FIELDS', `An operation may ask at most ${limits.rootFields} root fields.`));
      }
      return undefined;
    },
  };
};

/** What {@link checkVariables} says of variables, for what stands in the document itself. */
const textRule: ValidationRule = (context: ValidationContext): ASTVisitor => ({
  StringValue(node) {
    if (!isStorable(node.value)) context.reportError(limitError('BAD_USER_INPUT', 'Text must be Unicode without the character NUL.'));
  },
});

/** The validation rules beyond the specification's own. */
export const limitRules: readonly ValidationRule[] = [
  repetitionLimit,
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
