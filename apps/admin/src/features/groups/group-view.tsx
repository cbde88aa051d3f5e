import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { DetailPage } from '@milepost/web/ui/detail-page.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { IconPencil, IconPlus, IconTrash, IconUpload } from '@milepost/web/ui/icons.ts';
import { LostPage } from '@milepost/web/ui/lost-page.tsx';
import { PageSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { type ComponentProps, type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { paths } from '../../paths.ts';
import { AddMembersDialog } from './add-members.tsx';
import { Freshness } from './freshness.tsx';
import { GroupLive } from './group-live.tsx';
import { GroupMembers } from './group-members.tsx';
import { type GroupPageQuery, useGroupPageQuery } from './groups.generated.ts';
import { RemoveGroupDialog } from './remove-group.tsx';
import { RenameGroupDialog } from './rename-group.tsx';

export type ShownGroup = NonNullable<GroupPageQuery['group']>;

interface GroupViewProps {
  id: string;
  /** Finds people by name, to add them. */
  finder: (field: { value: readonly string[]; onChange(next: readonly string[]): void }) => ReactNode;
  /** The way to many leaving a static group at once. */
  leave: ComponentProps<typeof GroupMembers>['leave'];
  /** Changes the rule of a dynamic group, in a drawer. */
  ruleEditor: (drawer: { group: ShownGroup; opened: boolean; onClose(): void }) => ReactNode;
}

/** One group, live: who is in it and why, and what may be done with it (L59, L61). */
export function GroupView({ id, finder, leave, ruleEditor }: GroupViewProps) {
  const { t } = useTranslation(['groups', 'admin']);
  const format = useFormat();
  const [open, setOpen] = useState<'ADD' | 'RENAME' | 'REMOVE' | 'RULE'>();
  const close = () => setOpen(undefined);
  const query = useGroupPageQuery({ variables: { id }, fetchPolicy: 'cache-and-network' });
  const state = queryState(query);
  if (state.is === 'loading') return <PageSkeleton />;
  if (state.is === 'failed') return <ErrorState failure={state.failure} onRetry={state.retry} order={1} />;
  const group = query.data?.group;
  if (!group) return <LostPage home={paths.groups.to()} />;
  const isStatic = group.kind === 'STATIC';
  const actions = group.viewerCan.edit && (
    <Group gap="xs">
      {isStatic ? (
        <>
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen('ADD')}>
            {t('add')}
          </Button>
          <Button variant="default" component={Link} to={paths.importGroup.to({ groupId: id })} leftSection={<IconUpload size={18} aria-hidden />}>
            {t('import.action')}
          </Button>
        </>
      ) : (
        <Button leftSection={<IconPencil size={18} aria-hidden />} onClick={() => setOpen('RULE')}>
          {t('rule.edit')}
        </Button>
      )}
      <Button variant="default" onClick={() => setOpen('RENAME')}>
        {t('rename')}
      </Button>
      <Button variant="default" color="red" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => setOpen('REMOVE')}>
        {t('removeGroup')}
      </Button>
    </Group>
  );
  const away = group.memberCount - group.activeCount;
  return (
    <>
      <GroupLive id={id} />
      <DetailPage
        title={group.name}
        trail={
          <>
            <Anchor component={Link} to={paths.people.to()}>
              {t('admin:nav.people')}
            </Anchor>{' '}
            ›{' '}
            <Anchor component={Link} to={paths.groups.to()}>
              {t('title')}
            </Anchor>
          </>
        }
        status={<span>{t(`kind.${group.kind}`)}</span>}
        facts={isStatic ? undefined : <Freshness group={group} />}
        id={id}
        actions={actions}
        notice={
          <Stack gap={4} mb="md">
            {group.ruleSentence && <Text>{group.ruleSentence}</Text>}
            <Text role="status">{t('size', { count: group.memberCount, number: format.number(group.memberCount) })}</Text>
            {away > 0 && (
              <Text size="sm" c="dimmed">
                {t('away', { count: away, number: format.number(away) })}
              </Text>
            )}
          </Stack>
        }
        tabs={[{ id: 'members', label: t('members'), content: () => <GroupMembers group={group} leave={leave} /> }]}
      />
      <AddMembersDialog group={group} opened={open === 'ADD'} onClose={close} finder={finder} />
      <RenameGroupDialog group={group} opened={open === 'RENAME'} onClose={close} />
      <RemoveGroupDialog group={group} opened={open === 'REMOVE'} onClose={close} />
      {!isStatic && ruleEditor({ group, opened: open === 'RULE', onClose: close })}
    </>
  );
}
