import './apply-people-import.ts';

export { analysePeopleImport } from './analyse-people-import.job.ts';
export { PeopleImportResolver } from './people-import.resolver.ts';
export { lockImports } from './people-import.queries.ts';
export { previewPeopleImport } from './preview-people-import.ts';
export { analyseList, hashList, type ListInput } from './analyse-list.ts';
export { findImportFile } from './find-import-file.ts';
export { registerGroupsOfPeople, type GroupJoins, type KnownGroups } from './groups-of-people.ts';
export { languageOf, nothingHere, registerListRoutes, sendCsv, type ListRouteOptions } from './list-routes.ts';
export { ListIdentifierEnum } from './list.type.ts';
export { fileProblemOf, listProblemsOf } from './list-problems.ts';
export { readPeopleToFind } from './listed-people.queries.ts';
export { noteTable } from './note-table.queries.ts';
export { clearRows, countRows, storeRows } from './people-import-rows.queries.ts';
export { openTable, type OpenTable } from './read-table.ts';
export type { StoredRow } from './stored-row.ts';
export { UnreadableTableError } from './unreadable-table.ts';
