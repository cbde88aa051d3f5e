import type { NonEmptyArray } from 'type-graphql';
import { DirectoryResolver, ViewerResolver } from './features/access/index.ts';

/** Every resolver of the product, in the order of the features. */
// oxlint-disable-next-line typescript/ban-types -- type-graphql names resolver classes so
export const resolvers: NonEmptyArray<Function> = [ViewerResolver, DirectoryResolver];
