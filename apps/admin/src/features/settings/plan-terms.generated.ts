/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../gql/schema-types.ts';

import { type SkipToken, useLazyQuery, useMutation, useQuery, useSuspenseQuery } from '@apollo/client/react';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type PlanTermsQueryVariables = Exact<{ [key: string]: never; }>;


export type PlanTermsQuery = { planTerms: (
    { __typename: 'PlanTerms' }
    & PlanTermsPartsFragment
  ) };

export type PlanTermsPartsFragment = { __typename: 'PlanTerms', rowVersion: number, terms: Array<{ __typename: 'PlanTerm', language: Types.TermLanguage, term: string | null }> };

export type SetPlanTermsMutationVariables = Exact<{
  input: Types.SetPlanTermsInput;
}>;


export type SetPlanTermsMutation = { setPlanTerms:
    | { __typename: 'InputRefused', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> }
    | (
      { __typename: 'PlanTerms' }
      & PlanTermsPartsFragment
    )
    | { __typename: 'StaleEdit', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> }
   };

export const PlanTermsPartsFragmentDoc = /*#__PURE__*/ {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlanTermsParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PlanTerms"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rowVersion"}},{"kind":"Field","name":{"kind":"Name","value":"terms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"term"}}]}}]}}]} as unknown as DocumentNode<PlanTermsPartsFragment, unknown>;
export const PlanTermsDocument = /*#__PURE__*/ {"__meta__":{"id":"60c12cc4a000f060e0d8ac6b9937da7e176e86b51849ddc1618fa13afb417fda"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PlanTerms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"planTerms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PlanTermsParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlanTermsParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PlanTerms"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rowVersion"}},{"kind":"Field","name":{"kind":"Name","value":"terms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"term"}}]}}]}}]} as unknown as DocumentNode<PlanTermsQuery, PlanTermsQueryVariables>;
export const SetPlanTermsDocument = /*#__PURE__*/ {"__meta__":{"id":"51a4f97f2533d273da852d696bd97606b989f33ef027b12153f66ce7cd792bc6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetPlanTerms"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetPlanTermsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setPlanTerms"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PlanTermsParts"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlanTermsParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PlanTerms"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rowVersion"}},{"kind":"Field","name":{"kind":"Name","value":"terms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"term"}}]}}]}}]} as unknown as DocumentNode<SetPlanTermsMutation, SetPlanTermsMutationVariables>;
export const usePlanTermsQuery = (options?: useQuery.Options<PlanTermsQuery, PlanTermsQueryVariables> | SkipToken) => useQuery<PlanTermsQuery, PlanTermsQueryVariables>(PlanTermsDocument, options);
export const usePlanTermsLazyQuery = (options?: useLazyQuery.Options<PlanTermsQuery, PlanTermsQueryVariables>) => useLazyQuery<PlanTermsQuery, PlanTermsQueryVariables>(PlanTermsDocument, options);
export const usePlanTermsSuspenseQuery = (options?: Omit<useSuspenseQuery.Options<PlanTermsQueryVariables>, 'skip'>) =>
  useSuspenseQuery<PlanTermsQuery, PlanTermsQueryVariables>(PlanTermsDocument, options);

export const useSetPlanTermsMutation = (options?: useMutation.Options<SetPlanTermsMutation, SetPlanTermsMutationVariables>) => useMutation<SetPlanTermsMutation, SetPlanTermsMutationVariables>(SetPlanTermsDocument, options);