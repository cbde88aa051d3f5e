import './apply-people-import.ts';

export { analysePeopleImport } from './analyse-people-import.job.ts';
export { PeopleImportResolver } from './people-import.resolver.ts';
export { lockImports } from './people-import.queries.ts';
export { previewPeopleImport } from './preview-people-import.ts';
export { readTable, rowLimit, UnreadableTableError } from './read-table.ts';
