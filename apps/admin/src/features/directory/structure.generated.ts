/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../gql/schema-types.ts';

import { type SkipToken, useLazyQuery, useMutation, useQuery, useSuspenseQuery } from '@apollo/client/react';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type DepartmentTreeQueryVariables = Exact<{ [key: string]: never; }>;


export type DepartmentTreeQuery = { departments: Array<(
    { __typename: 'Department' }
    & TreeDepartmentFragment
  )> };

export type TreeDepartmentFragment = { __typename: 'Department', id: string, parentId: string | null, name: string, path: Array<string>, rowVersion: number, peopleCount: number | null };

export type ChangedDepartmentFragment = { __typename: 'Department', id: string, parentId: string | null, name: string, path: Array<string>, rowVersion: number };

export type CreateDepartmentMutationVariables = Exact<{
  input: Types.CreateDepartmentInput;
}>;


export type CreateDepartmentMutation = { createDepartment:
    | (
      { __typename: 'Department' }
      & ChangedDepartmentFragment
    )
    | (
      { __typename: 'InputRefused' }
      & StructureRefusal_InputRefused_Fragment
    )
    | (
      { __typename: 'NotAllowed' }
      & StructureRefusal_NotAllowed_Fragment
    )
    | (
      { __typename: 'NotFound' }
      & StructureRefusal_NotFound_Fragment
    )
    | (
      { __typename: 'StaleEdit' }
      & StructureRefusal_StaleEdit_Fragment
    )
   };

export type RenameDepartmentMutationVariables = Exact<{
  input: Types.RenameDepartmentInput;
}>;


export type RenameDepartmentMutation = { renameDepartment:
    | (
      { __typename: 'Department' }
      & ChangedDepartmentFragment
    )
    | (
      { __typename: 'InputRefused' }
      & StructureRefusal_InputRefused_Fragment
    )
    | (
      { __typename: 'NotAllowed' }
      & StructureRefusal_NotAllowed_Fragment
    )
    | (
      { __typename: 'NotFound' }
      & StructureRefusal_NotFound_Fragment
    )
    | (
      { __typename: 'StaleEdit' }
      & StructureRefusal_StaleEdit_Fragment
    )
   };

export type MoveDepartmentMutationVariables = Exact<{
  input: Types.MoveDepartmentInput;
}>;


export type MoveDepartmentMutation = { moveDepartment:
    | (
      { __typename: 'Department' }
      & ChangedDepartmentFragment
    )
    | (
      { __typename: 'InputRefused' }
      & StructureRefusal_InputRefused_Fragment
    )
    | (
      { __typename: 'NotAllowed' }
      & StructureRefusal_NotAllowed_Fragment
    )
    | (
      { __typename: 'NotFound' }
      & StructureRefusal_NotFound_Fragment
    )
    | (
      { __typename: 'StaleEdit' }
      & StructureRefusal_StaleEdit_Fragment
    )
   };

export type RemoveDepartmentMutationVariables = Exact<{
  input: Types.RemoveDepartmentInput;
}>;


export type RemoveDepartmentMutation = { removeDepartment:
    | (
      { __typename: 'InputRefused' }
      & StructureRefusal_InputRefused_Fragment
    )
    | (
      { __typename: 'NotAllowed' }
      & StructureRefusal_NotAllowed_Fragment
    )
    | (
      { __typename: 'NotFound' }
      & StructureRefusal_NotFound_Fragment
    )
    | { __typename: 'Removed', id: string }
    | (
      { __typename: 'StaleEdit' }
      & StructureRefusal_StaleEdit_Fragment
    )
   };

export type PreviewMergeMutationVariables = Exact<{
  input: Types.PreviewMergeInput;
}>;


export type PreviewMergeMutation = { previewMerge:
    | { __typename: 'InputRefused', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> }
    | { __typename: 'NotAllowed', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> }
    | { __typename: 'NotFound', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> }
    | { __typename: 'Operation', id: string }
   };

export type StructureRefusal_InputRefused_Fragment = { __typename: 'InputRefused', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> };

export type StructureRefusal_NotAllowed_Fragment = { __typename: 'NotAllowed', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> };

export type StructureRefusal_NotFound_Fragment = { __typename: 'NotFound', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> };

export type StructureRefusal_PlanNotPublishable_Fragment = { __typename: 'PlanNotPublishable', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> };

export type StructureRefusal_StaleEdit_Fragment = { __typename: 'StaleEdit', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> };

