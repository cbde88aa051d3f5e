import { EmptyState } from '@milepost/web/ui/empty-state.tsx';
import { PageHeading } from '@milepost/web/ui/page-heading.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';

/** The start of the section. */
export function SettingsPage() {
  const { t } = useTranslation('admin');
  return (
    <>
      <PageHeading title={t('nav.settings')} />
      <EmptyState title={t('start.title')} text={t('start.settings')} />
    </>
  );
}
