/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { type SkipToken, useLazyQuery, useQuery, useSuspenseQuery } from '@apollo/client/react';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type ExplainTrainingQueryVariables = Exact<{
  personId: string;
  itemId: string;
}>;


export type ExplainTrainingQuery = { explainTraining: { __typename: 'TrainingExplanation', sentence: string, because: unknown } | null };


export const ExplainTrainingDocument = /*#__PURE__*/ {"__meta__":{"id":"742e3eb5b0aef0b1f371ca659a77007a0c779171167e400988af581048b61f3c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExplainTraining"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"personId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"itemId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"explainTraining"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"personId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"personId"}}},{"kind":"Argument","name":{"kind":"Name","value":"itemId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"itemId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"because"}}]}}]}}]} as unknown as DocumentNode<ExplainTrainingQuery, ExplainTrainingQueryVariables>;
export const useExplainTrainingQuery = (options: useQuery.Options<ExplainTrainingQuery, ExplainTrainingQueryVariables> | SkipToken) => useQuery<ExplainTrainingQuery, ExplainTrainingQueryVariables>(ExplainTrainingDocument, options);
export const useExplainTrainingLazyQuery = (options?: useLazyQuery.Options<ExplainTrainingQuery, ExplainTrainingQueryVariables>) => useLazyQuery<ExplainTrainingQuery, ExplainTrainingQueryVariables>(ExplainTrainingDocument, options);
export const useExplainTrainingSuspenseQuery = (options: Omit<useSuspenseQuery.Options<ExplainTrainingQueryVariables>, 'skip'>) =>
  useSuspenseQuery<ExplainTrainingQuery, ExplainTrainingQueryVariables>(ExplainTrainingDocument, options);