/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { type SkipToken, useLazyQuery, useQuery, useSuspenseQuery } from '@apollo/client/react';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type AssignedOutsideQueryVariables = Exact<{
  id: string;
}>;


export type AssignedOutsideQuery = { learningPlan: { __typename: 'LearningPlan', id: string, assignedOutsideRange: { __typename: 'AssignedOutsideRange', people: number, sample: Array<{ __typename: 'Person', id: string, displayName: string }> } | null } | null };


export const AssignedOutsideDocument = /*#__PURE__*/ {"__meta__":{"id":"ff3812ff47bf0532e9bd6b7937be18a61362e57a0f46715a1900639c8e7b02b0"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AssignedOutside"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"learningPlan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"assignedOutsideRange"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"people"}},{"kind":"Field","name":{"kind":"Name","value":"sample"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AssignedOutsideQuery, AssignedOutsideQueryVariables>;
export const useAssignedOutsideQuery = (options: useQuery.Options<AssignedOutsideQuery, AssignedOutsideQueryVariables> | SkipToken) => useQuery<AssignedOutsideQuery, AssignedOutsideQueryVariables>(AssignedOutsideDocument, options);
export const useAssignedOutsideLazyQuery = (options?: useLazyQuery.Options<AssignedOutsideQuery, AssignedOutsideQueryVariables>) => useLazyQuery<AssignedOutsideQuery, AssignedOutsideQueryVariables>(AssignedOutsideDocument, options);
export const useAssignedOutsideSuspenseQuery = (options: Omit<useSuspenseQuery.Options<AssignedOutsideQueryVariables>, 'skip'>) =>
  useSuspenseQuery<AssignedOutsideQuery, AssignedOutsideQueryVariables>(AssignedOutsideDocument, options);