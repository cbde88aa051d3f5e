import { failureOf } from '@milepost/web/apollo/failure-of.ts';
import { Button } from '@mantine/core';
import { EmptyState } from '@milepost/web/ui/empty-state.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { IconBooks, IconSearch } from '@milepost/web/ui/icons.ts';
import { CardsSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { useRef } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { keepPlaces } from './group-learning.ts';
import { filterLearning, type LearningFilter, partsOf } from './filter-learning.ts';
import { MyLearningFilter } from './my-learning-filter.tsx';
import { useMyLearningQuery } from './my-learning.generated.ts';
import type { PlanCardFragment } from './plan-card.generated.ts';
import { PlanSection } from './plan-section.tsx';
import { useArrivals } from './use-arrivals.ts';

interface MyLearningListProps {
  filter: LearningFilter;
  onFilter(next: LearningFilter): void;
}

/** Everything a person has, in progress, to start and done, with a filter that the address keeps. */
export function MyLearningList({ filter, onFilter }: MyLearningListProps) {
  const { t } = useTranslation('learner');
  const { data, error, refetch } = useMyLearningQuery({ fetchPolicy: 'cache-and-network' });
  const plans = usePlaces(data?.myLearning.plans);
  const fresh = useArrivals(plans);
  if (!plans) {
    return error ? <ErrorState failure={failureOf(error)} onRetry={() => void refetch().catch(() => {})} /> : <CardsSkeleton cards={6} />;
  }
  if (plans.length === 0) return <EmptyState icon={IconBooks} title={t('home.emptyTitle')} text={t('home.emptyText')} />;
  const found = filterLearning(plans, filter);
  return (
    <>
      <MyLearningFilter filter={filter} counts={partsOf(filterLearning(plans, { ...filter, show: 'ALL' }))} onFilter={onFilter} />
      {found.length === 0 ? (
        <EmptyState
          icon={IconSearch}
          title={t('myLearning.nothingTitle')}
          text={t('myLearning.nothingText')}
          action={
            <Button variant="default" onClick={() => onFilter({ show: 'ALL', text: '' })}>
              {t('myLearning.clear')}
            </Button>
          }
        />
      ) : (
        Object.entries(partsOf(found)).map(([part, list]) => (
          <PlanSection key={part} title={t(`myLearning.part.${part as 'IN_PROGRESS'}`)} plans={list} fresh={fresh} />
        ))
      )}
    </>
  );
}

/** The plans in the order in which they were first shown; what came later stands at the end. */
function usePlaces(plans: readonly PlanCardFragment[] | undefined): readonly PlanCardFragment[] | undefined {
  const shown = useRef<{ from: typeof plans; list: readonly PlanCardFragment[] } | undefined>(undefined);
  if (plans && shown.current?.from !== plans) shown.current = { from: plans, list: keepPlaces(shown.current?.list ?? [], plans) };
  return shown.current?.list;
}
