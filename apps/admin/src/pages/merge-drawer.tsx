import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { type Merge, useMergeForm } from '../features/directory/use-merge-form.tsx';
import { OperationFlow } from '../features/operations/operation-flow.tsx';

/** Merges one thing that people belong to into another, in a drawer over the page that one is on. */
export function MergeDrawer({ merge, onClose, onMerged }: { merge: Merge; onClose(): void; onMerged(): void }) {
  const { t } = useTranslation('directory');
  const { form, chosen, start } = useMergeForm(merge);
  const close = () => {
    onClose();
    onMerged();
  };
  return <OperationFlow opened title={t('mergeFlow.title', { name: merge.from.name })} choose={form} chosen={chosen} start={start} commitLabel={() => t('mergeFlow.commit')} onClose={close} />;
}
