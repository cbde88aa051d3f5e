import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useViewer } from '@milepost/web/session/session-context.tsx';
import { EmptyState } from '@milepost/web/ui/empty-state.tsx';
import type { ReactNode } from 'react';
import { TrackedPlans } from '../features/tracking/tracked-plans.tsx';

/** How people get on, plan by plan: of plans that one reads, else of those that the people have whom one looks after. */
export function PlansAtAGlance({ action }: { action?: ReactNode }) {
  const { t } = useTranslation(['admin', 'plans']);
  const { permissions } = useViewer();
  const empty = permissions.includes('PLAN_READ') ? (
    <EmptyState order={3} title={t('plans:list.emptyTitle')} text={t('plans:list.emptyText')} action={action} />
  ) : (
    <EmptyState order={3} title={t('home.nothingTracked')} text={t('home.nothingTrackedText')} />
  );
  return <TrackedPlans empty={empty} />;
}
