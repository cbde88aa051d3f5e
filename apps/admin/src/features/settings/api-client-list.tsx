import { Button, Text } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { ConfirmDialog } from '@milepost/web/ui/confirm-dialog.tsx';
import { IconBan, IconCircleCheck, IconClock } from '@milepost/web/ui/icons.ts';
import { ListPart } from '@milepost/web/ui/list-page.tsx';
import { useListParams } from '@milepost/web/ui/list-params.ts';
import { notify } from '@milepost/web/ui/notify.ts';
import { Badge } from '@milepost/web/ui/status-badge.tsx';
import { useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { type ApiClientRowFragment, RevokeApiClientDocument, useApiClientsQuery } from './access.generated.ts';
import { CreateApiClientDialog } from './create-api-client.tsx';

/** Partner systems and their keys: made, looked at by their last characters, and revoked. */
export function ApiClientList({ mayEdit }: { mayEdit: boolean }) {
  const { t } = useTranslation(['settings', 'ui']);
  const format = useFormat();
  const act = useAct();
  const params = useListParams([]);
  const query = useApiClientsQuery({ fetchPolicy: 'cache-and-network' });
  const [creating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<ApiClientRowFragment>();
  const revoke = async (client: ApiClientRowFragment) => {
    const answer = await act(RevokeApiClientDocument, { clientId: client.id });
    if (answer.is === 'FAILED') return notify({ tone: 'danger', title: t('notDone'), text: t('ui:error.networkText') });
    const problem = problemsOf(answer.data.revokeApiClient)[0];
    if (problem) notify({ tone: 'danger', title: t('notDone'), text: problem.message });
    setRevoking(undefined);
  };
  return (
    <>
      <ListPart<ApiClientRowFragment>
        title={t('tab.keys')}
        params={params}
        toolbarEnd={mayEdit ? <Button onClick={() => setCreating(true)}>{t('key.button')}</Button> : undefined}
        columns={[
          {
            id: 'name',
            header: t('key.name'),
            cell: (client) => (
              <>
                <Text span fw={600}>
                  {client.name}
                </Text>{' '}
                <Text span size="sm" c="dimmed">
                  …{client.hint}
                </Text>
              </>
            ),
          },
          { id: 'state', header: t('key.state'), cell: (client) => <KeyState client={client} /> },
          { id: 'scopes', header: t('key.scopes'), cell: (client) => client.scopes.join(', ') },
          { id: 'people', header: t('scope.label'), cell: (client) => client.scopeName ?? t(`scope.${client.scopeKind}`) },
          { id: 'expires', header: t('key.expires'), cell: (client) => (client.expiresAt ? format.dateTime(new Date(client.expiresAt)) : t('key.never')) },
          { id: 'used', header: t('key.used'), cell: (client) => (client.lastUsedOn ? format.date(client.lastUsedOn) : t('key.unused')), hideOnPhone: true },
        ]}
        rows={query.data?.apiClients ?? []}
        rowId={(client) => client.id}
        rowName={(client) => client.name}
        rowActions={
          mayEdit
            ? (client) =>
                client.revokedAt ? null : (
                  <Button variant="subtle" color="red" c="var(--mp-danger-text)" size="compact-sm" onClick={() => setRevoking(client)} aria-label={t('key.revokeOf', { name: client.name })}>
                    {t('key.revoke')}
                  </Button>
                )
            : undefined
        }
        state={queryState(query)}
        hasMore={false}
        onLoadMore={() => {}}
        empty={{ title: t('key.emptyTitle'), text: t('key.emptyText') }}
      />
      <CreateApiClientDialog opened={creating} onClose={() => setCreating(false)} onCreated={() => void query.refetch().catch(() => {})} />
      <ConfirmDialog
        opened={revoking !== undefined}
        title={t('key.revokeTitle', { name: revoking?.name ?? '' })}
        confirmLabel={t('key.revoke')}
        irreversible
        onConfirm={() => revoking && revoke(revoking)}
        onClose={() => setRevoking(undefined)}
      >
        {t('key.revokeText')}
      </ConfirmDialog>
    </>
  );
}

function KeyState({ client }: { client: ApiClientRowFragment }) {
  const { t } = useTranslation('settings');
  if (client.revokedAt) return <Badge tone="danger" icon={IconBan} word={t('key.revoked')} />;
  if (client.expiresAt && new Date(client.expiresAt) < new Date()) return <Badge tone="warning" icon={IconClock} word={t('key.expired')} />;
  return <Badge tone="success" icon={IconCircleCheck} word={t('key.active')} />;
}
