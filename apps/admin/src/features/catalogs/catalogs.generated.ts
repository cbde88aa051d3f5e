/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../gql/schema-types.ts';

import { type SkipToken, useLazyQuery, useMutation, useQuery, useSubscription, useSuspenseQuery } from '@apollo/client/react';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type CatalogRowFragment = { __typename: 'Catalog', id: string, name: string, description: string, audienceSentence: string | null, planCount: number, courseCount: number, rowVersion: number, viewerCan: { __typename: 'CatalogAbilities', edit: boolean, fillCourses: boolean } };

export type CatalogPartsFragment = (
  { __typename: 'Catalog', audience: unknown }
  & CatalogRowFragment
);

export type CatalogListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  search?: string | null | undefined;
}>;


export type CatalogListQuery = { catalogs: { __typename: 'CatalogConnection', edges: Array<{ __typename: 'CatalogEdge', node: (
        { __typename: 'Catalog' }
        & CatalogRowFragment
      ) }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type CatalogPageQueryVariables = Exact<{
  id: string;
}>;


export type CatalogPageQuery = { catalog: (
    { __typename: 'Catalog' }
    & CatalogPartsFragment
  ) | null };

export type CatalogMovesSubscriptionVariables = Exact<{
  id: string;
}>;


export type CatalogMovesSubscription = { catalogChanged: (
    { __typename: 'Catalog' }
    & CatalogPartsFragment
  ) };

export type CatalogEntryRowFragment = { __typename: 'CatalogEntry', id: string, kind: Types.CatalogEntryKind, subjectId: string, name: string, addedAt: string, viewerCanRemove: boolean, plan: { __typename: 'LearningPlan', id: string, lifecycle: Types.PlanLifecycle } | null };

export type CatalogEntriesQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
  search?: string | null | undefined;
  kind?: Types.CatalogEntryKind | null | undefined;
}>;


export type CatalogEntriesQuery = { catalog: { __typename: 'Catalog', id: string, entries: { __typename: 'CatalogEntryConnection', edges: Array<{ __typename: 'CatalogEntryEdge', node: (
          { __typename: 'CatalogEntry' }
          & CatalogEntryRowFragment
        ) }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } } | null };

export type CatalogRemovalQueryVariables = Exact<{
  id: string;
}>;


export type CatalogRemovalQuery = { catalogRemoval: { __typename: 'CatalogRemoval', people: number, hidden: number } | null };

export type CatalogPlanFinderQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: Types.LearningPlanFilterInput | null | undefined;
}>;


