import { Text } from '@mantine/core';
import { useApolloClient } from '@apollo/client/react';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { ConfirmDialog } from '@milepost/web/ui/confirm-dialog.tsx';
import { notify } from '@milepost/web/ui/notify.ts';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../paths.ts';
import { DeletePlanDocument } from './plan-lifecycle.generated.ts';

interface DeletePlanDialogProps {
  plan: { readonly id: string; readonly name: string; readonly draftVersion: { readonly rowVersion: number } | null };
  onClose(): void;
}

/** Asks before a plan that was never published goes for good (2.2), as it was seen. */
export function DeletePlanDialog({ plan: { id, name, draftVersion }, onClose }: DeletePlanDialogProps) {
  const { t } = useTranslation(['plans', 'ui']);
  const act = useAct();
  const client = useApolloClient();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<string>();
  const remove = async () => {
    setProblem(undefined);
    const answer = await act(DeletePlanDocument, { planId: id, rowVersion: draftVersion?.rowVersion ?? 0 });
    if (answer.is === 'FAILED') return setProblem(`${t('ui:error.networkText')} ${t('ui:error.unsureLost')}`);
    const [refused] = problemsOf(answer.data.deleteLearningPlan);
    if (refused) return setProblem(refused.message);
    notify({ tone: 'success', title: t('lifecycle.deleted', { name }) });
    await navigate(paths.plans.to());
    client.cache.evict({ id: client.cache.identify({ __typename: 'LearningPlan', id }) });
  };
  return (
    <ConfirmDialog opened title={t('lifecycle.deleteTitle', { name })} confirmLabel={t('lifecycle.deleteConfirm')} onConfirm={remove} onClose={onClose}>
      {t('lifecycle.deleteText')}
      {problem && (
        <Text size="sm" role="alert" c="var(--mantine-color-error)">
          {problem}
        </Text>
      )}
    </ConfirmDialog>
  );
}
