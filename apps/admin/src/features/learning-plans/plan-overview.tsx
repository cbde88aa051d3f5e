import { Alert, Stack, Title } from '@mantine/core';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { IconInfoCircle } from '@milepost/web/ui/icons.ts';
import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { PlanContent } from './plan-content.tsx';
import type { PlanOverviewPartsFragment } from './plan-page.generated.ts';
import classes from './plan-overview.module.css';

interface PlanOverviewProps {
  plan: PlanOverviewPartsFragment;
  catalogs?: ReactNode;
  release?: ComponentProps<typeof PlanContent>['release'];
}

/** What a plan is: its content as published (or as it is being written), and who may find it and work with it. */
export function PlanOverview({ plan, catalogs, release }: PlanOverviewProps) {
  const { t } = useTranslation('plans');
  const format = useFormat();
  const version = plan.publishedVersion ?? plan.draftVersion;
  return (
    <Stack gap="lg">
      {!plan.publishedVersion && (
        <Alert icon={<IconInfoCircle size={20} aria-hidden />} color="gray">
          {t('page.noContent')}
        </Alert>
      )}
      <dl className={classes.facts}>
        <dt>{t('page.visible')}</dt>
        <dd>{plan.visibleRangeSentence ?? t('visibility.nobody')}</dd>
        <dt>{t('page.collaboration')}</dt>
        <dd>{plan.collaborationAllowed ? t('page.collaborationOn') : t('page.collaborationOff')}</dd>
        <dt>{t('page.owner')}</dt>
        <dd>{plan.owner.name}</dd>
        <dt>{t('page.kind')}</dt>
        <dd>{t(`preset.${plan.preset}.name`)}</dd>
        <dt>{t('page.created')}</dt>
        <dd>{format.dateTime(new Date(plan.createdAt))}</dd>
      </dl>
      {catalogs}
      {version && (
        <>
          <Title order={2}>{t('step.content')}</Title>
          <PlanContent version={version} release={release} />
        </>
      )}
    </Stack>
  );
}
