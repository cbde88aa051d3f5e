import { useApolloClient } from '@apollo/client/react';
import { Textarea, TextInput } from '@mantine/core';
import { readAgain } from '@milepost/web/apollo/read-again.ts';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { DialogForm } from '@milepost/web/ui/dialog-form.tsx';
import { Dialog } from '@milepost/web/ui/dialog.tsx';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../paths.ts';
import { type CatalogRowFragment, CreateCatalogDocument, UpdateCatalogDocument } from './catalogs.generated.ts';

interface CatalogFormDialogProps {
  /** The one that is named and described anew; absent: one is made. */
  catalog?: CatalogRowFragment;
  opened: boolean;
  onClose(): void;
}

/** Names and describes a catalog; a new one is gone to, where it is filled. */
export function CatalogFormDialog({ opened, ...rest }: CatalogFormDialogProps) {
  const { t } = useTranslation('catalogs');
  return (
    <Dialog opened={opened} onClose={rest.onClose} title={rest.catalog ? t('editTitle', { name: rest.catalog.name }) : t('create')}>
      {opened && <CatalogForm {...rest} />}
    </Dialog>
  );
}

function CatalogForm({ catalog, onClose }: Omit<CatalogFormDialogProps, 'opened'>) {
  const { t } = useTranslation(['catalogs', 'ui']);
  const act = useAct();
  const client = useApolloClient();
  const navigate = useNavigate();
  const [name, setName] = useState(catalog?.name ?? '');
  const [description, setDescription] = useState(catalog?.description ?? '');
  // What was there when it was begun: an edit of somebody else meanwhile is not overwritten.
  const [rowVersion, setRowVersion] = useState(catalog?.rowVersion ?? 0);
  const [problem, setProblem] = useState<{ readonly code?: string; readonly field?: string | null; readonly message: string }>();
  const now = catalog && problem?.code === 'STALE_EDIT' ? ` ${t('nowIs', { name: catalog.name, description: catalog.description || '–' })}` : '';
  const submit = async () => {
    setProblem(undefined);
    const answer = catalog ? await act(UpdateCatalogDocument, { catalogId: catalog.id, rowVersion, name, description }) : await act(CreateCatalogDocument, { name, description });
    if (answer.is === 'FAILED') return setProblem({ message: t('ui:error.networkText') });
    const result = 'createCatalog' in answer.data ? answer.data.createCatalog : answer.data.updateCatalog;
    if (result.__typename === 'Catalog') {
      onClose();
      if (!catalog) void navigate(paths.catalog.to({ catalogId: result.id }));
      return;
    }
    setProblem(problemsOf(result)[0]);
    if (result.__typename !== 'StaleEdit') return;
    // Saved once more, it is meant, with what is there now before one's eyes.
    setRowVersion(result.currentRowVersion);
    readAgain(client, ['CatalogPage']);
  };
  return (
    <DialogForm submitLabel={catalog ? t('ui:action.save') : t('create')} ready={name.trim() !== ''} onSubmit={submit} onCancel={onClose}>
      <TextInput
        label={t('name')}
        description={t('nameHint')}
        data-autofocus
        maxLength={100}
        value={name}
        error={problem && problem.field !== 'description' ? problem.message + now : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textarea
        label={t('description')}
        autosize
        minRows={3}
        maxLength={2000}
        value={description}
        error={problem?.field === 'description' ? problem.message : undefined}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
    </DialogForm>
  );
}
