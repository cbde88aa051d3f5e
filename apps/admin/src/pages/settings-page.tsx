import { useViewer } from '@milepost/web/session/session-context.tsx';
import { DetailPage } from '@milepost/web/ui/detail-page.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { ApiClientList } from '../features/settings/api-client-list.tsx';
import { GrantList } from '../features/settings/grant-list.tsx';

/** Who may do what, and which systems are connected. */
export function SettingsPage() {
  const { t } = useTranslation(['settings', 'admin']);
  const { permissions } = useViewer();
  const mayEdit = permissions.includes('SETTINGS_EDIT');
  return (
    <DetailPage
      title={t('admin:nav.settings')}
      tabs={[
        { id: 'access', label: t('tab.access'), content: () => <GrantList mayEdit={mayEdit} /> },
        { id: 'keys', label: t('tab.keys'), content: () => <ApiClientList mayEdit={mayEdit} /> },
      ]}
    />
  );
}
