import { Button, Menu } from '@mantine/core';
import { useApolloClient } from '@apollo/client/react';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useViewer } from '@milepost/web/session/session-context.tsx';
import { IconArchive, IconChevronDown, IconCopy, IconDownload, IconPlayerPause, IconPlayerPlay, IconTrash } from '@milepost/web/ui/icons.ts';
import { notify } from '@milepost/web/ui/notify.ts';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { PlanLifecycleAct } from '../../gql/schema-types.ts';
import { paths } from '../../paths.ts';
import { DeletePlanDialog } from './delete-plan-dialog.tsx';
import { DuplicatePlanDialog } from './duplicate-plan-dialog.tsx';
import { exportPlan } from './export-plan.ts';
import { PreviewPlanLifecycleDocument } from './plan-lifecycle.generated.ts';
import type { PlanOverviewPartsFragment } from './plan-page.generated.ts';

const icons = { INACTIVATE: IconPlayerPause, ACTIVATE: IconPlayerPlay, ARCHIVE: IconArchive } as const satisfies Record<PlanLifecycleAct, unknown>;

/** What else can be done with a plan: copy it (L33), save it as a file, and what becomes of it (2.2): that is previewed on a page of its own. */
export function PlanMenu({ plan }: { plan: PlanOverviewPartsFragment }) {
  const { t } = useTranslation('plans');
  const client = useApolloClient();
  const act = useAct();
  const navigate = useNavigate();
  const { permissions } = useViewer();
  const [asking, setAsking] = useState<'DUPLICATE' | 'DELETE'>();
  const close = () => setAsking(undefined);
  const save = () => void exportPlan(client, plan).catch(() => notify({ tone: 'danger', title: t('file.notExported') }));
  const preview = async (next: PlanLifecycleAct) => {
    const answer = await act(PreviewPlanLifecycleDocument, { planId: plan.id, act: next });
    if (answer.is === 'FAILED') return notify({ tone: 'danger', title: t('lifecycle.notPreviewed') });
    const result = answer.data.previewPlanLifecycle;
    if (result.__typename !== 'Operation') return notify({ tone: 'danger', title: problemsOf(result)[0]?.message ?? t('lifecycle.notPreviewed') });
    await navigate(paths.operation.to({ operationId: result.id }));
  };
  const { changeLifecycle, delete: mayDelete } = plan.viewerCan;
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
            <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => setAsking('DUPLICATE')}>
              {t('duplicate.act')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconDownload size={16} aria-hidden />} onClick={save}>
            {t('file.export')}
          </Menu.Item>
          {(changeLifecycle.length > 0 || mayDelete) && <Menu.Divider />}
          {changeLifecycle.map((next) => {
            const IconOfAct = icons[next];
            return (
              <Menu.Item key={next} leftSection={<IconOfAct size={16} aria-hidden />} onClick={() => void preview(next)}>
                {t(`lifecycle.${next}`)}
              </Menu.Item>
            );
          })}
          {mayDelete && (
            <Menu.Item color="var(--mp-danger-text)" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setAsking('DELETE')}>
              {t('lifecycle.delete')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {asking === 'DUPLICATE' && <DuplicatePlanDialog plan={plan} onClose={close} />}
      {asking === 'DELETE' && <DeletePlanDialog plan={plan} onClose={close} />}
    </>
  );
}
