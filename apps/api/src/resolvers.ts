import type { NonEmptyArray } from 'type-graphql';
import { LearningObjectResolver } from './features/learning-objects/index.ts';
import { OperationResolver } from './features/operations/index.ts';
import { DirectoryResolver, ViewerResolver } from './features/access/index.ts';

/** Every resolver of the product, in the order of the features. */
// oxlint-disable-next-line typescript/ban-types -- type-graphql names resolver classes so
export const resolvers: NonEmptyArray<Function> = [ViewerResolver, OperationResolver, DirectoryResolver, LearningObjectResolver];
