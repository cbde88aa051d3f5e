import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { OperationFlow } from '../features/operations/operation-flow.tsx';
import { usePolicyForm } from '../features/settings/use-policy-form.tsx';
import type { GroupConflictPolicy } from '../gql/schema-types.ts';

/** Puts another rule for several groups into force, in a drawer over the settings. */
export function PolicyDrawer({ current, onClose }: { current: GroupConflictPolicy; onClose(): void }) {
  const { t } = useTranslation('settings');
  const { form, chosen, start } = usePolicyForm(current);
  return <OperationFlow opened title={t('policy.flow')} choose={form} chosen={chosen} start={start} commitLabel={() => t('policy.commit')} onClose={onClose} />;
}
