/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../gql/schema-types.ts';

import { type SkipToken, useLazyQuery, useQuery, useSuspenseQuery } from '@apollo/client/react';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type ContentFinderQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: Types.LearningObjectFilterInput | null | undefined;
}>;


export type ContentFinderQuery = { learningObjects: { __typename: 'LearningObjectConnection', edges: Array<{ __typename: 'LearningObjectEdge', node: (
        { __typename: 'LearningObject' }
        & FoundContentFragment
      ) }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type FoundContentFragment = { __typename: 'LearningObject', id: string, name: string, kind: Types.LearningObjectKind, status: Types.LearningObjectStatus, durationMinutes: number | null };

export type LibraryChoicesQueryVariables = Exact<{
  filter?: Types.LearningObjectFilterInput | null | undefined;
}>;


export type LibraryChoicesQuery = { learningObjectFacets: { __typename: 'LearningObjectFacets', languages: Array<{ __typename: 'LearningObjectFacet', value: string, count: number }>, creditTypes: Array<{ __typename: 'LearningObjectFacet', value: string, count: number }> } };

export const FoundContentFragmentDoc = /*#__PURE__*/ {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FoundContent"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LearningObject"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"durationMinutes"}}]}}]} as unknown as DocumentNode<FoundContentFragment, unknown>;
export const ContentFinderDocument = /*#__PURE__*/ {"__meta__":{"id":"4f0885962af43dc729b8ccc41e2d358c6356757b80552094c91abb63539a9893"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ContentFinder"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"LearningObjectFilterInput"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"learningObjects"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FoundContent"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FoundContent"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LearningObject"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"durationMinutes"}}]}}]} as unknown as DocumentNode<ContentFinderQuery, ContentFinderQueryVariables>;
export const LibraryChoicesDocument = /*#__PURE__*/ {"__meta__":{"id":"77ee00a99d36cab9922c1cc706a53423f770ddd8ab7f986acd9ca64c52011940"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LibraryChoices"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"LearningObjectFilterInput"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"learningObjectFacets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"languages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"creditTypes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]}}]} as unknown as DocumentNode<LibraryChoicesQuery, LibraryChoicesQueryVariables>;
export const useContentFinderQuery = (options: useQuery.Options<ContentFinderQuery, ContentFinderQueryVariables> | SkipToken) => useQuery<ContentFinderQuery, ContentFinderQueryVariables>(ContentFinderDocument, options);
export const useContentFinderLazyQuery = (options?: useLazyQuery.Options<ContentFinderQuery, ContentFinderQueryVariables>) => useLazyQuery<ContentFinderQuery, ContentFinderQueryVariables>(ContentFinderDocument, options);
export const useContentFinderSuspenseQuery = (options: Omit<useSuspenseQuery.Options<ContentFinderQueryVariables>, 'skip'>) =>
  useSuspenseQuery<ContentFinderQuery, ContentFinderQueryVariables>(ContentFinderDocument, options);

export const useLibraryChoicesQuery = (options?: useQuery.Options<LibraryChoicesQuery, LibraryChoicesQueryVariables> | SkipToken) => useQuery<LibraryChoicesQuery, LibraryChoicesQueryVariables>(LibraryChoicesDocument, options);
export const useLibraryChoicesLazyQuery = (options?: useLazyQuery.Options<LibraryChoicesQuery, LibraryChoicesQueryVariables>) => useLazyQuery<LibraryChoicesQuery, LibraryChoicesQueryVariables>(LibraryChoicesDocument, options);
export const useLibraryChoicesSuspenseQuery = (options?: Omit<useSuspenseQuery.Options<LibraryChoicesQueryVariables>, 'skip'>) =>
  useSuspenseQuery<LibraryChoicesQuery, LibraryChoicesQueryVariables>(LibraryChoicesDocument, options);