/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { type SkipToken, useLazyQuery, useQuery, useSuspenseQuery } from '@apollo/client/react';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type DepartmentChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type DepartmentChoicesQuery = { departments: Array<{ __typename: 'Department', id: string, name: string, path: Array<string> }> };


export const DepartmentChoicesDocument = /*#__PURE__*/ {"__meta__":{"id":"28371f71e5c41e6334a573a753528498dc38615b54c860459c8e7c79eee07df1"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DepartmentChoices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"departments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]} as unknown as DocumentNode<DepartmentChoicesQuery, DepartmentChoicesQueryVariables>;
export const useDepartmentChoicesQuery = (options?: useQuery.Options<DepartmentChoicesQuery, DepartmentChoicesQueryVariables> | SkipToken) => useQuery<DepartmentChoicesQuery, DepartmentChoicesQueryVariables>(DepartmentChoicesDocument, options);
export const useDepartmentChoicesLazyQuery = (options?: useLazyQuery.Options<DepartmentChoicesQuery, DepartmentChoicesQueryVariables>) => useLazyQuery<DepartmentChoicesQuery, DepartmentChoicesQueryVariables>(DepartmentChoicesDocument, options);
export const useDepartmentChoicesSuspenseQuery = (options?: Omit<useSuspenseQuery.Options<DepartmentChoicesQueryVariables>, 'skip'>) =>
  useSuspenseQuery<DepartmentChoicesQuery, DepartmentChoicesQueryVariables>(DepartmentChoicesDocument, options);