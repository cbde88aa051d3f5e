/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { type SkipToken, useLazyQuery, useQuery, useSuspenseQuery } from '@apollo/client/react';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type PlanExplanationQueryVariables = Exact<{
  enrollmentId: string;
}>;


export type PlanExplanationQuery = { enrollment: { __typename: 'Enrollment', id: string, explanation: { __typename: 'Explanation', sentence: string, tree: unknown } } | null };


export const PlanExplanationDocument = /*#__PURE__*/ {"__meta__":{"id":"2381cb6f0c90d189687345439d799fe214800299f0d4a0625b79bf83f50df844"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PlanExplanation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"enrollmentId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enrollment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"enrollmentId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"tree"}}]}}]}}]}}]} as unknown as DocumentNode<PlanExplanationQuery, PlanExplanationQueryVariables>;
export const usePlanExplanationQuery = (options: useQuery.Options<PlanExplanationQuery, PlanExplanationQueryVariables> | SkipToken) => useQuery<PlanExplanationQuery, PlanExplanationQueryVariables>(PlanExplanationDocument, options);
export const usePlanExplanationLazyQuery = (options?: useLazyQuery.Options<PlanExplanationQuery, PlanExplanationQueryVariables>) => useLazyQuery<PlanExplanationQuery, PlanExplanationQueryVariables>(PlanExplanationDocument, options);
export const usePlanExplanationSuspenseQuery = (options: Omit<useSuspenseQuery.Options<PlanExplanationQueryVariables>, 'skip'>) =>
  useSuspenseQuery<PlanExplanationQuery, PlanExplanationQueryVariables>(PlanExplanationDocument, options);