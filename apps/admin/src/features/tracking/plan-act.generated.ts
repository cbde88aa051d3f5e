/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../gql/schema-types.ts';

import { type SkipToken, useLazyQuery, useMutation, useQuery, useSuspenseQuery } from '@apollo/client/react';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type ActMilestonesQueryVariables = Exact<{
  planId: string;
}>;


export type ActMilestonesQuery = { learningPlan: { __typename: 'LearningPlan', id: string, publishedVersion: (
      { __typename: 'PlanVersion', id: string }
      & ActVersionFragment
    ) | null, versionsInUse: Array<(
      { __typename: 'PlanVersion', id: string }
      & ActVersionFragment
    )> } | null };

export type ActVersionFragment = { __typename: 'PlanVersion', number: number, milestones: Array<{ __typename: 'Milestone', id: string, key: string, name: string, metric: Types.Metric }> };

export type PreviewUnassignMutationVariables = Exact<{
  input: Types.PreviewUnassignInput;
}>;


export type PreviewUnassignMutation = { previewUnassign:
    | (
      { __typename: 'InputRefused' }
      & PlanActPreview_InputRefused_Fragment
    )
    | (
      { __typename: 'NotAllowed' }
      & PlanActPreview_NotAllowed_Fragment
    )
    | (
      { __typename: 'NotFound' }
      & PlanActPreview_NotFound_Fragment
    )
    | (
      { __typename: 'Operation' }
      & PlanActPreview_Operation_Fragment
    )
   };

export type PreviewLiftSuppressionMutationVariables = Exact<{
  input: Types.PreviewLiftSuppressionInput;
}>;


export type PreviewLiftSuppressionMutation = { previewLiftSuppression:
    | (
      { __typename: 'InputRefused' }
      & PlanActPreview_InputRefused_Fragment
    )
    | (
      { __typename: 'NotAllowed' }
      & PlanActPreview_NotAllowed_Fragment
    )
    | (
      { __typename: 'NotFound' }
      & PlanActPreview_NotFound_Fragment
    )
    | (
      { __typename: 'Operation' }
      & PlanActPreview_Operation_Fragment
    )
   };

export type PreviewSetDueMutationVariables = Exact<{
  input: Types.PreviewSetDueInput;
}>;


export type PreviewSetDueMutation = { previewSetDue:
    | (
      { __typename: 'InputRefused' }
      & PlanActPreview_InputRefused_Fragment
    )
    | (
      { __typename: 'NotAllowed' }
      & PlanActPreview_NotAllowed_Fragment
    )
    | (
      { __typename: 'NotFound' }
      & PlanActPreview_NotFound_Fragment
    )
    | (
      { __typename: 'Operation' }
      & PlanActPreview_Operation_Fragment
    )
   };

export type PreviewWaiveMutationVariables = Exact<{
  input: Types.PreviewWaiveInput;
}>;


export type PreviewWaiveMutation = { previewWaive:
    | (
      { __typename: 'InputRefused' }
      & PlanActPreview_InputRefused_Fragment
    )
    | (
      { __typename: 'NotAllowed' }
      & PlanActPreview_NotAllowed_Fragment
    )
    | (
      { __typename: 'NotFound' }
      & PlanActPreview_NotFound_Fragment
    )
    | (
      { __typename: 'Operation' }
      & PlanActPreview_Operation_Fragment
    )
   };

export type PreviewStepReleaseMutationVariables = Exact<{
  input: Types.PreviewStepReleaseInput;
}>;


export type PreviewStepReleaseMutation = { previewStepRelease:
    | (
      { __typename: 'InputRefused' }
      & PlanActPreview_InputRefused_Fragment
    )
    | (
      { __typename: 'NotAllowed' }
      & PlanActPreview_NotAllowed_Fragment
    )
    | (
      { __typename: 'NotFound' }
      & PlanActPreview_NotFound_Fragment
    )
    | (
      { __typename: 'Operation' }
      & PlanActPreview_Operation_Fragment
    )
   };

export type PreviewResolveExceptionsMutationVariables = Exact<{
  input: Types.PreviewResolveExceptionsInput;
}>;


export type PreviewResolveExceptionsMutation = { previewResolveExceptions:
    | (
      { __typename: 'InputRefused' }
      & PlanActPreview_InputRefused_Fragment
    )
    | (
      { __typename: 'NotAllowed' }
      & PlanActPreview_NotAllowed_Fragment
    )
    | (
      { __typename: 'NotFound' }
      & PlanActPreview_NotFound_Fragment
    )
    | (
      { __typename: 'Operation' }
      & PlanActPreview_Operation_Fragment
    )
   };

export type PlanActPreview_InputRefused_Fragment = { __typename: 'InputRefused', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> };

export type PlanActPreview_NotAllowed_Fragment = { __typename: 'NotAllowed', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> };

export type PlanActPreview_NotFound_Fragment = { __typename: 'NotFound', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> };

export type PlanActPreview_Operation_Fragment = { __typename: 'Operation', id: string };

export type PlanActPreviewFragment =
  | PlanActPreview_InputRefused_Fragment
  | PlanActPreview_NotAllowed_Fragment
  | PlanActPreview_NotFound_Fragment
  | PlanActPreview_Operation_Fragment
;