export type StructureRefusal_StalePreview_Fragment = { __typename: 'StalePreview', problems: Array<{ __typename: 'Problem', code: string, message: string, field: string | null }> };

export type StructureRefusalFragment =
  | StructureRefusal_InputRefused_Fragment
  | StructureRefusal_NotAllowed_Fragment
  | StructureRefusal_NotFound_Fragment
  | StructureRefusal_PlanNotPublishable_Fragment
  | StructureRefusal_StaleEdit_Fragment
  | StructureRefusal_StalePreview_Fragment
;

export type NamedPlacesQueryVariables = Exact<{
  kind: Types.NamedKind;
}>;


export type NamedPlacesQuery = { namedPlaces: Array<(
    { __typename: 'NamedPlace' }
    & NamedPlaceRowFragment
  )> };

export type NamedPlaceRowFragment = { __typename: 'NamedPlace', id: string, name: string, rowVersion: number, peopleCount: number };

export type CreateNamedPlaceMutationVariables = Exact<{
  input: Types.CreateNamedPlaceInput;
}>;


export type CreateNamedPlaceMutation = { createNamedPlace:
    | (
      { __typename: 'InputRefused' }
      & StructureRefusal_InputRefused_Fragment
    )
    | (
      { __typename: 'NamedPlace' }
      & NamedPlaceRowFragment
    )
    | (
      { __typename: 'NotAllowed' }
      & StructureRefusal_NotAllowed_Fragment
    )
    | (
      { __typename: 'NotFound' }
      & StructureRefusal_NotFound_Fragment
    )
    | (
      { __typename: 'StaleEdit' }
      & StructureRefusal_StaleEdit_Fragment
    )
   };

export type RenameNamedPlaceMutationVariables = Exact<{
  input: Types.RenameNamedPlaceInput;
}>;


export type RenameNamedPlaceMutation = { renameNamedPlace:
    | (
      { __typename: 'InputRefused' }
      & StructureRefusal_InputRefused_Fragment
    )
    | (
      { __typename: 'NamedPlace' }
      & NamedPlaceRowFragment
    )
    | (
      { __typename: 'NotAllowed' }
      & StructureRefusal_NotAllowed_Fragment
    )
    | (
      { __typename: 'NotFound' }
      & StructureRefusal_NotFound_Fragment
    )
    | (
      { __typename: 'StaleEdit' }
      & StructureRefusal_StaleEdit_Fragment
    )
   };

export type RemoveNamedPlaceMutationVariables = Exact<{
  input: Types.RemoveNamedPlaceInput;
}>;


export type RemoveNamedPlaceMutation = { removeNamedPlace:
    | (
      { __typename: 'InputRefused' }
      & StructureRefusal_InputRefused_Fragment
    )
    | (
      { __typename: 'NotAllowed' }
      & StructureRefusal_NotAllowed_Fragment
    )
    | (
      { __typename: 'NotFound' }
      & StructureRefusal_NotFound_Fragment
    )
    | { __typename: 'Removed', id: string }
    | (
      { __typename: 'StaleEdit' }
      & StructureRefusal_StaleEdit_Fragment
    )
   };

