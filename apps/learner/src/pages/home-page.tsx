import { useViewer } from '@milepost/web/session/session-context.tsx';
import { EmptyState } from '@milepost/web/ui/empty-state.tsx';
import { PageHeading } from '@milepost/web/ui/page-heading.tsx';
import { useTranslation } from 'react-i18next';

/** Where a learner starts. */
export function HomePage() {
  const { t } = useTranslation('learner');
  const viewer = useViewer();
  return (
    <>
      <PageHeading title={t('start.greeting', { name: viewer.displayName })} />
      <EmptyState title={t('start.title')} text={t('start.home')} />
    </>
  );
}
