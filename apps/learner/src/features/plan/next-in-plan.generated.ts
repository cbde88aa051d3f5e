/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../gql/schema-types.ts';

import { type SkipToken, useLazyQuery, useQuery, useSuspenseQuery } from '@apollo/client/react';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type NextInPlanQueryVariables = Exact<{
  enrollmentId: string;
}>;


export type NextInPlanQuery = { myPlan: { __typename: 'LearnerPlan', enrollmentId: string, name: string, status: Types.EnrollmentStatus, progress: number, next: { __typename: 'LearnerNext', kind: Types.LearningObjectKind | null, learningObjectId: string | null, name: string | null, milestoneName: string | null, opensOn: string | null } | null } | null };


export const NextInPlanDocument = /*#__PURE__*/ {"__meta__":{"id":"4f6d4ac6f9a415255140b10acdce81a289b22f82bcddaf8c9b58afc1937d1542"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NextInPlan"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"enrollmentId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"myPlan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"enrollmentId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"enrollmentId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enrollmentId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"next"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"learningObjectId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"milestoneName"}},{"kind":"Field","name":{"kind":"Name","value":"opensOn"}}]}}]}}]}}]} as unknown as DocumentNode<NextInPlanQuery, NextInPlanQueryVariables>;
export const useNextInPlanQuery = (options: useQuery.Options<NextInPlanQuery, NextInPlanQueryVariables> | SkipToken) => useQuery<NextInPlanQuery, NextInPlanQueryVariables>(NextInPlanDocument, options);
export const useNextInPlanLazyQuery = (options?: useLazyQuery.Options<NextInPlanQuery, NextInPlanQueryVariables>) => useLazyQuery<NextInPlanQuery, NextInPlanQueryVariables>(NextInPlanDocument, options);
export const useNextInPlanSuspenseQuery = (options: Omit<useSuspenseQuery.Options<NextInPlanQueryVariables>, 'skip'>) =>
  useSuspenseQuery<NextInPlanQuery, NextInPlanQueryVariables>(NextInPlanDocument, options);