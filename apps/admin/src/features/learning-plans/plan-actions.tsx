import { Button } from '@mantine/core';
import { IconPencil, IconSettings } from '@milepost/web/ui/icons.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link } from 'react-router';
import { paths } from '../../paths.ts';
import type { PlanOverviewPartsFragment } from './plan-page.generated.ts';

/** What the reader may do with the plan besides assigning it, as the API says. */
export function PlanActions({ plan }: { plan: PlanOverviewPartsFragment }) {
  const { t } = useTranslation('plans');
  const { viewerCan } = plan;
  const to = paths.planEditor.to({ planId: plan.id });
  if (plan.draftVersion && viewerCan.edit) {
    return (
      <Button component={Link} to={to} variant="default" leftSection={<IconPencil size={18} aria-hidden />}>
        {t('page.edit')}
      </Button>
    );
  }
  if (!viewerCan.setVisibleRange && !viewerCan.setCollaboration) return null;
  return (
    <Button component={Link} to={`${to}?step=visibility`} variant="default" leftSection={<IconSettings size={18} aria-hidden />}>
      {t('page.settings')}
    </Button>
  );
}
