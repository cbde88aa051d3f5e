import './apply-merge.ts';

export { PersonEditResolver } from './person-edit.resolver.ts';
export { PersonHistoryEntryResolver, PersonHistoryResolver } from './person-history.resolver.ts';
export { StructureResolver } from './structure.resolver.ts';
