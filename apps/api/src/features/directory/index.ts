import './apply-merge.ts';

export { PersonEditResolver } from './person-edit.resolver.ts';
export { PersonHistoryEntryResolver, PersonHistoryResolver } from './person-history.resolver.ts';
export { StructureResolver } from './structure.resolver.ts';
export { readEditedPerson } from './person-edit.queries.ts';
export { createPerson, updatePerson } from './save-person.ts';
export { setPersonStatus } from './set-person-status.ts';
