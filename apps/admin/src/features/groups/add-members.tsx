import { useApolloClient } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Dialog } from '@milepost/web/ui/dialog.tsx';
import { DialogForm } from '@milepost/web/ui/dialog-form.tsx';
import { notify } from '@milepost/web/ui/notify.ts';
import { type ReactNode, useState } from 'react';
import { AddGroupMembersDocument, GroupMembersDocument, type GroupRowFragment } from './groups.generated.ts';

interface AddMembersDialogProps {
  group: GroupRowFragment;
  opened: boolean;
  onClose(): void;
  finder: (field: { value: readonly string[]; onChange(next: readonly string[]): void }) => ReactNode;
}

/** Adds people to a static group by hand. */
export function AddMembersDialog({ group, opened, onClose, finder }: AddMembersDialogProps) {
  const { t } = useTranslation('groups');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('addTitle', { name: group.name })} size="lg">
      {opened && <AddForm group={group} onClose={onClose} finder={finder} />}
    </Dialog>
  );
}

function AddForm({ group, onClose, finder }: Omit<AddMembersDialogProps, 'opened'>) {
  const { t } = useTranslation(['groups', 'ui']);
  const act = useAct();
  const client = useApolloClient();
  const [personIds, setPersonIds] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<string>();
  const submit = async () => {
    setProblem(undefined);
    const answer = await act(AddGroupMembersDocument, { groupId: group.id, personIds: [...personIds] });
    if (answer.is === 'FAILED') return setProblem(t('ui:error.networkText'));
    const [refused] = problemsOf(answer.data.addGroupMembers);
    if (refused) return setProblem(refused.message);
    notify({ tone: 'success', title: t('added', { count: personIds.length }) });
    onClose();
    await client.refetchQueries({ include: [GroupMembersDocument] });
  };
  return (
    <DialogForm submitLabel={t('addSubmit', { count: personIds.length })} ready={personIds.length > 0} onSubmit={submit} onCancel={onClose}>
      {problem && (
        <Text role="alert" size="sm" c="var(--mantine-color-error)">
          {problem}
        </Text>
      )}
      {finder({ value: personIds, onChange: setPersonIds })}
    </DialogForm>
  );
}
