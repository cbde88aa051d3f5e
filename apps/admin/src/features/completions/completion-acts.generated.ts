/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../gql/schema-types.ts';

import { type SkipToken, useLazyQuery, useMutation, useQuery, useSuspenseQuery } from '@apollo/client/react';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type CompletableItemsQueryVariables = Exact<{
  type: Types.TrainingType;
  search?: string | null | undefined;
}>;


export type CompletableItemsQuery = { completableItems: Array<{ __typename: 'CompletableItem', id: string, name: string }> };

export type CompletionPartnersQueryVariables = Exact<{ [key: string]: never; }>;


export type CompletionPartnersQuery = { partnerAccounts: Array<{ __typename: 'Named', id: string, name: string }> };

export type CompletionPeopleQueryVariables = Exact<{
  filter?: Types.PeopleFilterInput | null | undefined;
}>;


export type CompletionPeopleQuery = { people: { __typename: 'PersonConnection', edges: Array<{ __typename: 'PersonEdge', node: { __typename: 'Person', id: string, displayName: string, employeeNumber: string | null } }> } };

export type PreviewAddCompletionsMutationVariables = Exact<{
  input: Types.PreviewAddCompletionsInput;
}>;


export type PreviewAddCompletionsMutation = { previewAddCompletions:
    | (
      { __typename: 'InputRefused' }
      & CompletionActPreview_InputRefused_Fragment
    )
    | (
      { __typename: 'NotAllowed' }
      & CompletionActPreview_NotAllowed_Fragment
    )
    | (
      { __typename: 'NotFound' }
      & CompletionActPreview_NotFound_Fragment
    )
    | (
      { __typename: 'Operation' }
      & CompletionActPreview_Operation_Fragment
    )
   };

export type PreviewRevokeCompletionsMutationVariables = Exact<{
  input: Types.PreviewRevokeCompletionsInput;
}>;


export type PreviewRevokeCompletionsMutation = { previewRevokeCompletions:
    | (
      { __typename: 'InputRefused' }
      & CompletionActPreview_InputRefused_Fragment
    )
    | (
      { __typename: 'NotAllowed' }
      & CompletionActPreview_NotAllowed_Fragment
    )
    | (
      { __typename: 'NotFound' }
      & CompletionActPreview_NotFound_Fragment
    )
    | (
      { __typename: 'Operation' }
      & CompletionActPreview_Operation_Fragment
    )
   };

export type CompletionActPreview_InputRefused_Fragment = { __typename: 'InputRefused', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> };

export type CompletionActPreview_NotAllowed_Fragment = { __typename: 'NotAllowed', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> };

export type CompletionActPreview_NotFound_Fragment = { __typename: 'NotFound', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> };

export type CompletionActPreview_Operation_Fragment = { __typename: 'Operation', id: string };

export type CompletionActPreviewFragment =
  | CompletionActPreview_InputRefused_Fragment
  | CompletionActPreview_NotAllowed_Fragment
  | CompletionActPreview_NotFound_Fragment
  | CompletionActPreview_Operation_Fragment
;

