import { Text, TextInput } from '@mantine/core';
import { PERSON_LIMITS } from '@milepost/domain';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { DialogForm } from '@milepost/web/ui/dialog-form.tsx';
import { Dialog } from '@milepost/web/ui/dialog.tsx';
import { useState } from 'react';
import type { NamedKind } from '../../gql/schema-types.ts';
import { CreateNamedPlaceDocument, type NamedPlaceRowFragment, RenameNamedPlaceDocument } from './structure.generated.ts';

interface NamedPlaceDialogProps {
  kind: NamedKind;
  /** What is renamed; absent: a new one is named. */
  place?: NamedPlaceRowFragment;
  opened: boolean;
  onClose(): void;
  onChanged(): void;
}

/** Names a position, job role or partner account. */
export function NamedPlaceDialog({ opened, ...rest }: NamedPlaceDialogProps) {
  const { t } = useTranslation('directory');
  const title = rest.place ? t(`kind.${rest.kind}.renameOf`, { name: rest.place.name }) : t(`kind.${rest.kind}.add`);
  return (
    <Dialog opened={opened} onClose={rest.onClose} title={title}>
      <NameForm {...rest} />
    </Dialog>
  );
}

function NameForm({ kind, place, onClose, onChanged }: Omit<NamedPlaceDialogProps, 'opened'>) {
  const { t } = useTranslation(['directory', 'ui']);
  const act = useAct();
  const [name, setName] = useState(place?.name ?? '');
  const [problem, setProblem] = useState<string>();
  const submit = async () => {
    setProblem(undefined);
    const answer = place ? await act(RenameNamedPlaceDocument, { kind, id: place.id, rowVersion: place.rowVersion, name }) : await act(CreateNamedPlaceDocument, { kind, name });
    if (answer.is === 'FAILED') return setProblem(`${t('ui:error.networkText')} ${t('ui:error.unsureLost')}`);
    onChanged();
    const refused = problemsOf('renameNamedPlace' in answer.data ? answer.data.renameNamedPlace : answer.data.createNamedPlace);
    if (refused.length > 0) return setProblem(refused.map((each) => each.message).join(' '));
    onClose();
  };
  return (
    <DialogForm submitLabel={place ? t('save') : t(`kind.${kind}.add`)} ready={name.trim() !== ''} onSubmit={submit} onCancel={onClose}>
      <TextInput
        label={t('name')}
        required
        data-autofocus
        maxLength={PERSON_LIMITS.positionName}
        value={name}
        error={problem}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setProblem(undefined);
        }}
      />
      {problem && place && place.name !== name && <Text size="sm">{t('staleName', { name: place.name })}</Text>}
    </DialogForm>
  );
}
