import { EmptyState } from '@milepost/web/ui/empty-state.tsx';
import { PageHeading } from '@milepost/web/ui/page-heading.tsx';
import { useTranslation } from 'react-i18next';

/** The start of the section. */
export function AssignmentsPage() {
  const { t } = useTranslation('admin');
  return (
    <>
      <PageHeading title={t('nav.assignments')} />
      <EmptyState title={t('start.title')} text={t('start.assignments')} />
    </>
  );
}
