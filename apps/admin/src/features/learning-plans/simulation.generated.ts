/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { type SkipToken, useLazyQuery, useQuery, useSuspenseQuery } from '@apollo/client/react';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type SimulationQueryVariables = Exact<{
  planId: string;
  personId: string;
}>;


export type SimulationQuery = { simulation: { __typename: 'Simulation', personName: string, enrollmentId: string | null, situation: unknown, contents: unknown } | null };


export const SimulationDocument = /*#__PURE__*/ {"__meta__":{"id":"9a76634032369769bd542d8c46f714562f69070532ff333e0b58a65595dfd81a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Simulation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"planId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"personId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"simulation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"planId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"planId"}}},{"kind":"Argument","name":{"kind":"Name","value":"personId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"personId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"personName"}},{"kind":"Field","name":{"kind":"Name","value":"enrollmentId"}},{"kind":"Field","name":{"kind":"Name","value":"situation"}},{"kind":"Field","name":{"kind":"Name","value":"contents"}}]}}]}}]} as unknown as DocumentNode<SimulationQuery, SimulationQueryVariables>;
export const useSimulationQuery = (options: useQuery.Options<SimulationQuery, SimulationQueryVariables> | SkipToken) => useQuery<SimulationQuery, SimulationQueryVariables>(SimulationDocument, options);
export const useSimulationLazyQuery = (options?: useLazyQuery.Options<SimulationQuery, SimulationQueryVariables>) => useLazyQuery<SimulationQuery, SimulationQueryVariables>(SimulationDocument, options);
export const useSimulationSuspenseQuery = (options: Omit<useSuspenseQuery.Options<SimulationQueryVariables>, 'skip'>) =>
  useSuspenseQuery<SimulationQuery, SimulationQueryVariables>(SimulationDocument, options);