export const ActVersionFragmentDoc = /*#__PURE__*/ {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ActVersion"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PlanVersion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"milestones"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"metric"}}]}}]}}]} as unknown as DocumentNode<ActVersionFragment, unknown>;
export const PlanActPreviewFragmentDoc = /*#__PURE__*/ {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlanActPreview"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PreviewOperationResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Operation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<PlanActPreviewFragment, unknown>;
export const ActMilestonesDocument = /*#__PURE__*/ {"__meta__":{"id":"667d91fcee941e2a7cb141153742af71879d4194fa1ff755dd3c6aaa31edc282"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ActMilestones"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"planId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"learningPlan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"planId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"publishedVersion"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ActVersion"}}]}},{"kind":"Field","name":{"kind":"Name","value":"versionsInUse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ActVersion"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ActVersion"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PlanVersion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"milestones"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"metric"}}]}}]}}]} as unknown as DocumentNode<ActMilestonesQuery, ActMilestonesQueryVariables>;
export const PreviewUnassignDocument = /*#__PURE__*/ {"__meta__":{"id":"75ac40ab830e7380e96eff631587cfb361cd23e2e8f9e53e70bb4b0deb3b2501"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PreviewUnassign"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PreviewUnassignInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewUnassign"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PlanActPreview"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlanActPreview"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PreviewOperationResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Operation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<PreviewUnassignMutation, PreviewUnassignMutationVariables>;
export const PreviewLiftSuppressionDocument = /*#__PURE__*/ {"__meta__":{"id":"d2aa52a229356252c41a43fb870ceef575690c538c689731fdb6163a16ed82e4"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PreviewLiftSuppression"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PreviewLiftSuppressionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewLiftSuppression"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PlanActPreview"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlanActPreview"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PreviewOperationResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Operation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<PreviewLiftSuppressionMutation, PreviewLiftSuppressionMutationVariables>;
export const PreviewSetDueDocument = /*#__PURE__*/ {"__meta__":{"id":"8987eafc6ee483c2cdaf0a270ace166b00f0f7b743d7cb387e7da933ee1a2872"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PreviewSetDue"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PreviewSetDueInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewSetDue"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PlanActPreview"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlanActPreview"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PreviewOperationResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Operation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<PreviewSetDueMutation, PreviewSetDueMutationVariables>;
export const PreviewWaiveDocument = /*#__PURE__*/ {"__meta__":{"id":"14e6a673831f75fb48099c0f31d8c5ccdc6f3c96ae16a710586d932c0e474052"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PreviewWaive"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PreviewWaiveInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewWaive"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PlanActPreview"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlanActPreview"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PreviewOperationResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Operation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<PreviewWaiveMutation, PreviewWaiveMutationVariables>;
export const PreviewStepReleaseDocument = /*#__PURE__*/ {"__meta__":{"id":"a29ef3a8ee132ec96ff9f3f450b1c79f8cf88ca19da09d93e66bbb0114fe315c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PreviewStepRelease"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PreviewStepReleaseInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewStepRelease"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PlanActPreview"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlanActPreview"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PreviewOperationResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Operation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<PreviewStepReleaseMutation, PreviewStepReleaseMutationVariables>;
export const PreviewResolveExceptionsDocument = /*#__PURE__*/ {"__meta__":{"id":"38e97a116c4a3c42402f414c70f49d7b506ab5bb928b4413307ed69e6ebaec0c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PreviewResolveExceptions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PreviewResolveExceptionsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewResolveExceptions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PlanActPreview"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlanActPreview"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PreviewOperationResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Operation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<PreviewResolveExceptionsMutation, PreviewResolveExceptionsMutationVariables>;
export const useActMilestonesQuery = (options: useQuery.Options<ActMilestonesQuery, ActMilestonesQueryVariables> | SkipToken) => useQuery<ActMilestonesQuery, ActMilestonesQueryVariables>(ActMilestonesDocument, options);
export const useActMilestonesLazyQuery = (options?: useLazyQuery.Options<ActMilestonesQuery, ActMilestonesQueryVariables>) => useLazyQuery<ActMilestonesQuery, ActMilestonesQueryVariables>(ActMilestonesDocument, options);
export const useActMilestonesSuspenseQuery = (options: Omit<useSuspenseQuery.Options<ActMilestonesQueryVariables>, 'skip'>) =>
  useSuspenseQuery<ActMilestonesQuery, ActMilestonesQueryVariables>(ActMilestonesDocument, options);

export const usePreviewUnassignMutation = (options?: useMutation.Options<PreviewUnassignMutation, PreviewUnassignMutationVariables>) => useMutation<PreviewUnassignMutation, PreviewUnassignMutationVariables>(PreviewUnassignDocument, options);

export const usePreviewLiftSuppressionMutation = (options?: useMutation.Options<PreviewLiftSuppressionMutation, PreviewLiftSuppressionMutationVariables>) => useMutation<PreviewLiftSuppressionMutation, PreviewLiftSuppressionMutationVariables>(PreviewLiftSuppressionDocument, options);

export const usePreviewSetDueMutation = (options?: useMutation.Options<PreviewSetDueMutation, PreviewSetDueMutationVariables>) => useMutation<PreviewSetDueMutation, PreviewSetDueMutationVariables>(PreviewSetDueDocument, options);

export const usePreviewWaiveMutation = (options?: useMutation.Options<PreviewWaiveMutation, PreviewWaiveMutationVariables>) => useMutation<PreviewWaiveMutation, PreviewWaiveMutationVariables>(PreviewWaiveDocument, options);

export const usePreviewStepReleaseMutation = (options?: useMutation.Options<PreviewStepReleaseMutation, PreviewStepReleaseMutationVariables>) => useMutation<PreviewStepReleaseMutation, PreviewStepReleaseMutationVariables>(PreviewStepReleaseDocument, options);

export const usePreviewResolveExceptionsMutation = (options?: useMutation.Options<PreviewResolveExceptionsMutation, PreviewResolveExceptionsMutationVariables>) => useMutation<PreviewResolveExceptionsMutation, PreviewResolveExceptionsMutationVariables>(PreviewResolveExceptionsDocument, options);