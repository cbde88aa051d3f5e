import { Button } from '@mantine/core';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { IconPencil, IconSettings } from '@milepost/web/ui/icons.ts';
import { notify } from '@milepost/web/ui/notify.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { paths } from '../../paths.ts';
import type { PlanOverviewPartsFragment } from './plan-page.generated.ts';
import { CreateNextVersionDocument } from './plan-versions.generated.ts';

/** What the reader may do with the plan besides assigning it, as the API says. */
export function PlanActions({ plan }: { plan: PlanOverviewPartsFragment }) {
  const { t } = useTranslation('plans');
  const { viewerCan } = plan;
  const to = paths.planEditor.to({ planId: plan.id });
  if (plan.draftVersion && viewerCan.edit) {
    return (
      <Button component={Link} to={to} variant="default" leftSection={<IconPencil size={18} aria-hidden />}>
        {plan.publishedVersion ? t('page.editVersion', { number: plan.draftVersion.number }) : t('page.edit')}
      </Button>
    );
  }
  return (
    <>
      {viewerCan.createNextVersion && <BeginNextVersion planId={plan.id} />}
      {(viewerCan.setVisibleRange || viewerCan.setCollaboration) && (
        <Button component={Link} to={`${to}?step=visibility`} variant="default" leftSection={<IconSettings size={18} aria-hidden />}>
          {t('page.settings')}
        </Button>
      )}
    </>
  );
}

/** Makes the draft of the next version of a plan that is live (2.2) and opens it; pressed twice it is the same draft. */
function BeginNextVersion({ planId }: { planId: string }) {
  const { t } = useTranslation('plans');
  const act = useAct();
  const navigate = useNavigate();
  const [working, setWorking] = useState(false);
  const begin = async () => {
    setWorking(true);
    const answer = await act(CreateNextVersionDocument, { planId });
    setWorking(false);
    if (answer.is === 'FAILED') return notify({ tone: 'danger', title: t('version.notBegun') });
    const [refused] = problemsOf(answer.data.createNextVersion);
    if (refused) return notify({ tone: 'danger', title: refused.message });
    await navigate(paths.planEditor.to({ planId }));
  };
  return (
    <Button variant="default" loading={working} onClick={() => void begin()} leftSection={<IconPencil size={18} aria-hidden />}>
      {t('page.edit')}
    </Button>
  );
}
