import { EmptyState } from '@milepost/web/ui/empty-state.tsx';
import { IconLock } from '@milepost/web/ui/icons.ts';
import { PageHeading } from '@milepost/web/ui/page-heading.tsx';
import { ButtonLink } from '@milepost/web/ui/plain-button.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { paths } from '../paths.ts';

/** In place of a section that one was sent to and may not see: said at once, instead of asking for what is refused. */
export function NotYours({ section }: { section: 'plans' | 'content' | 'people' | 'assignments' | 'settings' }) {
  const { t } = useTranslation('admin');
  return (
    <>
      <PageHeading title={t(`nav.${section}`)} />
      <EmptyState
        icon={IconLock}
        title={t('notYours.title')}
        text={t('notYours.text')}
        action={
          <ButtonLink look="OUTLINED" to={paths.home.to()}>
            {t('notYours.action')}
          </ButtonLink>
        }
      />
    </>
  );
}
