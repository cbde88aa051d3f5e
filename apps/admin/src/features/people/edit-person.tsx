import { useApolloClient } from '@apollo/client/react';
import { Alert, Text } from '@mantine/core';
import { problemsOf, type RefusalProblem, useAct } from '@milepost/web/apollo/use-act.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { DialogForm } from '@milepost/web/ui/dialog-form.tsx';
import { Dialog } from '@milepost/web/ui/dialog.tsx';
import { useState } from 'react';
import { PersonPageDocument, type PersonProfileFragment, UpdatePersonDocument } from './people.generated.ts';
import { changesIn, draftOf, type PersonDraft, personFields } from './person-draft.ts';
import { PersonFields } from './person-fields.tsx';
import { StalePersonNotice } from './stale-person-notice.tsx';

/** Changes what is known of a person. Where somebody else saved first, the two are compared and one of them is chosen. */
export function EditPersonDialog({ person, opened, onClose }: { person: PersonProfileFragment; opened: boolean; onClose(): void }) {
  const { t } = useTranslation('people');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('edit.title', { name: person.displayName })}>
      <EditPersonForm person={person} onClose={onClose} />
    </Dialog>
  );
}

function EditPersonForm({ person, onClose }: { person: PersonProfileFragment; onClose(): void }) {
  const { t } = useTranslation(['people', 'ui']);
  const act = useAct();
  const client = useApolloClient();
  /** The person as the form began with them: what differs from that is what was changed here. */
  const [base, setBase] = useState(person);
  const [draft, setDraft] = useState<PersonDraft>(draftOf(person));
  const [theirs, setTheirs] = useState<PersonProfileFragment>();
  const [problems, setProblems] = useState<readonly RefusalProblem[]>([]);
  const changes = changesIn(draftOf(base), draft);
  const elsewhere = problems.filter((problem) => !personFields.includes(problem.field as never));
  const save = async (on: PersonProfileFragment, changed: Partial<PersonDraft>) => {
    setProblems([]);
    const answer = await act(UpdatePersonDocument, { personId: on.id, rowVersion: on.rowVersion, ...changed });
    if (answer.is === 'FAILED') return setProblems([{ code: 'FAILED', message: `${t('ui:error.networkText')} ${t('ui:error.inputKept')}` }]);
    const result = answer.data.updatePerson;
    if (result.__typename === 'Person') return onClose();
    if (result.__typename !== 'StaleEdit') return setProblems(problemsOf(result));
    try {
      const { data } = await client.query({ query: PersonPageDocument, variables: { id: on.id }, fetchPolicy: 'network-only' });
      setTheirs(data?.person ?? undefined);
    } catch {
      setProblems(problemsOf(result));
    }
  };
  const takeTheirs = (now: PersonProfileFragment) => {
    setBase(now);
    setDraft(draftOf(now));
    setTheirs(undefined);
  };
  const keepMine = (now: PersonProfileFragment) => {
    setBase(now);
    setDraft({ ...draftOf(now), ...changes });
    setTheirs(undefined);
    void save(now, changes);
  };
  return (
    <DialogForm submitLabel={t('edit.save')} ready={Object.keys(changes).length > 0 && !theirs} onSubmit={() => save(base, changes)} onCancel={onClose}>
      {theirs && <StalePersonNotice mine={changes} base={base} theirs={theirs} onKeepMine={() => keepMine(theirs)} onTakeTheirs={() => takeTheirs(theirs)} />}
      {elsewhere.length > 0 && (
        <Alert color="red" role="alert">
          {elsewhere.map((problem) => problem.message).join(' ')}
        </Alert>
      )}
      <PersonFields key={base.rowVersion} value={draft} onChange={setDraft} problems={problems} manager={base.manager} />
      {Object.keys(changes).length === 0 && (
        <Text size="sm" c="dimmed">
          {t('edit.nothingChanged')}
        </Text>
      )}
    </DialogForm>
  );
}
