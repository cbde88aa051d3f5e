import { Text } from '@mantine/core';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { ConfirmDialog } from '@milepost/web/ui/confirm-dialog.tsx';
import { notify } from '@milepost/web/ui/notify.ts';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../paths.ts';
import { type GroupRowFragment, RemoveGroupDocument } from './groups.generated.ts';

/** Removes a group; while something refers to it, that is named and it stays (2.5). */
export function RemoveGroupDialog({ group, opened, onClose }: { group: GroupRowFragment; opened: boolean; onClose(): void }) {
  const { t } = useTranslation(['groups', 'ui']);
  const act = useAct();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<string>();
  const remove = async () => {
    setProblem(undefined);
    const answer = await act(RemoveGroupDocument, { groupId: group.id, rowVersion: group.rowVersion });
    const [refused] = answer.is === 'ANSWERED' ? problemsOf(answer.data.removeGroup) : [{ message: t('ui:error.networkText') }];
    if (refused) {
      setProblem(refused.message);
      throw new Error(refused.message);
    }
    notify({ tone: 'success', title: t('groupRemoved', { name: group.name }) });
    void navigate(paths.groups.to());
  };
  return (
    <ConfirmDialog
      opened={opened}
      title={t('removeTitle', { name: group.name })}
      confirmLabel={t('removeGroup')}
      irreversible
      onConfirm={remove}
      onClose={() => {
        setProblem(undefined);
        onClose();
      }}
    >
      <Text size="sm">{t('removeText')}</Text>
      {problem && (
        <Text role="alert" size="sm" mt="xs" c="var(--mantine-color-error)">
          {problem}
        </Text>
      )}
    </ConfirmDialog>
  );
}
