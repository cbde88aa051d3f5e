import { queryState } from '@milepost/web/apollo/list-state.ts';
import { useViewer } from '@milepost/web/session/session-context.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { CardsSkeleton } from '@milepost/web/ui/skeletons.tsx';
import type { ReactNode } from 'react';
import { paths } from '../../paths.ts';
import { PlanProgressCard } from './plan-progress-card.tsx';
import classes from './tracked-plans.module.css';
import { useTrackedPlansQuery } from './tracking.generated.ts';

/** The newest plans that people have and the reader may track, each at a glance; `empty` while there is none. */
export function TrackedPlans({ empty }: { empty: ReactNode }) {
  const { permissions } = useViewer();
  const query = useTrackedPlansQuery({ variables: { mayRead: permissions.includes('PLAN_READ') }, fetchPolicy: 'cache-and-network' });
  return (
    <div className={classes.cards}>
      <Cards query={query} empty={empty} />
    </div>
  );
}

function Cards({ query, empty }: { query: ReturnType<typeof useTrackedPlansQuery>; empty: ReactNode }) {
  const state = queryState(query);
  if (state.is === 'loading') return <CardsSkeleton />;
  if (state.is === 'failed') return <ErrorState failure={state.failure} onRetry={state.retry} order={3} />;
  const plans = (query.data?.learningPlans ?? query.data?.trackedPlans)?.edges.flatMap(({ node }) => (node.progress ? [{ ...node, progress: node.progress }] : [])) ?? [];
  if (plans.length === 0) return empty;
  const reads = query.data?.learningPlans !== undefined;
  const peopleOf = (planId: string) => (filter?: Record<string, string>) => withParams(reads ? paths.plan.to({ planId }) : paths.trackedPlan.to({ planId }), { ...(reads && { tab: 'people' }), ...filter });
  return plans.map(({ id, name, progress }) => <PlanProgressCard key={id} name={name} totals={progress} toPeople={peopleOf(id)} />);
}

function withParams(path: string, params: Record<string, string>): string {
  const search = new URLSearchParams(params).toString();
  return search ? `${path}?${search}` : path;
}
