import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useParams } from 'react-router';
import { AudienceField } from '../features/audiences/audience-field.tsx';
import { CatalogView } from '../features/catalogs/catalog-view.tsx';
import { ContentFinder } from '../features/content/content-finder.tsx';

const nothing: ReadonlySet<string> = new Set();
const courses = ['COURSE'] as const;

/** One catalog: for whom it is, and what it lists. */
export function CatalogPage() {
  const { t } = useTranslation('catalogs');
  const { catalogId = '' } = useParams();
  return (
    <CatalogView
      key={catalogId}
      id={catalogId}
      audience={(field) => <AudienceField {...field} />}
      courseFinder={({ onAdd, ...finder }) => <ContentFinder {...finder} title={t('addCoursesOpen')} kinds={courses} linked={nothing} onAdd={(chosen) => onAdd(chosen.map(({ id }) => id))} />}
    />
  );
}
