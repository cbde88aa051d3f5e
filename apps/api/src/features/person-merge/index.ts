import './apply-person-merge.ts';

export { PersonMergeResolver } from './person-merge.resolver.ts';
