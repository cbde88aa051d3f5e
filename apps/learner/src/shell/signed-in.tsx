import { RequireSession } from '@milepost/web/session/require-session.tsx';
import { AppNameProvider } from '@milepost/web/ui/page-title.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Outlet } from 'react-router';

/** What every page stands in that only a person who is signed in may see. */
export function SignedIn() {
  const { t } = useTranslation('learner');
  return (
    <AppNameProvider name={t('app')}>
      <RequireSession>
        <Outlet />
      </RequireSession>
    </AppNameProvider>
  );
}
