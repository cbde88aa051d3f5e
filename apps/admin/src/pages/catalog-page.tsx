import { useParams } from 'react-router';
import { AudienceField } from '../features/audiences/audience-field.tsx';
import { CatalogView } from '../features/catalogs/catalog-view.tsx';
import { ContentFinder } from '../features/learning-plans/content-finder.tsx';

const nothing: ReadonlySet<string> = new Set();

/** One catalog: for whom it is, and what it lists. */
export function CatalogPage() {
  const { catalogId = '' } = useParams();
  return (
    <CatalogView
      key={catalogId}
      id={catalogId}
      audience={(field) => <AudienceField {...field} />}
      courseFinder={({ onAdd, ...finder }) => <ContentFinder {...finder} only="COURSE" linked={nothing} onAdd={(chosen) => onAdd(chosen.map(({ id }) => id))} />}
    />
  );
}
