import './apply-person-merge.ts';

export { PersonMergeResolver } from './person-merge.resolver.ts';
export { previewPersonMerge } from './preview-person-merge.ts';
