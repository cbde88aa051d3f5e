import { TextInput } from '@mantine/core';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Dialog } from '@milepost/web/ui/dialog.tsx';
import { DialogForm } from '@milepost/web/ui/dialog-form.tsx';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../paths.ts';
import { CreateGroupDocument } from './groups.generated.ts';

/** Makes a static group and goes to it, where people are added. */
export function CreateStaticGroup({ opened, onClose }: { opened: boolean; onClose(): void }) {
  const { t } = useTranslation('groups');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('create.STATIC')}>
      {opened && <CreateForm onClose={onClose} />}
    </Dialog>
  );
}

function CreateForm({ onClose }: { onClose(): void }) {
  const { t } = useTranslation(['groups', 'ui']);
  const act = useAct();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string>();
  const submit = async () => {
    setProblem(undefined);
    const answer = await act(CreateGroupDocument, { name });
    if (answer.is === 'FAILED') return setProblem(t('ui:error.networkText'));
    const result = answer.data.createGroup;
    if (result.__typename === 'Group') return void navigate(paths.group.to({ groupId: result.id }));
    setProblem(problemsOf(result)[0]?.message);
  };
  return (
    <DialogForm submitLabel={t('create.submit')} ready={name.trim() !== ''} onSubmit={submit} onCancel={onClose}>
      <TextInput label={t('name')} data-autofocus maxLength={100} value={name} error={problem} onChange={(event) => setName(event.currentTarget.value)} />
    </DialogForm>
  );
}
