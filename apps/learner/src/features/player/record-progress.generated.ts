/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../gql/schema-types.ts';

import { useMutation } from '@apollo/client/react';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type RecordProgressMutationVariables = Exact<{
  input: Types.RecordProgressInput;
}>;


export type RecordProgressMutation = { recordProgress:
    | { __typename: 'InputRefused', problems: Array<{ __typename: 'Problem', code: string, message: string }> }
    | { __typename: 'LearnerCourse', id: string, state: string, progress: number, completedOn: string | null, nextModuleId: string | null, lockedBecause: string | null, modules: Array<{ __typename: 'LearnerModule', id: string, state: string, progress: number, resumeAt: number | null, completedOn: string | null }> }
    | { __typename: 'NotAllowed', problems: Array<{ __typename: 'Problem', code: string, message: string }> }
    | { __typename: 'NotFound', problems: Array<{ __typename: 'Problem', code: string, message: string }> }
   };


export const RecordProgressDocument = /*#__PURE__*/ {"__meta__":{"id":"e3e7a744962f73bbe6c04f626acfc0bdd4488f6043a68604cbc8f10ce74f1b5d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RecordProgress"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordProgressInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordProgress"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LearnerCourse"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"completedOn"}},{"kind":"Field","name":{"kind":"Name","value":"nextModuleId"}},{"kind":"Field","name":{"kind":"Name","value":"lockedBecause"}},{"kind":"Field","name":{"kind":"Name","value":"modules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"resumeAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedOn"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RecordProgressMutation, RecordProgressMutationVariables>;
export const useRecordProgressMutation = (options?: useMutation.Options<RecordProgressMutation, RecordProgressMutationVariables>) => useMutation<RecordProgressMutation, RecordProgressMutationVariables>(RecordProgressDocument, options);