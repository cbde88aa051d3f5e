/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { type SkipToken, useLazyQuery, useQuery, useSuspenseQuery } from '@apollo/client/react';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type AudienceDirectoryQueryVariables = Exact<{ [key: string]: never; }>;


export type AudienceDirectoryQuery = { departments: Array<{ __typename: 'Department', id: string, name: string, path: Array<string> }>, positions: Array<{ __typename: 'Named', id: string, name: string }>, jobRoles: Array<{ __typename: 'Named', id: string, name: string }>, partnerAccounts: Array<{ __typename: 'Named', id: string, name: string }> };

export type AudiencePeopleQueryVariables = Exact<{
  search: string;
}>;


export type AudiencePeopleQuery = { people: { __typename: 'PersonConnection', edges: Array<{ __typename: 'PersonEdge', node: (
        { __typename: 'Person' }
        & AudiencePersonFragment
      ) }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type AudienceGroupsQueryVariables = Exact<{
  search: string;
}>;


export type AudienceGroupsQuery = { groups: { __typename: 'GroupConnection', edges: Array<{ __typename: 'GroupEdge', node: { __typename: 'Group', id: string, name: string } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type AudienceGroupQueryVariables = Exact<{
  id: string;
}>;


export type AudienceGroupQuery = { group: { __typename: 'Group', id: string, name: string } | null };

export type AudienceMemberQueryVariables = Exact<{
  id: string;
}>;


export type AudienceMemberQuery = { person: (
    { __typename: 'Person' }
    & AudiencePersonFragment
  ) | null };

export type AudiencePersonFragment = { __typename: 'Person', id: string, displayName: string, employeeNumber: string | null, email: string | null };

export type AudienceCountQueryVariables = Exact<{
  audience: unknown;
}>;


export type AudienceCountQuery = { audiencePreview:
    | { __typename: 'AudiencePreview', people: number, choosesEverybody: boolean, sentence: string, sample: Array<{ __typename: 'Person', id: string, displayName: string, department: { __typename: 'Department', id: string, path: Array<string> } | null }> }
    | { __typename: 'InputRefused', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> }
   };

export const AudiencePersonFragmentDoc = /*#__PURE__*/ {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AudiencePerson"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"employeeNumber"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]} as unknown as DocumentNode<AudiencePersonFragment, unknown>;
export const AudienceDirectoryDocument = /*#__PURE__*/ {"__meta__":{"id":"e65892b8e63c89e6ddd8a753e834f9b0b6a43df2048290c2863c64d20dfa2efb"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AudienceDirectory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"departments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"Field","name":{"kind":"Name","value":"positions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"jobRoles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"partnerAccounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<AudienceDirectoryQuery, AudienceDirectoryQueryVariables>;
export const AudiencePeopleDocument = /*#__PURE__*/ {"__meta__":{"id":"6bc4f75c16021da821d59d09791b17d2d00ff3cdc8a594f85dc36cc2e15f89fa"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AudiencePeople"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"people"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"statuses"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"ACTIVE"}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AudiencePerson"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AudiencePerson"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"employeeNumber"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]} as unknown as DocumentNode<AudiencePeopleQuery, AudiencePeopleQueryVariables>;
export const AudienceGroupsDocument = /*#__PURE__*/ {"__meta__":{"id":"36a3e189622d6a332838dec2ba053d6a3582154870418646264f5793ed0e47d9"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AudienceGroups"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groups"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<AudienceGroupsQuery, AudienceGroupsQueryVariables>;
export const AudienceGroupDocument = /*#__PURE__*/ {"__meta__":{"id":"f26ceda0d55adef14e62a05187151c97e261424b38a4d44a26b18dcdd879e46f"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AudienceGroup"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"group"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<AudienceGroupQuery, AudienceGroupQueryVariables>;
export const AudienceMemberDocument = /*#__PURE__*/ {"__meta__":{"id":"db47806a19a6d8f0d5daa16b95c0032cc7533829ba8968df30a35aac5dd9b002"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AudienceMember"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AudiencePerson"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AudiencePerson"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"employeeNumber"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]} as unknown as DocumentNode<AudienceMemberQuery, AudienceMemberQueryVariables>;
export const AudienceCountDocument = /*#__PURE__*/ {"__meta__":{"id":"7962105b28e07719baa3a9b3f1df61b747bca0188cf4386a4253304e93c6201e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AudienceCount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"audience"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Json"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"audiencePreview"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"audience"},"value":{"kind":"Variable","name":{"kind":"Name","value":"audience"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AudiencePreview"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"people"}},{"kind":"Field","name":{"kind":"Name","value":"choosesEverybody"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"sample"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"department"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InputRefused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AudienceCountQuery, AudienceCountQueryVariables>;
export const useAudienceDirectoryQuery = (options?: useQuery.Options<AudienceDirectoryQuery, AudienceDirectoryQueryVariables> | SkipToken) => useQuery<AudienceDirectoryQuery, AudienceDirectoryQueryVariables>(AudienceDirectoryDocument, options);
export const useAudienceDirectoryLazyQuery = (options?: useLazyQuery.Options<AudienceDirectoryQuery, AudienceDirectoryQueryVariables>) => useLazyQuery<AudienceDirectoryQuery, AudienceDirectoryQueryVariables>(AudienceDirectoryDocument, options);
export const useAudienceDirectorySuspenseQuery = (options?: Omit<useSuspenseQuery.Options<AudienceDirectoryQueryVariables>, 'skip'>) =>
  useSuspenseQuery<AudienceDirectoryQuery, AudienceDirectoryQueryVariables>(AudienceDirectoryDocument, options);

export const useAudiencePeopleQuery = (options: useQuery.Options<AudiencePeopleQuery, AudiencePeopleQueryVariables> | SkipToken) => useQuery<AudiencePeopleQuery, AudiencePeopleQueryVariables>(AudiencePeopleDocument, options);
export const useAudiencePeopleLazyQuery = (options?: useLazyQuery.Options<AudiencePeopleQuery, AudiencePeopleQueryVariables>) => useLazyQuery<AudiencePeopleQuery, AudiencePeopleQueryVariables>(AudiencePeopleDocument, options);
export const useAudiencePeopleSuspenseQuery = (options: Omit<useSuspenseQuery.Options<AudiencePeopleQueryVariables>, 'skip'>) =>
  useSuspenseQuery<AudiencePeopleQuery, AudiencePeopleQueryVariables>(AudiencePeopleDocument, options);

export const useAudienceGroupsQuery = (options: useQuery.Options<AudienceGroupsQuery, AudienceGroupsQueryVariables> | SkipToken) => useQuery<AudienceGroupsQuery, AudienceGroupsQueryVariables>(AudienceGroupsDocument, options);
export const useAudienceGroupsLazyQuery = (options?: useLazyQuery.Options<AudienceGroupsQuery, AudienceGroupsQueryVariables>) => useLazyQuery<AudienceGroupsQuery, AudienceGroupsQueryVariables>(AudienceGroupsDocument, options);
export const useAudienceGroupsSuspenseQuery = (options: Omit<useSuspenseQuery.Options<AudienceGroupsQueryVariables>, 'skip'>) =>
  useSuspenseQuery<AudienceGroupsQuery, AudienceGroupsQueryVariables>(AudienceGroupsDocument, options);

export const useAudienceGroupQuery = (options: useQuery.Options<AudienceGroupQuery, AudienceGroupQueryVariables> | SkipToken) => useQuery<AudienceGroupQuery, AudienceGroupQueryVariables>(AudienceGroupDocument, options);
export const useAudienceGroupLazyQuery = (options?: useLazyQuery.Options<AudienceGroupQuery, AudienceGroupQueryVariables>) => useLazyQuery<AudienceGroupQuery, AudienceGroupQueryVariables>(AudienceGroupDocument, options);
export const useAudienceGroupSuspenseQuery = (options: Omit<useSuspenseQuery.Options<AudienceGroupQueryVariables>, 'skip'>) =>
  useSuspenseQuery<AudienceGroupQuery, AudienceGroupQueryVariables>(AudienceGroupDocument, options);

export const useAudienceMemberQuery = (options: useQuery.Options<AudienceMemberQuery, AudienceMemberQueryVariables> | SkipToken) => useQuery<AudienceMemberQuery, AudienceMemberQueryVariables>(AudienceMemberDocument, options);
export const useAudienceMemberLazyQuery = (options?: useLazyQuery.Options<AudienceMemberQuery, AudienceMemberQueryVariables>) => useLazyQuery<AudienceMemberQuery, AudienceMemberQueryVariables>(AudienceMemberDocument, options);
export const useAudienceMemberSuspenseQuery = (options: Omit<useSuspenseQuery.Options<AudienceMemberQueryVariables>, 'skip'>) =>
  useSuspenseQuery<AudienceMemberQuery, AudienceMemberQueryVariables>(AudienceMemberDocument, options);

export const useAudienceCountQuery = (options: useQuery.Options<AudienceCountQuery, AudienceCountQueryVariables> | SkipToken) => useQuery<AudienceCountQuery, AudienceCountQueryVariables>(AudienceCountDocument, options);
export const useAudienceCountLazyQuery = (options?: useLazyQuery.Options<AudienceCountQuery, AudienceCountQueryVariables>) => useLazyQuery<AudienceCountQuery, AudienceCountQueryVariables>(AudienceCountDocument, options);
export const useAudienceCountSuspenseQuery = (options: Omit<useSuspenseQuery.Options<AudienceCountQueryVariables>, 'skip'>) =>
  useSuspenseQuery<AudienceCountQuery, AudienceCountQueryVariables>(AudienceCountDocument, options);