import { Alert, Button } from '@mantine/core';
import { problemsOf, type RefusalProblem, useAct } from '@milepost/web/apollo/use-act.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { DialogForm } from '@milepost/web/ui/dialog-form.tsx';
import { Dialog } from '@milepost/web/ui/dialog.tsx';
import { IconPlus } from '@milepost/web/ui/icons.ts';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../paths.ts';
import { CreatePersonDocument } from './people.generated.ts';
import { emptyDraft, personFields } from './person-draft.ts';
import { PersonFields } from './person-fields.tsx';

/** Adds somebody by hand, then opens their page. */
export function CreatePersonButton() {
  const { t } = useTranslation('people');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpened(true)}>
        {t('edit.create')}
      </Button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={t('edit.create')}>
        <CreatePersonForm onClose={() => setOpened(false)} />
      </Dialog>
    </>
  );
}

function CreatePersonForm({ onClose }: { onClose(): void }) {
  const { t } = useTranslation(['people', 'ui']);
  const act = useAct();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(emptyDraft);
  const [problems, setProblems] = useState<readonly RefusalProblem[]>([]);
  // The same wish again, after a broken line, is the same act.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const clientMutationId = useMemo(() => crypto.randomUUID(), [draft]);
  const elsewhere = problems.filter((problem) => !personFields.includes(problem.field as never));
  const submit = async () => {
    setProblems([]);
    // A time zone or partner that is not chosen is that of the organization, or of whoever adds them.
    const said = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== null));
    const answer = await act(CreatePersonDocument, { ...said, clientMutationId });
    if (answer.is === 'FAILED') return setProblems([{ code: 'FAILED', message: `${t('ui:error.networkText')} ${t('ui:error.inputKept')}` }]);
    const result = answer.data.createPerson;
    if (result.__typename !== 'Person') return setProblems(problemsOf(result));
    await navigate(paths.person.to({ personId: result.id }));
  };
  return (
    <DialogForm submitLabel={t('edit.createSubmit')} ready={draft.displayName !== null && (draft.employeeNumber ?? draft.email) !== null} onSubmit={submit} onCancel={onClose}>
      {elsewhere.length > 0 && (
        <Alert color="red" role="alert">
          {elsewhere.map((problem) => problem.message).join(' ')}
        </Alert>
      )}
      <PersonFields value={draft} onChange={setDraft} problems={problems} />
    </DialogForm>
  );
}
