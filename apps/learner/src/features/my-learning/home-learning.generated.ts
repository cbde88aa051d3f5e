/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { PlanCardFragment } from './plan-card.generated.ts';
import { type SkipToken, useLazyQuery, useQuery, useSuspenseQuery } from '@apollo/client/react';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type HomeLearningQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeLearningQuery = { myLearning: { __typename: 'MyLearning', cursor: string, plans: Array<(
      { __typename: 'LearnerPlan' }
      & PlanCardFragment
    )> } };


export const HomeLearningDocument = /*#__PURE__*/ {"__meta__":{"id":"2af51c08e414d98e938e1dfa35e50cd5a5bd2aee52369ee23cf6000c0a8230cf"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HomeLearning"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"myLearning"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"plans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PlanCard"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlanCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LearnerPlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enrollmentId"}},{"kind":"Field","name":{"kind":"Name","value":"planId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"cover"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"alt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"due"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"completedOn"}},{"kind":"Field","name":{"kind":"Name","value":"minutesLeft"}},{"kind":"Field","name":{"kind":"Name","value":"inactiveNote"}},{"kind":"Field","name":{"kind":"Name","value":"next"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"learningObjectId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"milestoneName"}},{"kind":"Field","name":{"kind":"Name","value":"opensOn"}}]}}]}}]} as unknown as DocumentNode<HomeLearningQuery, HomeLearningQueryVariables>;
export const useHomeLearningQuery = (options?: useQuery.Options<HomeLearningQuery, HomeLearningQueryVariables> | SkipToken) => useQuery<HomeLearningQuery, HomeLearningQueryVariables>(HomeLearningDocument, options);
export const useHomeLearningLazyQuery = (options?: useLazyQuery.Options<HomeLearningQuery, HomeLearningQueryVariables>) => useLazyQuery<HomeLearningQuery, HomeLearningQueryVariables>(HomeLearningDocument, options);
export const useHomeLearningSuspenseQuery = (options?: Omit<useSuspenseQuery.Options<HomeLearningQueryVariables>, 'skip'>) =>
  useSuspenseQuery<HomeLearningQuery, HomeLearningQueryVariables>(HomeLearningDocument, options);