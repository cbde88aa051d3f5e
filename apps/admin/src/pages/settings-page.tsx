import { useViewer } from '@milepost/web/session/session-context.tsx';
import { DetailPage } from '@milepost/web/ui/detail-page.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { ApiClientList } from '../features/settings/api-client-list.tsx';
import { ConflictPolicySettings } from '../features/settings/conflict-policy.tsx';
import { DriftChecks } from '../features/settings/drift-checks.tsx';
import { PlanTermsSettings } from '../features/settings/plan-terms.tsx';
import { GrantList } from '../features/settings/grant-list.tsx';
import { PolicyDrawer } from './policy-drawer.tsx';

/** Who may do what, which rules hold, and which systems are connected. */
export function SettingsPage() {
  const { t } = useTranslation(['settings', 'admin']);
  const { permissions } = useViewer();
  const mayEdit = permissions.includes('SETTINGS_EDIT');
  return (
    <DetailPage
      title={t('admin:nav.settings')}
      tabs={[
        { id: 'access', label: t('tab.access'), content: () => <GrantList mayEdit={mayEdit} /> },
        { id: 'policies', label: t('tab.policies'), content: () => <ConflictPolicySettings mayEdit={mayEdit} change={(current, onClose) => <PolicyDrawer current={current} onClose={onClose} />} /> },
        { id: 'experience', label: t('tab.experience'), content: () => <PlanTermsSettings mayEdit={mayEdit} /> },
        { id: 'keys', label: t('tab.keys'), content: () => <ApiClientList mayEdit={mayEdit} /> },
        { id: 'checks', label: t('tab.checks'), content: () => <DriftChecks mayEdit={mayEdit} /> },
      ]}
    />
  );
}
