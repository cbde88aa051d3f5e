/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { PlayerCourseFragment } from './player-course.generated.ts';
import { type SkipToken, useLazyQuery, useQuery, useSuspenseQuery } from '@apollo/client/react';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type CourseQueryVariables = Exact<{
  id: string;
}>;


export type CourseQuery = { myCourse: (
    { __typename: 'LearnerCourse' }
    & PlayerCourseFragment
  ) | null };


export const CourseDocument = /*#__PURE__*/ {"__meta__":{"id":"a65d8bb6871262ed13182cb33ff01051a0b62495d1e0206f9db316d20192ea3d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Course"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"myCourse"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PlayerCourse"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlayerModule"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LearnerModule"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"contentKind"}},{"kind":"Field","name":{"kind":"Name","value":"durationMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"article"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"fileUrl"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}},{"kind":"Field","name":{"kind":"Name","value":"lockedBecause"}},{"kind":"Field","name":{"kind":"Name","value":"lockedIn"}},{"kind":"Field","name":{"kind":"Name","value":"completionRule"}},{"kind":"Field","name":{"kind":"Name","value":"completionPercent"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"resumeAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedOn"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlayerCourse"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LearnerCourse"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"completedOn"}},{"kind":"Field","name":{"kind":"Name","value":"nextModuleId"}},{"kind":"Field","name":{"kind":"Name","value":"lockedBecause"}},{"kind":"Field","name":{"kind":"Name","value":"lockedIn"}},{"kind":"Field","name":{"kind":"Name","value":"modules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PlayerModule"}}]}}]}}]} as unknown as DocumentNode<CourseQuery, CourseQueryVariables>;
export const useCourseQuery = (options: useQuery.Options<CourseQuery, CourseQueryVariables> | SkipToken) => useQuery<CourseQuery, CourseQueryVariables>(CourseDocument, options);
export const useCourseLazyQuery = (options?: useLazyQuery.Options<CourseQuery, CourseQueryVariables>) => useLazyQuery<CourseQuery, CourseQueryVariables>(CourseDocument, options);
export const useCourseSuspenseQuery = (options: Omit<useSuspenseQuery.Options<CourseQueryVariables>, 'skip'>) =>
  useSuspenseQuery<CourseQuery, CourseQueryVariables>(CourseDocument, options);