export type CatalogPlanFinderQuery = { learningPlans: { __typename: 'LearningPlanConnection', edges: Array<{ __typename: 'LearningPlanEdge', node: { __typename: 'LearningPlan', id: string, name: string, code: string, lifecycle: Types.PlanLifecycle, viewerCan: { __typename: 'LearningPlanAbilities', setVisibleRange: boolean } } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type CatalogsOfPlanQueryVariables = Exact<{
  id: string;
}>;


export type CatalogsOfPlanQuery = { learningPlan: { __typename: 'LearningPlan', id: string, catalogs: Array<{ __typename: 'Catalog', id: string, name: string, audienceSentence: string | null }> } | null };

export type CatalogAnswer_Catalog_Fragment = (
  { __typename: 'Catalog' }
  & CatalogPartsFragment
);

export type CatalogAnswer_InputRefused_Fragment = { __typename: 'InputRefused', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> };

export type CatalogAnswer_NotAllowed_Fragment = { __typename: 'NotAllowed', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> };

export type CatalogAnswer_NotFound_Fragment = { __typename: 'NotFound', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> };

export type CatalogAnswer_StaleEdit_Fragment = { __typename: 'StaleEdit', currentRowVersion: number, problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> };

export type CatalogAnswerFragment =
  | CatalogAnswer_Catalog_Fragment
  | CatalogAnswer_InputRefused_Fragment
  | CatalogAnswer_NotAllowed_Fragment
  | CatalogAnswer_NotFound_Fragment
  | CatalogAnswer_StaleEdit_Fragment
;

export type CreateCatalogMutationVariables = Exact<{
  input: Types.CreateCatalogInput;
}>;


export type CreateCatalogMutation = { createCatalog:
    | (
      { __typename: 'Catalog' }
      & CatalogAnswer_Catalog_Fragment
    )
    | (
      { __typename: 'InputRefused' }
      & CatalogAnswer_InputRefused_Fragment
    )
    | (
      { __typename: 'NotAllowed' }
      & CatalogAnswer_NotAllowed_Fragment
    )
    | (
      { __typename: 'NotFound' }
      & CatalogAnswer_NotFound_Fragment
    )
    | (
      { __typename: 'StaleEdit' }
      & CatalogAnswer_StaleEdit_Fragment
    )
   };

export type UpdateCatalogMutationVariables = Exact<{
  input: Types.UpdateCatalogInput;
}>;


export type UpdateCatalogMutation = { updateCatalog:
    | (
      { __typename: 'Catalog' }
      & CatalogAnswer_Catalog_Fragment
    )
    | (
      { __typename: 'InputRefused' }
      & CatalogAnswer_InputRefused_Fragment
    )
    | (
      { __typename: 'NotAllowed' }
      & CatalogAnswer_NotAllowed_Fragment
    )
    | (
      { __typename: 'NotFound' }
      & CatalogAnswer_NotFound_Fragment
    )
    | (
      { __typename: 'StaleEdit' }
      & CatalogAnswer_StaleEdit_Fragment
    )
   };

export type RemoveCatalogMutationVariables = Exact<{
  input: Types.RemoveCatalogInput;
}>;


export type RemoveCatalogMutation = { removeCatalog:
    | { __typename: 'CatalogRemoved', catalogId: string }
    | { __typename: 'InputRefused', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> }
    | { __typename: 'NotAllowed', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> }
    | { __typename: 'NotFound', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> }
    | { __typename: 'StaleEdit', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> }
   };

export type FillingAnswer_CatalogFilling_Fragment = { __typename: 'CatalogFilling', changed: number, rows: Array<{ __typename: 'CatalogFillRow', catalogId: string, subjectId: string, outcome: Types.CatalogFillOutcome, problem: { __typename: 'Problem', code: string, message: string } | null }>, catalogs: Array<{ __typename: 'Catalog', id: string, planCount: number, courseCount: number }> };

export type FillingAnswer_InputRefused_Fragment = { __typename: 'InputRefused', problems: Array<{ __typename: 'Problem', code: string, message: string }> };

export type FillingAnswer_NotAllowed_Fragment = { __typename: 'NotAllowed', problems: Array<{ __typename: 'Problem', code: string, message: string }> };

export type FillingAnswer_NotFound_Fragment = { __typename: 'NotFound', problems: Array<{ __typename: 'Problem', code: string, message: string }> };

export type FillingAnswerFragment =
  | FillingAnswer_CatalogFilling_Fragment
  | FillingAnswer_InputRefused_Fragment
  | FillingAnswer_NotAllowed_Fragment
  | FillingAnswer_NotFound_Fragment
;

export type AddToCatalogsMutationVariables = Exact<{
  input: Types.CatalogFillingInput;
}>;


export type AddToCatalogsMutation = { addToCatalogs:
    | (
      { __typename: 'CatalogFilling' }
      & FillingAnswer_CatalogFilling_Fragment
    )
    | (
      { __typename: 'InputRefused' }
      & FillingAnswer_InputRefused_Fragment
    )
    | (
      { __typename: 'NotAllowed' }
      & FillingAnswer_NotAllowed_Fragment
    )
    | (
      { __typename: 'NotFound' }
      & FillingAnswer_NotFound_Fragment
    )
   };

export type RemoveFromCatalogsMutationVariables = Exact<{
  input: Types.CatalogFillingInput;
}>;


export type RemoveFromCatalogsMutation = { removeFromCatalogs:
    | (
      { __typename: 'CatalogFilling' }
      & FillingAnswer_CatalogFilling_Fragment
    )
    | (
      { __typename: 'InputRefused' }
      & FillingAnswer_InputRefused_Fragment
    )
    | (
      { __typename: 'NotAllowed' }
      & FillingAnswer_NotAllowed_Fragment
    )
    | (
      { __typename: 'NotFound' }
      & FillingAnswer_NotFound_Fragment
    )
   };

export const CatalogEntryRowFragmentDoc = /*#__PURE__*/ {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CatalogEntryRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CatalogEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"subjectId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"addedAt"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanRemove"}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"lifecycle"}}]}}]}}]} as unknown as DocumentNode<CatalogEntryRowFragment, unknown>;
export const CatalogRowFragmentDoc = /*#__PURE__*/ {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CatalogRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Catalog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"audienceSentence"}},{"kind":"Field","name":{"kind":"Name","value":"planCount"}},{"kind":"Field","name":{"kind":"Name","value":"courseCount"}},{"kind":"Field","name":{"kind":"Name","value":"rowVersion"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edit"}},{"kind":"Field","name":{"kind":"Name","value":"fillCourses"}}]}}]}}]} as unknown as DocumentNode<CatalogRowFragment, unknown>;
export const CatalogPartsFragmentDoc = /*#__PURE__*/ {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CatalogParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Catalog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogRow"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CatalogRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Catalog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"audienceSentence"}},{"kind":"Field","name":{"kind":"Name","value":"planCount"}},{"kind":"Field","name":{"kind":"Name","value":"courseCount"}},{"kind":"Field","name":{"kind":"Name","value":"rowVersion"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edit"}},{"kind":"Field","name":{"kind":"Name","value":"fillCourses"}}]}}]}}]} as unknown as DocumentNode<CatalogPartsFragment, unknown>;
export const CatalogAnswerFragmentDoc = /*#__PURE__*/ {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CatalogAnswer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CatalogResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Catalog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogParts"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StaleEdit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currentRowVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CatalogRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Catalog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"audienceSentence"}},{"kind":"Field","name":{"kind":"Name","value":"planCount"}},{"kind":"Field","name":{"kind":"Name","value":"courseCount"}},{"kind":"Field","name":{"kind":"Name","value":"rowVersion"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edit"}},{"kind":"Field","name":{"kind":"Name","value":"fillCourses"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CatalogParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Catalog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogRow"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}}]}}]} as unknown as DocumentNode<CatalogAnswerFragment, unknown>;
export const FillingAnswerFragmentDoc = /*#__PURE__*/ {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FillingAnswer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CatalogFillingResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CatalogFilling"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"catalogId"}},{"kind":"Field","name":{"kind":"Name","value":"subjectId"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"problem"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"catalogs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"planCount"}},{"kind":"Field","name":{"kind":"Name","value":"courseCount"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<FillingAnswerFragment, unknown>;
export const CatalogListDocument = /*#__PURE__*/ {"__meta__":{"id":"1bfc4bed2e93dd4f7ed0cb5306e6cef217b4ea8c4dc6f4698818fecadc23e41a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CatalogList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"catalogs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CatalogRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Catalog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"audienceSentence"}},{"kind":"Field","name":{"kind":"Name","value":"planCount"}},{"kind":"Field","name":{"kind":"Name","value":"courseCount"}},{"kind":"Field","name":{"kind":"Name","value":"rowVersion"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edit"}},{"kind":"Field","name":{"kind":"Name","value":"fillCourses"}}]}}]}}]} as unknown as DocumentNode<CatalogListQuery, CatalogListQueryVariables>;
export const CatalogPageDocument = /*#__PURE__*/ {"__meta__":{"id":"3aab75c8c0f799295eea7e4ca9975dfcc6676a7b0df8f612f3b8828b2bdb9508"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CatalogPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"catalog"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CatalogRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Catalog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"audienceSentence"}},{"kind":"Field","name":{"kind":"Name","value":"planCount"}},{"kind":"Field","name":{"kind":"Name","value":"courseCount"}},{"kind":"Field","name":{"kind":"Name","value":"rowVersion"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edit"}},{"kind":"Field","name":{"kind":"Name","value":"fillCourses"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CatalogParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Catalog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogRow"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}}]}}]} as unknown as DocumentNode<CatalogPageQuery, CatalogPageQueryVariables>;
export const CatalogMovesDocument = /*#__PURE__*/ {"__meta__":{"id":"e1eee650df1a60985d2abe34597cee8b623cbb8a40e9b52aec9866452d85c45b"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"CatalogMoves"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"catalogChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CatalogRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Catalog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"audienceSentence"}},{"kind":"Field","name":{"kind":"Name","value":"planCount"}},{"kind":"Field","name":{"kind":"Name","value":"courseCount"}},{"kind":"Field","name":{"kind":"Name","value":"rowVersion"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edit"}},{"kind":"Field","name":{"kind":"Name","value":"fillCourses"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CatalogParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Catalog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogRow"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}}]}}]} as unknown as DocumentNode<CatalogMovesSubscription, CatalogMovesSubscriptionVariables>;
export const CatalogEntriesDocument = /*#__PURE__*/ {"__meta__":{"id":"12447c06fd6caf28ffa367953a766261cbaaa9b2445e1497b0e82820ba87fbb4"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CatalogEntries"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"kind"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CatalogEntryKind"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"catalog"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"entries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"kind"},"value":{"kind":"Variable","name":{"kind":"Name","value":"kind"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogEntryRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CatalogEntryRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CatalogEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"subjectId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"addedAt"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanRemove"}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"lifecycle"}}]}}]}}]} as unknown as DocumentNode<CatalogEntriesQuery, CatalogEntriesQueryVariables>;
export const CatalogRemovalDocument = /*#__PURE__*/ {"__meta__":{"id":"986477c50dbef4e92b0a82e6edd40c048c7f954b0c86d26868c8b54853bd1104"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CatalogRemoval"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"catalogRemoval"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"people"}},{"kind":"Field","name":{"kind":"Name","value":"hidden"}}]}}]}}]} as unknown as DocumentNode<CatalogRemovalQuery, CatalogRemovalQueryVariables>;
export const CatalogPlanFinderDocument = /*#__PURE__*/ {"__meta__":{"id":"0107a0dcc9566cf2f4dd50ef5b401977968db98903eafcf68abd7a624db169e5"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CatalogPlanFinder"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"LearningPlanFilterInput"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"learningPlans"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"lifecycle"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setVisibleRange"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<CatalogPlanFinderQuery, CatalogPlanFinderQueryVariables>;
export const CatalogsOfPlanDocument = /*#__PURE__*/ {"__meta__":{"id":"86059bb51d31ab20a714c63f70a90762016efcb088c3e3a1d77106283a8df162"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CatalogsOfPlan"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"learningPlan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"catalogs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"audienceSentence"}}]}}]}}]}}]} as unknown as DocumentNode<CatalogsOfPlanQuery, CatalogsOfPlanQueryVariables>;
export const CreateCatalogDocument = /*#__PURE__*/ {"__meta__":{"id":"7e6c3ffc2ea8be8c141bee6484e75d884a0009a661e4ab8dd2c5c4fdda12c997"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateCatalog"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateCatalogInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createCatalog"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogAnswer"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CatalogRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Catalog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"audienceSentence"}},{"kind":"Field","name":{"kind":"Name","value":"planCount"}},{"kind":"Field","name":{"kind":"Name","value":"courseCount"}},{"kind":"Field","name":{"kind":"Name","value":"rowVersion"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edit"}},{"kind":"Field","name":{"kind":"Name","value":"fillCourses"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CatalogParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Catalog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogRow"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CatalogAnswer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CatalogResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Catalog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogParts"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StaleEdit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currentRowVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<CreateCatalogMutation, CreateCatalogMutationVariables>;
export const UpdateCatalogDocument = /*#__PURE__*/ {"__meta__":{"id":"171fa2f107358a2e1349b2941422939a464c630801302ccd982213f37661ce38"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateCatalog"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateCatalogInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateCatalog"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogAnswer"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CatalogRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Catalog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"audienceSentence"}},{"kind":"Field","name":{"kind":"Name","value":"planCount"}},{"kind":"Field","name":{"kind":"Name","value":"courseCount"}},{"kind":"Field","name":{"kind":"Name","value":"rowVersion"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edit"}},{"kind":"Field","name":{"kind":"Name","value":"fillCourses"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CatalogParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Catalog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogRow"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CatalogAnswer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CatalogResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Catalog"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CatalogParts"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StaleEdit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currentRowVersion"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<UpdateCatalogMutation, UpdateCatalogMutationVariables>;
export const RemoveCatalogDocument = /*#__PURE__*/ {"__meta__":{"id":"392cd392b80b1d4fdeba148d4ad4c338683ccc34f898272ad14294383c1e9ced"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveCatalog"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RemoveCatalogInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removeCatalog"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CatalogRemoved"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"catalogId"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RemoveCatalogMutation, RemoveCatalogMutationVariables>;
export const AddToCatalogsDocument = /*#__PURE__*/ {"__meta__":{"id":"134025be6c211c60b4015aa003baf791b26b38a3e71d2f0acb58ca9502bcf34a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddToCatalogs"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CatalogFillingInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addToCatalogs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FillingAnswer"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FillingAnswer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CatalogFillingResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CatalogFilling"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"catalogId"}},{"kind":"Field","name":{"kind":"Name","value":"subjectId"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"problem"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"catalogs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"planCount"}},{"kind":"Field","name":{"kind":"Name","value":"courseCount"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<AddToCatalogsMutation, AddToCatalogsMutationVariables>;
export const RemoveFromCatalogsDocument = /*#__PURE__*/ {"__meta__":{"id":"f18b5b4e1d34db43f9c368fc227144053a495e3ed5e4328d25c325eccb165219"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveFromCatalogs"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CatalogFillingInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removeFromCatalogs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FillingAnswer"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FillingAnswer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CatalogFillingResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CatalogFilling"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changed"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"catalogId"}},{"kind":"Field","name":{"kind":"Name","value":"subjectId"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"problem"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"catalogs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"planCount"}},{"kind":"Field","name":{"kind":"Name","value":"courseCount"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RemoveFromCatalogsMutation, RemoveFromCatalogsMutationVariables>;
export const useCatalogListQuery = (options: useQuery.Options<CatalogListQuery, CatalogListQueryVariables> | SkipToken) => useQuery<CatalogListQuery, CatalogListQueryVariables>(CatalogListDocument, options);
export const useCatalogListLazyQuery = (options?: useLazyQuery.Options<CatalogListQuery, CatalogListQueryVariables>) => useLazyQuery<CatalogListQuery, CatalogListQueryVariables>(CatalogListDocument, options);
export const useCatalogListSuspenseQuery = (options: Omit<useSuspenseQuery.Options<CatalogListQueryVariables>, 'skip'>) =>
  useSuspenseQuery<CatalogListQuery, CatalogListQueryVariables>(CatalogListDocument, options);

export const useCatalogPageQuery = (options: useQuery.Options<CatalogPageQuery, CatalogPageQueryVariables> | SkipToken) => useQuery<CatalogPageQuery, CatalogPageQueryVariables>(CatalogPageDocument, options);
export const useCatalogPageLazyQuery = (options?: useLazyQuery.Options<CatalogPageQuery, CatalogPageQueryVariables>) => useLazyQuery<CatalogPageQuery, CatalogPageQueryVariables>(CatalogPageDocument, options);
export const useCatalogPageSuspenseQuery = (options: Omit<useSuspenseQuery.Options<CatalogPageQueryVariables>, 'skip'>) =>
  useSuspenseQuery<CatalogPageQuery, CatalogPageQueryVariables>(CatalogPageDocument, options);

export const useCatalogMovesSubscription = (options: useSubscription.Options<CatalogMovesSubscription, CatalogMovesSubscriptionVariables> | SkipToken) => useSubscription<CatalogMovesSubscription, CatalogMovesSubscriptionVariables>(CatalogMovesDocument, options);

export const useCatalogEntriesQuery = (options: useQuery.Options<CatalogEntriesQuery, CatalogEntriesQueryVariables> | SkipToken) => useQuery<CatalogEntriesQuery, CatalogEntriesQueryVariables>(CatalogEntriesDocument, options);
export const useCatalogEntriesLazyQuery = (options?: useLazyQuery.Options<CatalogEntriesQuery, CatalogEntriesQueryVariables>) => useLazyQuery<CatalogEntriesQuery, CatalogEntriesQueryVariables>(CatalogEntriesDocument, options);
export const useCatalogEntriesSuspenseQuery = (options: Omit<useSuspenseQuery.Options<CatalogEntriesQueryVariables>, 'skip'>) =>
  useSuspenseQuery<CatalogEntriesQuery, CatalogEntriesQueryVariables>(CatalogEntriesDocument, options);

export const useCatalogRemovalQuery = (options: useQuery.Options<CatalogRemovalQuery, CatalogRemovalQueryVariables> | SkipToken) => useQuery<CatalogRemovalQuery, CatalogRemovalQueryVariables>(CatalogRemovalDocument, options);
export const useCatalogRemovalLazyQuery = (options?: useLazyQuery.Options<CatalogRemovalQuery, CatalogRemovalQueryVariables>) => useLazyQuery<CatalogRemovalQuery, CatalogRemovalQueryVariables>(CatalogRemovalDocument, options);
export const useCatalogRemovalSuspenseQuery = (options: Omit<useSuspenseQuery.Options<CatalogRemovalQueryVariables>, 'skip'>) =>
  useSuspenseQuery<CatalogRemovalQuery, CatalogRemovalQueryVariables>(CatalogRemovalDocument, options);

export const useCatalogPlanFinderQuery = (options: useQuery.Options<CatalogPlanFinderQuery, CatalogPlanFinderQueryVariables> | SkipToken) => useQuery<CatalogPlanFinderQuery, CatalogPlanFinderQueryVariables>(CatalogPlanFinderDocument, options);
export const useCatalogPlanFinderLazyQuery = (options?: useLazyQuery.Options<CatalogPlanFinderQuery, CatalogPlanFinderQueryVariables>) => useLazyQuery<CatalogPlanFinderQuery, CatalogPlanFinderQueryVariables>(CatalogPlanFinderDocument, options);
export const useCatalogPlanFinderSuspenseQuery = (options: Omit<useSuspenseQuery.Options<CatalogPlanFinderQueryVariables>, 'skip'>) =>
  useSuspenseQuery<CatalogPlanFinderQuery, CatalogPlanFinderQueryVariables>(CatalogPlanFinderDocument, options);

export const useCatalogsOfPlanQuery = (options: useQuery.Options<CatalogsOfPlanQuery, CatalogsOfPlanQueryVariables> | SkipToken) => useQuery<CatalogsOfPlanQuery, CatalogsOfPlanQueryVariables>(CatalogsOfPlanDocument, options);
export const useCatalogsOfPlanLazyQuery = (options?: useLazyQuery.Options<CatalogsOfPlanQuery, CatalogsOfPlanQueryVariables>) => useLazyQuery<CatalogsOfPlanQuery, CatalogsOfPlanQueryVariables>(CatalogsOfPlanDocument, options);
export const useCatalogsOfPlanSuspenseQuery = (options: Omit<useSuspenseQuery.Options<CatalogsOfPlanQueryVariables>, 'skip'>) =>
  useSuspenseQuery<CatalogsOfPlanQuery, CatalogsOfPlanQueryVariables>(CatalogsOfPlanDocument, options);

export const useCreateCatalogMutation = (options?: useMutation.Options<CreateCatalogMutation, CreateCatalogMutationVariables>) => useMutation<CreateCatalogMutation, CreateCatalogMutationVariables>(CreateCatalogDocument, options);

export const useUpdateCatalogMutation = (options?: useMutation.Options<UpdateCatalogMutation, UpdateCatalogMutationVariables>) => useMutation<UpdateCatalogMutation, UpdateCatalogMutationVariables>(UpdateCatalogDocument, options);

export const useRemoveCatalogMutation = (options?: useMutation.Options<RemoveCatalogMutation, RemoveCatalogMutationVariables>) => useMutation<RemoveCatalogMutation, RemoveCatalogMutationVariables>(RemoveCatalogDocument, options);

export const useAddToCatalogsMutation = (options?: useMutation.Options<AddToCatalogsMutation, AddToCatalogsMutationVariables>) => useMutation<AddToCatalogsMutation, AddToCatalogsMutationVariables>(AddToCatalogsDocument, options);

export const useRemoveFromCatalogsMutation = (options?: useMutation.Options<RemoveFromCatalogsMutation, RemoveFromCatalogsMutationVariables>) => useMutation<RemoveFromCatalogsMutation, RemoveFromCatalogsMutationVariables>(RemoveFromCatalogsDocument, options);