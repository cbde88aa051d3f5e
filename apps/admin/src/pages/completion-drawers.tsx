import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useAddCompletions } from '../features/completions/use-add-completions.tsx';
import { type ChosenRecords, useRevokeCompletions } from '../features/completions/use-revoke-completions.tsx';
import { OperationFlow } from '../features/operations/operation-flow.tsx';
import type { TrainingType } from '../gql/schema-types.ts';

/** Recording that people have completed something, from the choice to the report (U10–U13). */
export function AddCompletionsDrawer({ type, onClose }: { type: TrainingType; onClose(): void }) {
  const { t } = useTranslation('completions');
  const format = useFormat();
  const { form, start, chosen } = useAddCompletions(type);
  return <OperationFlow opened title={t('add.title')} choose={form} chosen={chosen} start={start} commitLabel={(count) => t('add.commit', { count, number: format.number(count) })} onClose={onClose} />;
}

/** Taking completions back, from the choice to the report (U29–U34). */
export function RevokeCompletionsDrawer({ chosen: records, onClose }: { chosen: ChosenRecords; onClose(): void }) {
  const { t } = useTranslation('completions');
  const format = useFormat();
  const { form, start, chosen } = useRevokeCompletions(records);
  return <OperationFlow opened title={t('revoke.title')} choose={form} chosen={chosen} start={start} commitLabel={(count) => t('revoke.commit', { count, number: format.number(count) })} onClose={onClose} />;
}
