import { concatAST, Kind, type OperationDefinitionNode, OperationTypeNode, visit } from 'graphql';
import type { PluginFunction } from '@graphql-codegen/plugin-helpers';

interface Hook {
  /** What it takes from `@apollo/client/react`. */
  imports: string[];
  code: string;
}

/**
 * Typed hooks of Apollo Client 4 for every operation, on top of what `typescript-operations` and `typed-document-node` write into the same file. A hook whose
 * operation has required variables cannot be called without them, but for `skipToken`.
 *
 * `PlanList` (query) → `usePlanListQuery`, `usePlanListLazyQuery`, `usePlanListSuspenseQuery`; `…Mutation`; `…Subscription`. Refuses operations without a name in
 * PascalCase: types, documents and hooks are named after it as it stands.
 */
export const plugin: PluginFunction = (_schema, documents) => {
  const hooks = operationsIn(documents.flatMap(({ document }) => document ?? [])).map(hookOf);
  const imports = [...new Set(hooks.flatMap((hook) => hook.imports))].sort();
  return {
    prepend: imports.length > 0 ? [`import { ${imports.join(', ')} } from '@apollo/client/react';`] : [],
    content: hooks.map(({ code }) => code).join('\n\n'),
  };
};

function operationsIn(documents: Parameters<typeof concatAST>[0]): OperationDefinitionNode[] {
  const operations: OperationDefinitionNode[] = [];
  visit(concatAST(documents), { OperationDefinition: (operation) => void operations.push(operation) });
  return operations;
}

function hookOf(operation: OperationDefinitionNode): Hook {
  const name = operation.name?.value ?? '';
  if (!/^[A-Z][A-Za-z0-9]*$/.test(name)) throw new Error(`Operation "${name}" needs a name in PascalCase: its types and hooks are called after it.`);
  const required = (operation.variableDefinitions ?? []).some(({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue);
  switch (operation.operation) {
    case OperationTypeNode.QUERY:
      return queryHooks(name, required);
    case OperationTypeNode.MUTATION:
      return mutationHook(name);
    case OperationTypeNode.SUBSCRIPTION:
      return subscriptionHook(name, required);
  }
}

/** The suspense hook does not take `skipToken`: whoever suspends may rely on its data. */
function queryHooks(name: string, required: boolean): Hook {
  const types = `${name}Query, ${name}QueryVariables`;
  const options = `options${required ? '' : '?'}:`;
  return {
    imports: ['useQuery', 'useLazyQuery', 'useSuspenseQuery', 'type SkipToken'],
    code: [
      `export const use${name}Query = (${options} useQuery.Options<${types}> | SkipToken) => useQuery<${types}>(${name}Document, options);`,
      `export const use${name}LazyQuery = (options?: useLazyQuery.Options<${types}>) => useLazyQuery<${types}>(${name}Document, options);`,
      `export const use${name}SuspenseQuery = (${options} Omit<useSuspenseQuery.Options<${name}QueryVariables>, 'skip'>) =>`,
      `  useSuspenseQuery<${types}>(${name}Document, options);`,
    ].join('\n'),
  };
}

function mutationHook(name: string): Hook {
  const types = `${name}Mutation, ${name}MutationVariables`;
  return {
    imports: ['useMutation'],
    code: `export const use${name}Mutation = (options?: useMutation.Options<${types}>) => useMutation<${types}>(${name}Document, options);`,
  };
}

function subscriptionHook(name: string, required: boolean): Hook {
  const types = `${name}Subscription, ${name}SubscriptionVariables`;
  return {
    imports: ['useSubscription', 'type SkipToken'],
    code: `export const use${name}Subscription = (options${required ? '' : '?'}: useSubscription.Options<${types}> | SkipToken) => useSubscription<${types}>(${name}Document, options);`,
  };
}
