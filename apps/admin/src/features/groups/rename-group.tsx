import { TextInput } from '@mantine/core';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Dialog } from '@milepost/web/ui/dialog.tsx';
import { DialogForm } from '@milepost/web/ui/dialog-form.tsx';
import { useState } from 'react';
import { type GroupRowFragment, RenameGroupDocument } from './groups.generated.ts';

interface RenameGroupDialogProps {
  group: GroupRowFragment;
  opened: boolean;
  onClose(): void;
}

/** Gives a group another name. */
export function RenameGroupDialog({ group, opened, onClose }: RenameGroupDialogProps) {
  const { t } = useTranslation('groups');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('renameTitle', { name: group.name })}>
      {opened && <RenameForm group={group} onClose={onClose} />}
    </Dialog>
  );
}

function RenameForm({ group, onClose }: Omit<RenameGroupDialogProps, 'opened'>) {
  const { t } = useTranslation(['groups', 'ui']);
  const act = useAct();
  const [name, setName] = useState(group.name);
  // What was there when the name was begun: an edit of somebody else meanwhile is not overwritten.
  const [rowVersion] = useState(group.rowVersion);
  const [problem, setProblem] = useState<string>();
  const submit = async () => {
    setProblem(undefined);
    const answer = await act(RenameGroupDocument, { groupId: group.id, rowVersion, name });
    if (answer.is === 'FAILED') return setProblem(t('ui:error.networkText'));
    const [refused] = problemsOf(answer.data.renameGroup);
    if (refused) return setProblem(refused.code === 'STALE_EDIT' ? `${refused.message} ${t('nameNow', { name: group.name })}` : refused.message);
    onClose();
  };
  return (
    <DialogForm submitLabel={t('rename')} ready={name.trim() !== ''} onSubmit={submit} onCancel={onClose}>
      <TextInput label={t('name')} data-autofocus maxLength={100} value={name} error={problem} onChange={(event) => setName(event.currentTarget.value)} />
    </DialogForm>
  );
}
