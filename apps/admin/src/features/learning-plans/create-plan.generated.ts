/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../gql/schema-types.ts';

import { useMutation } from '@apollo/client/react';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type CreatePlanMutationVariables = Exact<{
  input: Types.CreateLearningPlanInput;
}>;


export type CreatePlanMutation = { createLearningPlan:
    | { __typename: 'InputRefused', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> }
    | { __typename: 'LearningPlan', id: string }
    | { __typename: 'NotAllowed', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> }
    | { __typename: 'NotFound', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> }
    | { __typename: 'PlanNotPublishable', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> }
    | { __typename: 'StaleEdit', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> }
   };


export const CreatePlanDocument = /*#__PURE__*/ {"__meta__":{"id":"18b91e80e481f2c5eb611c4600bc7816e3c947e1057f64e9b375314a070a070c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreatePlan"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateLearningPlanInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createLearningPlan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LearningPlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CreatePlanMutation, CreatePlanMutationVariables>;
export const useCreatePlanMutation = (options?: useMutation.Options<CreatePlanMutation, CreatePlanMutationVariables>) => useMutation<CreatePlanMutation, CreatePlanMutationVariables>(CreatePlanDocument, options);