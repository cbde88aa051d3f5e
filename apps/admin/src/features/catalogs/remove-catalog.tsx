import { Text } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { ConfirmDialog } from '@milepost/web/ui/confirm-dialog.tsx';
import { Dialog } from '@milepost/web/ui/dialog.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { notify } from '@milepost/web/ui/notify.ts';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../paths.ts';
import { type CatalogRowFragment, RemoveCatalogDocument, useCatalogRemovalQuery } from './catalogs.generated.ts';

/** Removes a catalog, after having said who loses sight of something by that. */
export function RemoveCatalogDialog({ catalog, opened, onClose }: { catalog: CatalogRowFragment; opened: boolean; onClose(): void }) {
  const { t } = useTranslation(['catalogs', 'ui']);
  const format = useFormat();
  const act = useAct();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<string>();
  const query = useCatalogRemovalQuery({ variables: { id: catalog.id }, skip: !opened, fetchPolicy: 'network-only' });
  const removal = query.data?.catalogRemoval;
  const state = queryState(query);
  const remove = async () => {
    if (!removal) throw new Error('Not counted yet');
    setProblem(undefined);
    const answer = await act(RemoveCatalogDocument, { catalogId: catalog.id, rowVersion: catalog.rowVersion, people: removal.people });
    const [refused] = answer.is === 'ANSWERED' ? problemsOf(answer.data.removeCatalog) : [{ code: '', message: t('ui:error.networkText') }];
    if (refused) {
      setProblem(refused.message);
      if (refused.code === 'STALE_PREVIEW') await query.refetch().catch(() => {});
      throw new Error(refused.message);
    }
    notify({ tone: 'success', title: t('removedCatalog', { name: catalog.name }) });
    void navigate(paths.catalogs.to());
  };
  const title = t('removeTitle', { name: catalog.name });
  if (opened && state.is === 'failed') {
    return (
      <Dialog opened title={title} onClose={onClose}>
        <ErrorState failure={state.failure} onRetry={state.retry} order={3} />
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      opened={opened && removal !== undefined}
      title={title}
      confirmLabel={t('remove')}
      count={removal?.people}
      irreversible
      onConfirm={remove}
      onClose={() => {
        setProblem(undefined);
        onClose();
      }}
    >
      <Text size="sm">{t('loses', { count: removal?.people ?? 0, number: format.number(removal?.people ?? 0) })}</Text>
      {(removal?.hidden ?? 0) > 0 && <Text size="sm">{t('hidden', { count: removal?.hidden ?? 0 })}</Text>}
      <Text size="sm">{t('removeText')}</Text>
      {problem && (
        <Text role="alert" size="sm" mt="xs" c="var(--mantine-color-error)">
          {problem}
        </Text>
      )}
    </ConfirmDialog>
  );
}
