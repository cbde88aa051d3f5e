/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { type SkipToken, useSubscription } from '@apollo/client/react';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type MyLearningChangedSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MyLearningChangedSubscription = { myLearningChanged: { __typename: 'MyLearningChange', cursor: string, enrollmentIds: Array<string> } };


export const MyLearningChangedDocument = /*#__PURE__*/ {"__meta__":{"id":"936d4a7b7cefcf5ba21827cf846f4bea5f44d2bf3d38e77df05389df01c1fa4a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"MyLearningChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"myLearningChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"enrollmentIds"}}]}}]}}]} as unknown as DocumentNode<MyLearningChangedSubscription, MyLearningChangedSubscriptionVariables>;
export const useMyLearningChangedSubscription = (options?: useSubscription.Options<MyLearningChangedSubscription, MyLearningChangedSubscriptionVariables> | SkipToken) => useSubscription<MyLearningChangedSubscription, MyLearningChangedSubscriptionVariables>(MyLearningChangedDocument, options);