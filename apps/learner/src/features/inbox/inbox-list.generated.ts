/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../gql/schema-types.ts';

import { type SkipToken, useLazyQuery, useMutation, useQuery, useSuspenseQuery } from '@apollo/client/react';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type InboxListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type InboxListQuery = { inbox: { __typename: 'InboxMessageConnection', edges: Array<{ __typename: 'InboxMessageEdge', node: (
        { __typename: 'InboxMessage' }
        & InboxRowFragment
      ) }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type InboxRowFragment = { __typename: 'InboxMessage', id: string, type: Types.NoticeType, message: string, at: string, readAt: string | null, planId: string | null, enrollmentId: string | null };

export type ReadInboxMutationVariables = Exact<{
  input: Types.ReadInboxInput;
}>;


export type ReadInboxMutation = { readInbox: { __typename: 'InboxState', unread: number } };

export const InboxRowFragmentDoc = /*#__PURE__*/ {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InboxRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InboxMessage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"readAt"}},{"kind":"Field","name":{"kind":"Name","value":"planId"}},{"kind":"Field","name":{"kind":"Name","value":"enrollmentId"}}]}}]} as unknown as DocumentNode<InboxRowFragment, unknown>;
export const InboxListDocument = /*#__PURE__*/ {"__meta__":{"id":"5eb21daac1e06e19f46a613b9533b4a2096bae4bf835f626500b8bc40e61e1e6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"InboxList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inbox"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"InboxRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InboxRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InboxMessage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"readAt"}},{"kind":"Field","name":{"kind":"Name","value":"planId"}},{"kind":"Field","name":{"kind":"Name","value":"enrollmentId"}}]}}]} as unknown as DocumentNode<InboxListQuery, InboxListQueryVariables>;
export const ReadInboxDocument = /*#__PURE__*/ {"__meta__":{"id":"06b2eddb2cc626bd933d6d1422ce55d5d50a6ca9f8612f6594ccd4ae9e6c07d8"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReadInbox"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReadInboxInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"readInbox"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unread"}}]}}]}}]} as unknown as DocumentNode<ReadInboxMutation, ReadInboxMutationVariables>;
export const useInboxListQuery = (options: useQuery.Options<InboxListQuery, InboxListQueryVariables> | SkipToken) => useQuery<InboxListQuery, InboxListQueryVariables>(InboxListDocument, options);
export const useInboxListLazyQuery = (options?: useLazyQuery.Options<InboxListQuery, InboxListQueryVariables>) => useLazyQuery<InboxListQuery, InboxListQueryVariables>(InboxListDocument, options);
export const useInboxListSuspenseQuery = (options: Omit<useSuspenseQuery.Options<InboxListQueryVariables>, 'skip'>) =>
  useSuspenseQuery<InboxListQuery, InboxListQueryVariables>(InboxListDocument, options);

export const useReadInboxMutation = (options?: useMutation.Options<ReadInboxMutation, ReadInboxMutationVariables>) => useMutation<ReadInboxMutation, ReadInboxMutationVariables>(ReadInboxDocument, options);