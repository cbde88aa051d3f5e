import { queryState } from '@milepost/web/apollo/list-state.ts';
import { EmptyState } from '@milepost/web/ui/empty-state.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { CardsSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useActivePlansQuery } from './active-plans.generated.ts';

interface ActivePlansProps {
  card(plan: { readonly id: string; readonly name: string }): ReactNode;
  /** The next step while there is no published plan. */
  create: ReactNode;
}

/** The newest plans that people have and the reader may track, each as a card that a page gives. */
export function ActivePlans({ card, create }: ActivePlansProps) {
  const { t } = useTranslation('plans');
  const query = useActivePlansQuery({ fetchPolicy: 'cache-and-network' });
  const state = queryState(query);
  if (state.is === 'loading') return <CardsSkeleton />;
  if (state.is === 'failed') return <ErrorState failure={state.failure} onRetry={state.retry} order={3} />;
  const plans = query.data?.learningPlans.edges.map((edge) => edge.node).filter((plan) => plan.viewerCan.track) ?? [];
  if (plans.length === 0) return <EmptyState order={3} title={t('list.emptyTitle')} text={t('list.emptyText')} action={create} />;
  return plans.map((plan) => <Fragment key={plan.id}>{card(plan)}</Fragment>);
}
