import { EmptyState } from '@milepost/web/ui/empty-state.tsx';
import { PageHeading } from '@milepost/web/ui/page-heading.tsx';
import { useTranslation } from 'react-i18next';

/** What a person learns and has learned. */
export function MyLearningPage() {
  const { t } = useTranslation('learner');
  return (
    <>
      <PageHeading title={t('nav.myLearning')} />
      <EmptyState title={t('start.title')} text={t('start.myLearning')} />
    </>
  );
}
