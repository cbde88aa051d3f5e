/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../gql/schema-types.ts';

import { useMutation } from '@apollo/client/react';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type SeeStepsMutationVariables = Exact<{
  input: Types.SeeStepsInput;
}>;


export type SeeStepsMutation = { seeSteps: number };


export const SeeStepsDocument = /*#__PURE__*/ {"__meta__":{"id":"313bd00065e0566bbf6448aacc36e7054f902e6cc218da5e04cdb686fab0bc35"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SeeSteps"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SeeStepsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seeSteps"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<SeeStepsMutation, SeeStepsMutationVariables>;
export const useSeeStepsMutation = (options?: useMutation.Options<SeeStepsMutation, SeeStepsMutationVariables>) => useMutation<SeeStepsMutation, SeeStepsMutationVariables>(SeeStepsDocument, options);