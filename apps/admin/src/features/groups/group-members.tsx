import { Anchor, Button, Text } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { usePages } from '@milepost/web/apollo/use-pages.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { IconUserMinus } from '@milepost/web/ui/icons.ts';
import { ListPart } from '@milepost/web/ui/list-page.tsx';
import { useListParams } from '@milepost/web/ui/list-params.ts';
import { notify } from '@milepost/web/ui/notify.ts';
import { RelativeTime } from '@milepost/web/ui/relative-time.tsx';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { paths } from '../../paths.ts';
import { type GroupMemberRowFragment, GroupMembersDocument, type GroupRowFragment, RemoveGroupMembersDocument, useGroupMembersQuery } from './groups.generated.ts';
import type { Leaving } from './use-leave-form.tsx';
import { useApolloClient } from '@apollo/client/react';

const pageSize = 50;

interface GroupMembersProps {
  group: GroupRowFragment;
  /** The way to many leaving at once, by a preview; `onClose` leads back. */
  leave(leaving: Leaving, onClose: () => void): ReactNode;
}

/** Who is in a group, since when and why; whoever may takes people out of a static one. */
export function GroupMembers({ group, leave }: GroupMembersProps) {
  const { t } = useTranslation(['groups', 'people', 'ui']);
  const act = useAct();
  const client = useApolloClient();
  const params = useListParams([]);
  const query = useGroupMembersQuery({ variables: { id: group.id, first: pageSize, search: params.search || null }, fetchPolicy: 'cache-and-network' });
  const data = query.data ?? query.previousData;
  const pages = usePages(query, data?.group?.members);
  const mayRemove = group.viewerCan.edit && group.kind === 'STATIC';
  const [leaving, setLeaving] = useState<Leaving & { readonly clear: () => void }>();
  const close = () => {
    leaving?.clear();
    setLeaving(undefined);
    void client.refetchQueries({ include: [GroupMembersDocument] }).catch(() => {});
  };
  const remove = async (personId: string) => {
    const answer = await act(RemoveGroupMembersDocument, { groupId: group.id, personIds: [personId] });
    const [refused] = answer.is === 'ANSWERED' ? problemsOf(answer.data.removeGroupMembers) : [{ message: t('ui:error.networkText') }];
    if (refused) return notify({ tone: 'danger', title: t('refused'), text: refused.message });
    notify({ tone: 'success', title: t('removed', { count: 1 }) });
    await client.refetchQueries({ include: [GroupMembersDocument] });
  };
  return (
    <>
      <ListPart<GroupMemberRowFragment>
        title={t('members')}
        total={undefined}
        params={params}
        searchLabel={t('people:list.search')}
        columns={[
          {
            id: 'name',
            header: t('people:list.name'),
            cell: ({ person }) => (
              <>
                <Anchor component={Link} to={paths.person.to({ personId: person.id })} fw={600}>
                  {person.displayName}
                </Anchor>
                <Text size="xs" c="dimmed">
                  {[person.employeeNumber, person.email].filter(Boolean).join(' · ')}
                </Text>
              </>
            ),
          },
          { id: 'department', header: t('people:list.department'), cell: ({ person }) => person.department?.path.join(' › ') ?? '–', hideOnPhone: true },
          { id: 'status', header: t('people:list.status'), cell: ({ person }) => t(`people:status.${person.status}`) },
          { id: 'since', header: t('since'), cell: (member) => <RelativeTime instant={member.since} /> },
          { id: 'cause', header: t('cause.label'), cell: (member) => <Cause member={member} /> },
        ]}
        rowId={({ person }) => person.id}
        rowName={({ person }) => person.displayName}
        rowActions={
          mayRemove
            ? ({ person }) => (
                <Button size="compact-sm" variant="subtle" color="red" c="var(--mp-danger-text)" leftSection={<IconUserMinus size={16} aria-hidden />} aria-label={t('removeOne', { name: person.displayName })} onClick={() => void remove(person.id)}>
                  {t('remove')}
                </Button>
              )
            : undefined
        }
        bulkActions={
          mayRemove
            ? (selection, clear) =>
                // Everybody is everybody in the group: what a search leaves is ticked.
                selection.all && params.search ? null : (
                  <Button
                    color="red"
                    variant="light"
                    onClick={() => setLeaving({ group, personIds: selection.all ? null : selection.ids, count: selection.all ? group.memberCount : selection.ids.length, clear })}
                  >
                    {selection.all ? t('removeAll') : t('removeMany', { count: selection.ids.length })}
                  </Button>
                )
            : undefined
        }
        state={queryState(query, data)}
        empty={{ title: t('nobodyTitle'), text: group.kind === 'STATIC' ? t('nobodyStatic') : t('nobodyDynamic') }}
        {...pages}
      />
      {leaving && leave(leaving, close)}
    </>
  );
}

/** Why somebody is in the group: who put them there, or by which bulk act. */
function Cause({ member: { cause, addedBy, operation } }: { member: GroupMemberRowFragment }) {
  const { t } = useTranslation('groups');
  const said = addedBy && cause === 'BY_HAND' ? t('cause.by', { name: addedBy.name }) : t(`cause.${cause as 'RULE'}`, { defaultValue: cause });
  if (!operation) return said;
  return (
    <Anchor component={Link} size="sm" to={paths.operation.to({ operationId: operation.id })}>
      {said}
    </Anchor>
  );
}
