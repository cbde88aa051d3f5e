/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../gql/schema-types.ts';

import { type SkipToken, useLazyQuery, useMutation, useQuery, useSuspenseQuery } from '@apollo/client/react';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type DuplicatePlanMutationVariables = Exact<{
  input: Types.DuplicateLearningPlanInput;
}>;


export type DuplicatePlanMutation = { duplicateLearningPlan:
    | (
      { __typename: 'InputRefused' }
      & NewPlan_InputRefused_Fragment
    )
    | (
      { __typename: 'LearningPlan' }
      & NewPlan_LearningPlan_Fragment
    )
    | (
      { __typename: 'NotAllowed' }
      & NewPlan_NotAllowed_Fragment
    )
    | (
      { __typename: 'NotFound' }
      & NewPlan_NotFound_Fragment
    )
    | (
      { __typename: 'PlanNotPublishable' }
      & NewPlan_PlanNotPublishable_Fragment
    )
    | (
      { __typename: 'StaleEdit' }
      & NewPlan_StaleEdit_Fragment
    )
   };

export type ImportPlanFileMutationVariables = Exact<{
  input: Types.ImportPlanFileInput;
}>;


export type ImportPlanFileMutation = { importPlanFile:
    | (
      { __typename: 'InputRefused' }
      & NewPlan_InputRefused_Fragment
    )
    | (
      { __typename: 'LearningPlan' }
      & NewPlan_LearningPlan_Fragment
    )
    | (
      { __typename: 'NotAllowed' }
      & NewPlan_NotAllowed_Fragment
    )
    | (
      { __typename: 'NotFound' }
      & NewPlan_NotFound_Fragment
    )
    | (
      { __typename: 'PlanNotPublishable' }
      & NewPlan_PlanNotPublishable_Fragment
    )
    | (
      { __typename: 'StaleEdit' }
      & NewPlan_StaleEdit_Fragment
    )
   };

export type NewPlan_InputRefused_Fragment = { __typename: 'InputRefused', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> };

export type NewPlan_LearningPlan_Fragment = { __typename: 'LearningPlan', id: string };

export type NewPlan_NotAllowed_Fragment = { __typename: 'NotAllowed', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> };

export type NewPlan_NotFound_Fragment = { __typename: 'NotFound', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> };

export type NewPlan_PlanNotPublishable_Fragment = { __typename: 'PlanNotPublishable', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> };

export type NewPlan_StaleEdit_Fragment = { __typename: 'StaleEdit', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> };

export type NewPlanFragment =
  | NewPlan_InputRefused_Fragment
  | NewPlan_LearningPlan_Fragment
  | NewPlan_NotAllowed_Fragment
  | NewPlan_NotFound_Fragment
  | NewPlan_PlanNotPublishable_Fragment
  | NewPlan_StaleEdit_Fragment
;

export type ReadPlanFileQueryVariables = Exact<{
  file: unknown;
}>;


export type ReadPlanFileQuery = { readPlanFile:
    | { __typename: 'InputRefused', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> }
    | { __typename: 'PlanFileReading', name: string, preset: Types.PlanPreset, milestones: number, items: number, coverIsMissing: boolean, othersThanById: Array<(
        { __typename: 'PlanFileItemReading' }
        & PlanFileItemPartsFragment
      )> }
   };

export type PlanFileItemPartsFragment = { __typename: 'PlanFileItemReading', milestoneKey: string, milestoneName: string, kind: Types.LearningObjectKind, name: string, match: Types.PlanFileMatch };

export type PlanFileQueryVariables = Exact<{
  id: string;
}>;


export type PlanFileQuery = { learningPlan: { __typename: 'LearningPlan', id: string, draftVersion: { __typename: 'PlanVersion', id: string, file: unknown } | null, publishedVersion: { __typename: 'PlanVersion', id: string, file: unknown } | null } | null };

