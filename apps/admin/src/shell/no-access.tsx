import { useViewer } from '@milepost/web/session/session-context.tsx';
import { PersonMenu } from '@milepost/web/session/person-menu.tsx';
import { EmptyState } from '@milepost/web/ui/empty-state.tsx';
import { IconLock } from '@milepost/web/ui/icons.ts';
import { usePageTitle } from '@milepost/web/ui/page-title.tsx';
import { Button } from '@mantine/core';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { learnerHome, paths } from '../paths.ts';

/** For a person without an administrator's rights: says so, and where their own learning is. */
export function NoAccess() {
  const { t } = useTranslation('admin');
  const viewer = useViewer();
  usePageTitle(t('noAccess.title'));
  return (
    <main>
      <EmptyState
        icon={IconLock}
        order={1}
        title={t('noAccess.title')}
        text={t('noAccess.text', { name: viewer.displayName })}
        action={
          <>
            <Button component="a" href={learnerHome}>
              {t('noAccess.action')}
            </Button>
            <PersonMenu profilePath={paths.profile.to()} />
          </>
        }
      />
    </main>
  );
}
