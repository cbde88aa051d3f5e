import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { OperationFlow } from '../features/operations/operation-flow.tsx';
import { usePersonMergeForm } from '../features/people/use-person-merge-form.tsx';

interface PersonMergeDrawerProps {
  from: { readonly id: string; readonly displayName: string };
  onClose(): void;
}

/** Merges one record of a person into another, in a drawer over the page of the one that goes. */
export function PersonMergeDrawer({ from, onClose }: PersonMergeDrawerProps) {
  const { t } = useTranslation('people');
  const { form, chosen, start } = usePersonMergeForm(from);
  return <OperationFlow opened title={t('merge.title', { name: from.displayName })} choose={form} chosen={chosen} start={start} commitLabel={() => t('merge.commit')} onClose={onClose} />;
}
