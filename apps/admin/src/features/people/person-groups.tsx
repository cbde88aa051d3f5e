import { Anchor, Button, Text } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { usePages } from '@milepost/web/apollo/use-pages.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { ConfirmDialog } from '@milepost/web/ui/confirm-dialog.tsx';
import { ListPart } from '@milepost/web/ui/list-page.tsx';
import { useListParams } from '@milepost/web/ui/list-params.ts';
import { notify } from '@milepost/web/ui/notify.ts';
import { RelativeTime } from '@milepost/web/ui/relative-time.tsx';
import { useState } from 'react';
import { Link } from 'react-router';
import { paths } from '../../paths.ts';
import { type PersonMembershipRowFragment, TakeOutOfGroupDocument, usePersonMembershipsQuery } from './person-assignments.generated.ts';

const pageSize = 50;

type Row = PersonMembershipRowFragment;

/** The groups that a person is in, and those that they were in: since when, why and by whom; whoever may takes them out of a static one. */
export function PersonGroups({ person }: { person: { readonly id: string; readonly displayName: string } }) {
  const { t } = useTranslation(['people', 'groups', 'ui']);
  const act = useAct();
  const params = useListParams([]);
  const query = usePersonMembershipsQuery({ variables: { id: person.id, first: pageSize }, fetchPolicy: 'cache-and-network' });
  const connection = query.data?.person?.memberships;
  const pages = usePages(query, connection);
  const [leaving, setLeaving] = useState<Row>();
  const leave = async ({ group }: Row) => {
    const answer = await act(TakeOutOfGroupDocument, { groupId: group.id, personIds: [person.id] });
    setLeaving(undefined);
    const [refused] = answer.is === 'ANSWERED' ? problemsOf(answer.data.removeGroupMembers) : [{ message: t('ui:error.networkText') }];
    if (refused) return notify({ tone: 'danger', title: t('groups:refused'), text: refused.message });
    notify({ tone: 'success', title: t('memberships.left', { name: person.displayName, group: group.name }) });
    await query.refetch().catch(() => {});
  };
  return (
    <>
      <ListPart<Row>
        title={t('person.groups')}
        params={params}
        columns={[
          { id: 'group', header: t('memberships.group'), cell: (row) => <Group row={row} /> },
          { id: 'why', header: t('groups:cause.label'), cell: (row) => <Cause row={row} /> },
          { id: 'since', header: t('groups:since'), cell: ({ since }) => <RelativeTime instant={since} /> },
          { id: 'until', header: t('memberships.until'), cell: (row) => <Until row={row} /> },
        ]}
        rowId={(row) => row.id}
        rowName={({ group }) => group.name}
        rowActions={
          pages.rows.some(({ viewerCanRemove }) => viewerCanRemove)
            ? (row) =>
                row.viewerCanRemove && (
                  <Button size="compact-sm" variant="subtle" color="red" c="var(--mp-danger-text)" onClick={() => setLeaving(row)} aria-label={t('memberships.removeOf', { group: row.group.name })}>
                    {t('memberships.remove')}
                  </Button>
                )
            : undefined
        }
        state={queryState(query, connection)}
        empty={{ title: t('memberships.emptyTitle'), text: t('memberships.emptyText') }}
        {...pages}
      />
      <ConfirmDialog
        opened={leaving !== undefined}
        title={t('memberships.removeTitle', { name: person.displayName, group: leaving?.group.name ?? '' })}
        confirmLabel={t('memberships.remove')}
        onConfirm={() => leaving && leave(leaving)}
        onClose={() => setLeaving(undefined)}
      >
        {t('memberships.removeText')}
      </ConfirmDialog>
    </>
  );
}

function Group({ row: { group, groupRemoved } }: { row: Row }) {
  const { t } = useTranslation(['people', 'groups']);
  return (
    <>
      {groupRemoved ? (
        group.name
      ) : (
        <Anchor component={Link} to={paths.group.to({ groupId: group.id })} fw={600}>
          {group.name}
        </Anchor>
      )}
      <Text size="xs" c="dimmed">
        {groupRemoved ? t('memberships.groupRemoved') : t(`groups:kind.${group.kind}`)}
      </Text>
    </>
  );
}

function Cause({ row: { cause, addedBy } }: { row: Row }) {
  const { t } = useTranslation('groups');
  return addedBy && cause === 'BY_HAND' ? t('cause.by', { name: addedBy.name }) : t(`cause.${cause as 'RULE'}`, { defaultValue: cause });
}

function Until({ row: { until, endedBecause, endedBy } }: { row: Row }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  if (!until) return t('memberships.now');
  const why = endedBy ? t('memberships.endedBy', { name: endedBy.name }) : endedBecause ? t(`memberships.ended.${endedBecause as 'RULE'}`, { defaultValue: endedBecause }) : '';
  return (
    <>
      {format.dateTime(new Date(until))}
      {why && (
        <Text size="xs" c="dimmed">
          {why}
        </Text>
      )}
    </>
  );
}