export const TreeDepartmentFragmentDoc = /*#__PURE__*/ {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TreeDepartment"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Department"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"parentId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"rowVersion"}},{"kind":"Field","name":{"kind":"Name","value":"peopleCount"}}]}}]} as unknown as DocumentNode<TreeDepartmentFragment, unknown>;
export const ChangedDepartmentFragmentDoc = /*#__PURE__*/ {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChangedDepartment"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Department"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"parentId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"rowVersion"}}]}}]} as unknown as DocumentNode<ChangedDepartmentFragment, unknown>;
export const StructureRefusalFragmentDoc = /*#__PURE__*/ {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StructureRefusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]} as unknown as DocumentNode<StructureRefusalFragment, unknown>;
export const NamedPlaceRowFragmentDoc = /*#__PURE__*/ {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NamedPlaceRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NamedPlace"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"rowVersion"}},{"kind":"Field","name":{"kind":"Name","value":"peopleCount"}}]}}]} as unknown as DocumentNode<NamedPlaceRowFragment, unknown>;
export const DepartmentTreeDocument = /*#__PURE__*/ {"__meta__":{"id":"131b669c3778ccd4ba3c34608d15c02503cb9ae322d354c1c739d090984ac5d4"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DepartmentTree"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"departments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TreeDepartment"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TreeDepartment"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Department"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"parentId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"rowVersion"}},{"kind":"Field","name":{"kind":"Name","value":"peopleCount"}}]}}]} as unknown as DocumentNode<DepartmentTreeQuery, DepartmentTreeQueryVariables>;
export const CreateDepartmentDocument = /*#__PURE__*/ {"__meta__":{"id":"fe96ed2a74105faf1b28f13762d1e022836b5ab7e3dec172ab92abd1540af183"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateDepartment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateDepartmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createDepartment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChangedDepartment"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"StructureRefusal"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChangedDepartment"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Department"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"parentId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"rowVersion"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StructureRefusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]} as unknown as DocumentNode<CreateDepartmentMutation, CreateDepartmentMutationVariables>;
export const RenameDepartmentDocument = /*#__PURE__*/ {"__meta__":{"id":"5b871bc0b7aa76f03dfa569adfb73aa3419fe01c8eadcb9c47cd294db487b9ae"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RenameDepartment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RenameDepartmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"renameDepartment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChangedDepartment"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"StructureRefusal"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChangedDepartment"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Department"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"parentId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"rowVersion"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StructureRefusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]} as unknown as DocumentNode<RenameDepartmentMutation, RenameDepartmentMutationVariables>;
export const MoveDepartmentDocument = /*#__PURE__*/ {"__meta__":{"id":"e99403a904558d74bc3d76437060ccdf946e5e445b90979fb08d2dfe28b6de0c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MoveDepartment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MoveDepartmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"moveDepartment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChangedDepartment"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"StructureRefusal"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChangedDepartment"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Department"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"parentId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"rowVersion"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StructureRefusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]} as unknown as DocumentNode<MoveDepartmentMutation, MoveDepartmentMutationVariables>;
export const RemoveDepartmentDocument = /*#__PURE__*/ {"__meta__":{"id":"653184cdc5764e1fe08fbf6c2020383309cee21e6bc97a6a49b6320ef127e3a1"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveDepartment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RemoveDepartmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removeDepartment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Removed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"StructureRefusal"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StructureRefusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]} as unknown as DocumentNode<RemoveDepartmentMutation, RemoveDepartmentMutationVariables>;
export const PreviewMergeDocument = /*#__PURE__*/ {"__meta__":{"id":"12dd28be9f756cda6d480a99711c1cb479c193e85c21c0bf49bda2d7d5a88cba"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PreviewMerge"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PreviewMergeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewMerge"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Operation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PreviewMergeMutation, PreviewMergeMutationVariables>;
export const NamedPlacesDocument = /*#__PURE__*/ {"__meta__":{"id":"7e6f94bd23099165bef39030dd9aed38f0bed1646ffbaf20391e6ecd6ee22af0"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NamedPlaces"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"kind"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"NamedKind"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"namedPlaces"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"kind"},"value":{"kind":"Variable","name":{"kind":"Name","value":"kind"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"NamedPlaceRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NamedPlaceRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NamedPlace"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"rowVersion"}},{"kind":"Field","name":{"kind":"Name","value":"peopleCount"}}]}}]} as unknown as DocumentNode<NamedPlacesQuery, NamedPlacesQueryVariables>;
export const CreateNamedPlaceDocument = /*#__PURE__*/ {"__meta__":{"id":"520c408ecab1ed77b08a8e27e20db91af141d535e0ec4f811e0ba6df7fd6c785"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateNamedPlace"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateNamedPlaceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createNamedPlace"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"NamedPlaceRow"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"StructureRefusal"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NamedPlaceRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NamedPlace"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"rowVersion"}},{"kind":"Field","name":{"kind":"Name","value":"peopleCount"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StructureRefusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]} as unknown as DocumentNode<CreateNamedPlaceMutation, CreateNamedPlaceMutationVariables>;
export const RenameNamedPlaceDocument = /*#__PURE__*/ {"__meta__":{"id":"e3d6ad6170f1b7b84f308741c99aef79cf29933e47a44d2c9d564f4ab0f30c4f"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RenameNamedPlace"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RenameNamedPlaceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"renameNamedPlace"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"NamedPlaceRow"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"StructureRefusal"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NamedPlaceRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NamedPlace"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"rowVersion"}},{"kind":"Field","name":{"kind":"Name","value":"peopleCount"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StructureRefusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]} as unknown as DocumentNode<RenameNamedPlaceMutation, RenameNamedPlaceMutationVariables>;
export const RemoveNamedPlaceDocument = /*#__PURE__*/ {"__meta__":{"id":"97fc1898c7bc6a93606a6b3b63d2378c626f8a915b22b326b145e85d9c1392e1"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveNamedPlace"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RemoveNamedPlaceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removeNamedPlace"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Removed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"StructureRefusal"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StructureRefusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]} as unknown as DocumentNode<RemoveNamedPlaceMutation, RemoveNamedPlaceMutationVariables>;
export const useDepartmentTreeQuery = (options?: useQuery.Options<DepartmentTreeQuery, DepartmentTreeQueryVariables> | SkipToken) => useQuery<DepartmentTreeQuery, DepartmentTreeQueryVariables>(DepartmentTreeDocument, options);
export const useDepartmentTreeLazyQuery = (options?: useLazyQuery.Options<DepartmentTreeQuery, DepartmentTreeQueryVariables>) => useLazyQuery<DepartmentTreeQuery, DepartmentTreeQueryVariables>(DepartmentTreeDocument, options);
export const useDepartmentTreeSuspenseQuery = (options?: Omit<useSuspenseQuery.Options<DepartmentTreeQueryVariables>, 'skip'>) =>
  useSuspenseQuery<DepartmentTreeQuery, DepartmentTreeQueryVariables>(DepartmentTreeDocument, options);

export const useCreateDepartmentMutation = (options?: useMutation.Options<CreateDepartmentMutation, CreateDepartmentMutationVariables>) => useMutation<CreateDepartmentMutation, CreateDepartmentMutationVariables>(CreateDepartmentDocument, options);

export const useRenameDepartmentMutation = (options?: useMutation.Options<RenameDepartmentMutation, RenameDepartmentMutationVariables>) => useMutation<RenameDepartmentMutation, RenameDepartmentMutationVariables>(RenameDepartmentDocument, options);

export const useMoveDepartmentMutation = (options?: useMutation.Options<MoveDepartmentMutation, MoveDepartmentMutationVariables>) => useMutation<MoveDepartmentMutation, MoveDepartmentMutationVariables>(MoveDepartmentDocument, options);

export const useRemoveDepartmentMutation = (options?: useMutation.Options<RemoveDepartmentMutation, RemoveDepartmentMutationVariables>) => useMutation<RemoveDepartmentMutation, RemoveDepartmentMutationVariables>(RemoveDepartmentDocument, options);

export const usePreviewMergeMutation = (options?: useMutation.Options<PreviewMergeMutation, PreviewMergeMutationVariables>) => useMutation<PreviewMergeMutation, PreviewMergeMutationVariables>(PreviewMergeDocument, options);

export const useNamedPlacesQuery = (options: useQuery.Options<NamedPlacesQuery, NamedPlacesQueryVariables> | SkipToken) => useQuery<NamedPlacesQuery, NamedPlacesQueryVariables>(NamedPlacesDocument, options);
export const useNamedPlacesLazyQuery = (options?: useLazyQuery.Options<NamedPlacesQuery, NamedPlacesQueryVariables>) => useLazyQuery<NamedPlacesQuery, NamedPlacesQueryVariables>(NamedPlacesDocument, options);
export const useNamedPlacesSuspenseQuery = (options: Omit<useSuspenseQuery.Options<NamedPlacesQueryVariables>, 'skip'>) =>
  useSuspenseQuery<NamedPlacesQuery, NamedPlacesQueryVariables>(NamedPlacesDocument, options);

export const useCreateNamedPlaceMutation = (options?: useMutation.Options<CreateNamedPlaceMutation, CreateNamedPlaceMutationVariables>) => useMutation<CreateNamedPlaceMutation, CreateNamedPlaceMutationVariables>(CreateNamedPlaceDocument, options);

export const useRenameNamedPlaceMutation = (options?: useMutation.Options<RenameNamedPlaceMutation, RenameNamedPlaceMutationVariables>) => useMutation<RenameNamedPlaceMutation, RenameNamedPlaceMutationVariables>(RenameNamedPlaceDocument, options);

export const useRemoveNamedPlaceMutation = (options?: useMutation.Options<RemoveNamedPlaceMutation, RemoveNamedPlaceMutationVariables>) => useMutation<RemoveNamedPlaceMutation, RemoveNamedPlaceMutationVariables>(RemoveNamedPlaceDocument, options);