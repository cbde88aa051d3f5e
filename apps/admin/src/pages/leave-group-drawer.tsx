import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { type Leaving, useLeaveForm } from '../features/groups/use-leave-form.tsx';
import { OperationFlow } from '../features/operations/operation-flow.tsx';

/** Takes many people out of a static group, in a drawer over its page. */
export function LeaveGroupDrawer({ leaving, onClose }: { leaving: Leaving; onClose(): void }) {
  const { t } = useTranslation('groups');
  const format = useFormat();
  const { form, chosen, start } = useLeaveForm(leaving);
  return (
    <OperationFlow
      opened
      title={t('leave.title', { name: leaving.group.name })}
      choose={form}
      chosen={chosen}
      start={start}
      commitLabel={(count) => t('leave.commit', { count, number: format.number(count) })}
      onClose={onClose}
    />
  );
}
