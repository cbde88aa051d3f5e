/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { type SkipToken, useLazyQuery, useQuery, useSuspenseQuery } from '@apollo/client/react';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type WhyNotPeopleQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type WhyNotPeopleQuery = { people: { __typename: 'PersonConnection', edges: Array<{ __typename: 'PersonEdge', node: { __typename: 'Person', id: string, displayName: string, employeeNumber: string | null, email: string | null } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type WhyNotQueryVariables = Exact<{
  planId: string;
  personId: string;
}>;


export type WhyNotQuery = { explainAbsence: { __typename: 'AbsenceExplanation', has: boolean, enrollmentId: string | null, sentence: string, tree: unknown } | null };


export const WhyNotPeopleDocument = /*#__PURE__*/ {"__meta__":{"id":"55e0b6fd844798ba693fad668b12c7098f65279e5b56f1115fd407bfe6dde546"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhyNotPeople"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"people"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"8"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"employeeNumber"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<WhyNotPeopleQuery, WhyNotPeopleQueryVariables>;
export const WhyNotDocument = /*#__PURE__*/ {"__meta__":{"id":"324c70ef0a3ea67780b9b990cb92cdad92c761f5ee30bd058825c055f6918066"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhyNot"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"planId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"personId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"explainAbsence"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"planId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"planId"}}},{"kind":"Argument","name":{"kind":"Name","value":"personId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"personId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"has"}},{"kind":"Field","name":{"kind":"Name","value":"enrollmentId"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"tree"}}]}}]}}]} as unknown as DocumentNode<WhyNotQuery, WhyNotQueryVariables>;
export const useWhyNotPeopleQuery = (options?: useQuery.Options<WhyNotPeopleQuery, WhyNotPeopleQueryVariables> | SkipToken) => useQuery<WhyNotPeopleQuery, WhyNotPeopleQueryVariables>(WhyNotPeopleDocument, options);
export const useWhyNotPeopleLazyQuery = (options?: useLazyQuery.Options<WhyNotPeopleQuery, WhyNotPeopleQueryVariables>) => useLazyQuery<WhyNotPeopleQuery, WhyNotPeopleQueryVariables>(WhyNotPeopleDocument, options);
export const useWhyNotPeopleSuspenseQuery = (options?: Omit<useSuspenseQuery.Options<WhyNotPeopleQueryVariables>, 'skip'>) =>
  useSuspenseQuery<WhyNotPeopleQuery, WhyNotPeopleQueryVariables>(WhyNotPeopleDocument, options);

export const useWhyNotQuery = (options: useQuery.Options<WhyNotQuery, WhyNotQueryVariables> | SkipToken) => useQuery<WhyNotQuery, WhyNotQueryVariables>(WhyNotDocument, options);
export const useWhyNotLazyQuery = (options?: useLazyQuery.Options<WhyNotQuery, WhyNotQueryVariables>) => useLazyQuery<WhyNotQuery, WhyNotQueryVariables>(WhyNotDocument, options);
export const useWhyNotSuspenseQuery = (options: Omit<useSuspenseQuery.Options<WhyNotQueryVariables>, 'skip'>) =>
  useSuspenseQuery<WhyNotQuery, WhyNotQueryVariables>(WhyNotDocument, options);