export const CompletionActPreviewFragmentDoc = /*#__PURE__*/ {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CompletionActPreview"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PreviewOperationResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Operation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<CompletionActPreviewFragment, unknown>;
export const CompletableItemsDocument = /*#__PURE__*/ {"__meta__":{"id":"b56309355809a772fc5d6bcccd905c9edd62659aee2f4b5d4aa5010a72d88a55"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CompletableItems"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"type"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TrainingType"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completableItems"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"type"},"value":{"kind":"Variable","name":{"kind":"Name","value":"type"}}},{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<CompletableItemsQuery, CompletableItemsQueryVariables>;
export const CompletionPartnersDocument = /*#__PURE__*/ {"__meta__":{"id":"d055ad8473b538e83f1ae1aa57280cc3ea4d46feede3b200962727f6e0548e9b"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CompletionPartners"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partnerAccounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<CompletionPartnersQuery, CompletionPartnersQueryVariables>;
export const CompletionPeopleDocument = /*#__PURE__*/ {"__meta__":{"id":"b54260272177af7dce785a04255d83ae66feaec3d6fc88be23cc031cb05812b5"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CompletionPeople"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PeopleFilterInput"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"people"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"employeeNumber"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CompletionPeopleQuery, CompletionPeopleQueryVariables>;
export const PreviewAddCompletionsDocument = /*#__PURE__*/ {"__meta__":{"id":"2b9072e4cf96937103f9226e094ce4b2c77073fecbad9e56e260ec627e208b33"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PreviewAddCompletions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PreviewAddCompletionsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewAddCompletions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CompletionActPreview"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CompletionActPreview"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PreviewOperationResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Operation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<PreviewAddCompletionsMutation, PreviewAddCompletionsMutationVariables>;
export const PreviewRevokeCompletionsDocument = /*#__PURE__*/ {"__meta__":{"id":"49560de092a325780ec8809f8864330fa7bb53199913497c0b1a342457051e09"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PreviewRevokeCompletions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PreviewRevokeCompletionsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewRevokeCompletions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CompletionActPreview"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CompletionActPreview"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PreviewOperationResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Operation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<PreviewRevokeCompletionsMutation, PreviewRevokeCompletionsMutationVariables>;
export const useCompletableItemsQuery = (options: useQuery.Options<CompletableItemsQuery, CompletableItemsQueryVariables> | SkipToken) => useQuery<CompletableItemsQuery, CompletableItemsQueryVariables>(CompletableItemsDocument, options);
export const useCompletableItemsLazyQuery = (options?: useLazyQuery.Options<CompletableItemsQuery, CompletableItemsQueryVariables>) => useLazyQuery<CompletableItemsQuery, CompletableItemsQueryVariables>(CompletableItemsDocument, options);
export const useCompletableItemsSuspenseQuery = (options: Omit<useSuspenseQuery.Options<CompletableItemsQueryVariables>, 'skip'>) =>
  useSuspenseQuery<CompletableItemsQuery, CompletableItemsQueryVariables>(CompletableItemsDocument, options);

export const useCompletionPartnersQuery = (options?: useQuery.Options<CompletionPartnersQuery, CompletionPartnersQueryVariables> | SkipToken) => useQuery<CompletionPartnersQuery, CompletionPartnersQueryVariables>(CompletionPartnersDocument, options);
export const useCompletionPartnersLazyQuery = (options?: useLazyQuery.Options<CompletionPartnersQuery, CompletionPartnersQueryVariables>) => useLazyQuery<CompletionPartnersQuery, CompletionPartnersQueryVariables>(CompletionPartnersDocument, options);
export const useCompletionPartnersSuspenseQuery = (options?: Omit<useSuspenseQuery.Options<CompletionPartnersQueryVariables>, 'skip'>) =>
  useSuspenseQuery<CompletionPartnersQuery, CompletionPartnersQueryVariables>(CompletionPartnersDocument, options);

export const useCompletionPeopleQuery = (options?: useQuery.Options<CompletionPeopleQuery, CompletionPeopleQueryVariables> | SkipToken) => useQuery<CompletionPeopleQuery, CompletionPeopleQueryVariables>(CompletionPeopleDocument, options);
export const useCompletionPeopleLazyQuery = (options?: useLazyQuery.Options<CompletionPeopleQuery, CompletionPeopleQueryVariables>) => useLazyQuery<CompletionPeopleQuery, CompletionPeopleQueryVariables>(CompletionPeopleDocument, options);
export const useCompletionPeopleSuspenseQuery = (options?: Omit<useSuspenseQuery.Options<CompletionPeopleQueryVariables>, 'skip'>) =>
  useSuspenseQuery<CompletionPeopleQuery, CompletionPeopleQueryVariables>(CompletionPeopleDocument, options);

export const usePreviewAddCompletionsMutation = (options?: useMutation.Options<PreviewAddCompletionsMutation, PreviewAddCompletionsMutationVariables>) => useMutation<PreviewAddCompletionsMutation, PreviewAddCompletionsMutationVariables>(PreviewAddCompletionsDocument, options);

export const usePreviewRevokeCompletionsMutation = (options?: useMutation.Options<PreviewRevokeCompletionsMutation, PreviewRevokeCompletionsMutationVariables>) => useMutation<PreviewRevokeCompletionsMutation, PreviewRevokeCompletionsMutationVariables>(PreviewRevokeCompletionsDocument, options);