import { ActionIcon, Menu } from '@mantine/core';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { IconDots } from '@milepost/web/ui/icons.ts';
import { useState } from 'react';
import { DepartmentNameDialog, MoveDepartmentDialog } from './department-dialogs.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { RemoveDepartmentDocument, type TreeDepartmentFragment } from './structure.generated.ts';

type Opened = 'ADD' | 'RENAME' | 'MOVE' | 'REMOVE';

interface DepartmentActionsProps {
  department: TreeDepartmentFragment;
  departments: readonly TreeDepartmentFragment[];
  onChanged(): void;
  onMerge(): void;
}

/** What can be done with a department. */
export function DepartmentActions({ department, departments, onChanged, onMerge }: DepartmentActionsProps) {
  const { t } = useTranslation('directory');
  const [opened, setOpened] = useState<Opened>();
  const close = () => setOpened(undefined);
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('actionsOf', { name: department.name })}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpened('ADD')}>{t('department.addBelow')}</Menu.Item>
          <Menu.Item onClick={() => setOpened('RENAME')}>{t('rename')}</Menu.Item>
          <Menu.Item onClick={() => setOpened('MOVE')}>{t('department.move')}</Menu.Item>
          <Menu.Item onClick={onMerge}>{t('merge')}</Menu.Item>
          <Menu.Item color="var(--mp-danger-text)" onClick={() => setOpened('REMOVE')}>
            {t('remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <DepartmentNameDialog opened={opened === 'ADD'} parent={department} onClose={close} onChanged={onChanged} />
      <DepartmentNameDialog opened={opened === 'RENAME'} department={department} onClose={close} onChanged={onChanged} />
      <MoveDepartmentDialog opened={opened === 'MOVE'} department={department} departments={departments} onClose={close} onChanged={onChanged} />
      <RemoveDialog
        opened={opened === 'REMOVE'}
        title={t('department.removeOf', { name: department.name })}
        document={RemoveDepartmentDocument}
        input={{ departmentId: department.id, rowVersion: department.rowVersion }}
        onClose={close}
        onChanged={onChanged}
      />
    </>
  );
}
