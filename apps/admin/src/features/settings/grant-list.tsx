import { Button } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { ConfirmDialog } from '@milepost/web/ui/confirm-dialog.tsx';
import { ListPart } from '@milepost/web/ui/list-page.tsx';
import { useListParams } from '@milepost/web/ui/list-params.ts';
import { notify } from '@milepost/web/ui/notify.ts';
import { RelativeTime } from '@milepost/web/ui/relative-time.tsx';
import { useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { EndGrantDocument, type GrantRowFragment, useAdminGrantsQuery } from './access.generated.ts';
import { GrantDialog } from './grant-dialog.tsx';

/** Who may do what, for whom; granted and ended here by whoever may change settings. */
export function GrantList({ mayEdit }: { mayEdit: boolean }) {
  const { t } = useTranslation(['settings', 'ui']);
  const act = useAct();
  const params = useListParams([]);
  const query = useAdminGrantsQuery({ fetchPolicy: 'cache-and-network' });
  const [granting, setGranting] = useState(false);
  const [ending, setEnding] = useState<GrantRowFragment>();
  const reread = () => void query.refetch().catch(() => {});
  const end = async (grant: GrantRowFragment) => {
    const answer = await act(EndGrantDocument, { grantId: grant.id });
    if (answer.is === 'FAILED') return notify({ tone: 'danger', title: t('notDone'), text: t('ui:error.networkText') });
    const problem = problemsOf(answer.data.endGrant)[0];
    if (problem) notify({ tone: 'danger', title: t('notDone'), text: problem.message });
    setEnding(undefined);
    reread();
  };
  const rights = (grant: GrantRowFragment) => (grant.rights.length === 0 ? '–' : grant.rights.map((right) => t(`right.${right}`)).join(' · '));
  return (
    <>
      <ListPart<GrantRowFragment>
        title={t('tab.access')}
        params={params}
        toolbarEnd={mayEdit ? <Button onClick={() => setGranting(true)}>{t('grant.button')}</Button> : undefined}
        columns={[
          { id: 'person', header: t('grant.person'), cell: (grant) => grant.person.name },
          { id: 'role', header: t('grant.role'), cell: (grant) => t(`role.${grant.role}.name`) },
          { id: 'scope', header: t('scope.label'), cell: (grant) => grant.scopeName ?? t(`scope.${grant.scopeKind}`) },
          { id: 'rights', header: t('grant.rights'), cell: rights },
          { id: 'since', header: t('grant.since'), cell: (grant) => <RelativeTime instant={grant.validFrom} />, hideOnPhone: true },
        ]}
        rows={query.data?.adminGrants ?? []}
        rowId={(grant) => grant.id}
        rowName={(grant) => grant.person.name}
        rowActions={
          mayEdit
            ? (grant) => (
                <Button variant="subtle" size="compact-sm" onClick={() => setEnding(grant)} aria-label={t('grant.endOf', { name: grant.person.name, role: t(`role.${grant.role}.name`) })}>
                  {t('grant.end')}
                </Button>
              )
            : undefined
        }
        state={queryState(query)}
        hasMore={false}
        onLoadMore={() => {}}
        empty={{ title: t('grant.emptyTitle'), text: t('grant.emptyText') }}
      />
      <GrantDialog opened={granting} onClose={() => setGranting(false)} onGranted={reread} />
      <ConfirmDialog
        opened={ending !== undefined}
        title={t('grant.endTitle', { name: ending?.person.name ?? '', role: ending ? t(`role.${ending.role}.name`) : '' })}
        confirmLabel={t('grant.end')}
        onConfirm={() => ending && end(ending)}
        onClose={() => setEnding(undefined)}
      >
        {t('grant.endText')}
      </ConfirmDialog>
    </>
  );
}
