/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../gql/schema-types.ts';

import { type SkipToken, useLazyQuery, useMutation, useQuery, useSuspenseQuery } from '@apollo/client/react';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type ConflictPolicyQueryVariables = Exact<{ [key: string]: never; }>;


export type ConflictPolicyQuery = { conflictPolicy: { __typename: 'ConflictPolicy', groupConflict: Types.GroupConflictPolicy, since: string | null, changedBy: { __typename: 'Named', id: string, name: string } | null } };

export type PreviewConflictPolicyMutationVariables = Exact<{
  input: Types.PreviewConflictPolicyInput;
}>;


export type PreviewConflictPolicyMutation = { previewConflictPolicy:
    | { __typename: 'InputRefused', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> }
    | { __typename: 'NotAllowed', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> }
    | { __typename: 'NotFound', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> }
    | { __typename: 'Operation', id: string }
   };


export const ConflictPolicyDocument = /*#__PURE__*/ {"__meta__":{"id":"87249feff41cdd38c02e636df4b4f0129412c555ed0c22028dcf2a97f08167cc"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ConflictPolicy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"conflictPolicy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groupConflict"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"changedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<ConflictPolicyQuery, ConflictPolicyQueryVariables>;
export const PreviewConflictPolicyDocument = /*#__PURE__*/ {"__meta__":{"id":"9dd20ce475f6aac17b0f14e2ad859fbcc6fc8fe49b264b9a01df04d520a6cb71"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PreviewConflictPolicy"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PreviewConflictPolicyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewConflictPolicy"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Operation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PreviewConflictPolicyMutation, PreviewConflictPolicyMutationVariables>;
export const useConflictPolicyQuery = (options?: useQuery.Options<ConflictPolicyQuery, ConflictPolicyQueryVariables> | SkipToken) => useQuery<ConflictPolicyQuery, ConflictPolicyQueryVariables>(ConflictPolicyDocument, options);
export const useConflictPolicyLazyQuery = (options?: useLazyQuery.Options<ConflictPolicyQuery, ConflictPolicyQueryVariables>) => useLazyQuery<ConflictPolicyQuery, ConflictPolicyQueryVariables>(ConflictPolicyDocument, options);
export const useConflictPolicySuspenseQuery = (options?: Omit<useSuspenseQuery.Options<ConflictPolicyQueryVariables>, 'skip'>) =>
  useSuspenseQuery<ConflictPolicyQuery, ConflictPolicyQueryVariables>(ConflictPolicyDocument, options);

export const usePreviewConflictPolicyMutation = (options?: useMutation.Options<PreviewConflictPolicyMutation, PreviewConflictPolicyMutationVariables>) => useMutation<PreviewConflictPolicyMutation, PreviewConflictPolicyMutationVariables>(PreviewConflictPolicyDocument, options);