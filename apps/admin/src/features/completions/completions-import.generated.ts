/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../gql/schema-types.ts';

import { useMutation } from '@apollo/client/react';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type PreviewCompletionsImportMutationVariables = Exact<{
  input: Types.PreviewCompletionsImportInput;
}>;


export type PreviewCompletionsImportMutation = { previewCompletionsImport:
    | { __typename: 'InputRefused', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> }
    | { __typename: 'NotAllowed', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> }
    | { __typename: 'NotFound', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> }
    | { __typename: 'Operation', id: string }
   };


export const PreviewCompletionsImportDocument = /*#__PURE__*/ {"__meta__":{"id":"e13810e9202d12e554d8edc6ad8765fb621a4bc2745a4ef1c952f61a3b05aeeb"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PreviewCompletionsImport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PreviewCompletionsImportInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewCompletionsImport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Operation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NotAllowed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PreviewCompletionsImportMutation, PreviewCompletionsImportMutationVariables>;
export const usePreviewCompletionsImportMutation = (options?: useMutation.Options<PreviewCompletionsImportMutation, PreviewCompletionsImportMutationVariables>) => useMutation<PreviewCompletionsImportMutation, PreviewCompletionsImportMutationVariables>(PreviewCompletionsImportDocument, options);