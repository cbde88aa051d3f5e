export { among, foundBy, inDepartments, inGroups, inJobRoles, inPositions, isInDepartments, named, ofPartners, recordsOf, reportsTo, survivorOf } from './person-conditions.queries.ts';
export { ensureDepartments, ensureNamed, type NamedTable } from './ensure-structure.ts';
export { PersonEntity } from './person.entity.ts';
export {
  affiliationOf,
  departmentLoader,
  forgetDepartments,
  hasAccountLoader,
  jobRoleLoader,
  partnerAccountLoader,
  personLoader,
  positionLoader,
  type PersonRow,
} from './person.loaders.ts';
export { countPeople, findPeople, findVisible, listDepartments, listNamed, lockPeople, resolveMerged, type PeopleFilter, type PersonCondition } from './person.queries.ts';
export { markAsLeft } from './mark-as-left.ts';
export { writePeople, type PersonToWrite } from './write-people.ts';
export { briefPerson, Department, Named, Person, PersonConnection, PersonStatus, presentPerson } from './person.type.ts';
