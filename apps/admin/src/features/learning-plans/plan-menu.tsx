import { Button, Menu } from '@mantine/core';
import { useApolloClient } from '@apollo/client/react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useViewer } from '@milepost/web/session/session-context.tsx';
import { IconChevronDown, IconCopy, IconDownload } from '@milepost/web/ui/icons.ts';
import { notify } from '@milepost/web/ui/notify.ts';
import { useState } from 'react';
import { DuplicatePlanDialog } from './duplicate-plan-dialog.tsx';
import { exportPlan } from './export-plan.ts';

/** What else can be done with a plan: copy it (L33), save it as a file. */
export function PlanMenu({ plan }: { plan: { readonly id: string; readonly name: string; readonly code: string } }) {
  const { t } = useTranslation('plans');
  const client = useApolloClient();
  const { permissions } = useViewer();
  const [duplicating, setDuplicating] = useState(false);
  const save = () => void exportPlan(client, plan).catch(() => notify({ tone: 'danger', title: t('file.notExported') }));
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
            {t('page.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {permissions.includes('PLAN_CREATE') && (
            <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => setDuplicating(true)}>
              {t('duplicate.act')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconDownload size={16} aria-hidden />} onClick={save}>
            {t('file.export')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {duplicating && <DuplicatePlanDialog plan={plan} onClose={() => setDuplicating(false)} />}
    </>
  );
}
