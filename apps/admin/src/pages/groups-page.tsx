import { Button, Menu } from '@mantine/core';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useViewer } from '@milepost/web/session/session-context.tsx';
import { IconChevronDown, IconPlus } from '@milepost/web/ui/icons.ts';
import { useState } from 'react';
import { CreateStaticGroup } from '../features/groups/create-group.tsx';
import { GroupList } from '../features/groups/group-list.tsx';
import { PeopleSections } from './people-sections.tsx';
import { RuleDrawer } from './rule-drawer.tsx';

/** Groups: those that there are, and two ways to make one. */
export function GroupsPage() {
  const { permissions } = useViewer();
  return (
    <>
      <PeopleSections />
      <GroupList create={permissions.includes('DIRECTORY_EDIT') ? <CreateGroup /> : undefined} />
    </>
  );
}

function CreateGroup() {
  const { t } = useTranslation('groups');
  const [opened, setOpened] = useState<'STATIC' | 'DYNAMIC'>();
  const close = () => setOpened(undefined);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button leftSection={<IconPlus size={18} aria-hidden />} rightSection={<IconChevronDown size={16} aria-hidden />}>
            {t('create.button')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpened('STATIC')}>{t('create.STATIC')}</Menu.Item>
          <Menu.Item onClick={() => setOpened('DYNAMIC')}>{t('create.DYNAMIC')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <CreateStaticGroup opened={opened === 'STATIC'} onClose={close} />
      <RuleDrawer opened={opened === 'DYNAMIC'} onClose={close} />
    </>
  );
}
