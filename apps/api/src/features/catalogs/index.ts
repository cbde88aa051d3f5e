import './catalogs-using-groups.ts';

export { CatalogEditsResolver } from './catalog-edits.resolver.ts';
export { CatalogEntryResolver, CatalogResolver, CatalogsOfPlanResolver } from './catalog.resolver.ts';
export { createCatalog } from './edit-catalog.ts';
export { addToCatalogs } from './fill-catalogs.ts';
export { finders, foundBy, readFindable, readOpenToPerson, type OpenToPerson } from './finders.queries.ts';