export const NewPlanFragmentDoc = /*#__PURE__*/ {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NewPlan"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LearningPlanResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LearningPlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<NewPlanFragment, unknown>;
export const PlanFileItemPartsFragmentDoc = /*#__PURE__*/ {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlanFileItemParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PlanFileItemReading"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"milestoneKey"}},{"kind":"Field","name":{"kind":"Name","value":"milestoneName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"match"}}]}}]} as unknown as DocumentNode<PlanFileItemPartsFragment, unknown>;
export const DuplicatePlanDocument = /*#__PURE__*/ {"__meta__":{"id":"aa30d17863b5480ee3a586e743fab09c2406be8de0ca88fa55b57851ca6d9d87"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DuplicatePlan"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DuplicateLearningPlanInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"duplicateLearningPlan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"NewPlan"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NewPlan"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LearningPlanResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LearningPlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<DuplicatePlanMutation, DuplicatePlanMutationVariables>;
export const ImportPlanFileDocument = /*#__PURE__*/ {"__meta__":{"id":"abcbd3b92bf114a967aaa59f201867e74ae0c0345cf68ba9e8e0c3a06c7ef10e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ImportPlanFile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ImportPlanFileInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"importPlanFile"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"NewPlan"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NewPlan"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LearningPlanResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LearningPlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ImportPlanFileMutation, ImportPlanFileMutationVariables>;
export const ReadPlanFileDocument = /*#__PURE__*/ {"__meta__":{"id":"88b46bf38fdc25ed51fe27f63da45dbc1b33bd40efe6140befe4795e94aa9cf7"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReadPlanFile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"file"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Json"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"readPlanFile"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"file"},"value":{"kind":"Variable","name":{"kind":"Name","value":"file"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PlanFileReading"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"preset"}},{"kind":"Field","name":{"kind":"Name","value":"milestones"}},{"kind":"Field","name":{"kind":"Name","value":"items"}},{"kind":"Field","name":{"kind":"Name","value":"coverIsMissing"}},{"kind":"Field","name":{"kind":"Name","value":"othersThanById"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PlanFileItemParts"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlanFileItemParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PlanFileItemReading"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"milestoneKey"}},{"kind":"Field","name":{"kind":"Name","value":"milestoneName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"match"}}]}}]} as unknown as DocumentNode<ReadPlanFileQuery, ReadPlanFileQueryVariables>;
export const PlanFileDocument = /*#__PURE__*/ {"__meta__":{"id":"3ca33049654ca6b5f71a5d9f6f63427308376036a1265819a8bccbd4caa93aed"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PlanFile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"learningPlan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"draftVersion"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"file"}}]}},{"kind":"Field","name":{"kind":"Name","value":"publishedVersion"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"file"}}]}}]}}]}}]} as unknown as DocumentNode<PlanFileQuery, PlanFileQueryVariables>;
export const useDuplicatePlanMutation = (options?: useMutation.Options<DuplicatePlanMutation, DuplicatePlanMutationVariables>) => useMutation<DuplicatePlanMutation, DuplicatePlanMutationVariables>(DuplicatePlanDocument, options);

export const useImportPlanFileMutation = (options?: useMutation.Options<ImportPlanFileMutation, ImportPlanFileMutationVariables>) => useMutation<ImportPlanFileMutation, ImportPlanFileMutationVariables>(ImportPlanFileDocument, options);

export const useReadPlanFileQuery = (options: useQuery.Options<ReadPlanFileQuery, ReadPlanFileQueryVariables> | SkipToken) => useQuery<ReadPlanFileQuery, ReadPlanFileQueryVariables>(ReadPlanFileDocument, options);
export const useReadPlanFileLazyQuery = (options?: useLazyQuery.Options<ReadPlanFileQuery, ReadPlanFileQueryVariables>) => useLazyQuery<ReadPlanFileQuery, ReadPlanFileQueryVariables>(ReadPlanFileDocument, options);
export const useReadPlanFileSuspenseQuery = (options: Omit<useSuspenseQuery.Options<ReadPlanFileQueryVariables>, 'skip'>) =>
  useSuspenseQuery<ReadPlanFileQuery, ReadPlanFileQueryVariables>(ReadPlanFileDocument, options);

export const usePlanFileQuery = (options: useQuery.Options<PlanFileQuery, PlanFileQueryVariables> | SkipToken) => useQuery<PlanFileQuery, PlanFileQueryVariables>(PlanFileDocument, options);
export const usePlanFileLazyQuery = (options?: useLazyQuery.Options<PlanFileQuery, PlanFileQueryVariables>) => useLazyQuery<PlanFileQuery, PlanFileQueryVariables>(PlanFileDocument, options);
export const usePlanFileSuspenseQuery = (options: Omit<useSuspenseQuery.Options<PlanFileQueryVariables>, 'skip'>) =>
  useSuspenseQuery<PlanFileQuery, PlanFileQueryVariables>(PlanFileDocument, options);