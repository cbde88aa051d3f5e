/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../gql/schema-types.ts';

import { type SkipToken, useLazyQuery, useMutation, useQuery, useSuspenseQuery } from '@apollo/client/react';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type ExplainTrainingQueryVariables = Exact<{
  personId: string;
  itemId: string;
}>;


export type ExplainTrainingQuery = { explainTraining: { __typename: 'TrainingExplanation', sentence: string, because: unknown, viewerCanReevaluate: boolean } | null };

export type ReevaluateTrainingMutationVariables = Exact<{
  input: Types.ReevaluateTrainingInput;
}>;


export type ReevaluateTrainingMutation = { reevaluateTraining:
    | { __typename: 'InputRefused', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> }
    | { __typename: 'NotAllowed', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> }
    | { __typename: 'NotFound', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> }
    | { __typename: 'TrainingExplanation', sentence: string }
   };


export const ExplainTrainingDocument = /*#__PURE__*/ {"__meta__":{"id":"08bb4806d93dde4a40c6f8abb5d2a36c0990d0a1fae305b64b9ad8f544243e7f"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExplainTraining"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"personId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"itemId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"explainTraining"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"personId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"personId"}}},{"kind":"Argument","name":{"kind":"Name","value":"itemId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"itemId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"because"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanReevaluate"}}]}}]}}]} as unknown as DocumentNode<ExplainTrainingQuery, ExplainTrainingQueryVariables>;
export const ReevaluateTrainingDocument = /*#__PURE__*/ {"__meta__":{"id":"c3d13772734a507f284db5b9f2062fdab5bb1a809019b4711460ae37619eb0ce"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReevaluateTraining"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReevaluateTrainingInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reevaluateTraining"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TrainingExplanation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReevaluateTrainingMutation, ReevaluateTrainingMutationVariables>;
export const useExplainTrainingQuery = (options: useQuery.Options<ExplainTrainingQuery, ExplainTrainingQueryVariables> | SkipToken) => useQuery<ExplainTrainingQuery, ExplainTrainingQueryVariables>(ExplainTrainingDocument, options);
export const useExplainTrainingLazyQuery = (options?: useLazyQuery.Options<ExplainTrainingQuery, ExplainTrainingQueryVariables>) => useLazyQuery<ExplainTrainingQuery, ExplainTrainingQueryVariables>(ExplainTrainingDocument, options);
export const useExplainTrainingSuspenseQuery = (options: Omit<useSuspenseQuery.Options<ExplainTrainingQueryVariables>, 'skip'>) =>
  useSuspenseQuery<ExplainTrainingQuery, ExplainTrainingQueryVariables>(ExplainTrainingDocument, options);

export const useReevaluateTrainingMutation = (options?: useMutation.Options<ReevaluateTrainingMutation, ReevaluateTrainingMutationVariables>) => useMutation<ReevaluateTrainingMutation, ReevaluateTrainingMutationVariables>(ReevaluateTrainingDocument, options);