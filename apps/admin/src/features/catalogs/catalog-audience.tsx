import { useApolloClient } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { readAgain } from '@milepost/web/apollo/read-again.ts';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { DialogForm } from '@milepost/web/ui/dialog-form.tsx';
import { Dialog } from '@milepost/web/ui/dialog.tsx';
import { type ReactNode, useState } from 'react';
import { type CatalogPartsFragment, UpdateCatalogDocument } from './catalogs.generated.ts';

/** How a page gives the field that chooses an audience: its value is an audience expression, null for nobody. */
export type AudienceSlot = (field: { value: unknown; onChange(next: unknown): void; nobodyLabel: string }) => ReactNode;

interface CatalogAudienceDialogProps {
  catalog: CatalogPartsFragment;
  opened: boolean;
  onClose(): void;
  audience: AudienceSlot;
}

/** Says for whom a catalog is (L59); whom it comes to is counted while one chooses. */
export function CatalogAudienceDialog({ opened, ...rest }: CatalogAudienceDialogProps) {
  const { t } = useTranslation('catalogs');
  return (
    <Dialog opened={opened} onClose={rest.onClose} size="lg" title={t('audienceTitle', { name: rest.catalog.name })}>
      {opened && <AudienceForm {...rest} />}
    </Dialog>
  );
}

function AudienceForm({ catalog, onClose, audience }: Omit<CatalogAudienceDialogProps, 'opened'>) {
  const { t } = useTranslation(['catalogs', 'ui']);
  const act = useAct();
  const client = useApolloClient();
  const [value, setValue] = useState<unknown>(catalog.audience);
  const [rowVersion, setRowVersion] = useState(catalog.rowVersion);
  const [problem, setProblem] = useState<{ readonly code?: string; readonly message: string }>();
  const submit = async () => {
    setProblem(undefined);
    const answer = await act(UpdateCatalogDocument, { catalogId: catalog.id, rowVersion, audience: value });
    if (answer.is === 'FAILED') return setProblem({ message: t('ui:error.networkText') });
    const result = answer.data.updateCatalog;
    if (result.__typename === 'Catalog') return onClose();
    setProblem(problemsOf(result)[0]);
    if (result.__typename !== 'StaleEdit') return;
    // Saved once more, it is meant, with what is there now before one's eyes.
    setRowVersion(result.currentRowVersion);
    readAgain(client, ['CatalogPage']);
  };
  return (
    <DialogForm submitLabel={t('ui:action.save')} onSubmit={submit} onCancel={onClose}>
      <Text size="sm" c="dimmed">
        {t('audienceText')}
      </Text>
      {audience({ value, onChange: setValue, nobodyLabel: t('nobody') })}
      {problem && (
        <Text role="alert" size="sm" c="var(--mantine-color-error)">
          {problem.message}
          {problem.code === 'STALE_EDIT' && ` ${t('audienceNow', { audience: catalog.audienceSentence ?? t('nobody') })}`}
        </Text>
      )}
    </DialogForm>
  );
}
