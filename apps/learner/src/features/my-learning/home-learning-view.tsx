import { EmptyState } from '@milepost/web/ui/empty-state.tsx';
import { IconBooks, IconCircleCheck } from '@milepost/web/ui/icons.ts';
import { useMemo, useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link } from 'react-router';
import { paths } from '../../paths.ts';
import { ContinueCard } from './continue-card.tsx';
import { groupLearning } from './group-learning.ts';
import type { PlanCardFragment } from './plan-card.generated.ts';
import { PlanSection } from './plan-section.tsx';
import { useArrivals } from './use-arrivals.ts';

/** The start page's content: what to go on with, what is overdue, what is due soon, what is begun, what to start. */
export function HomeLearningView({ plans, lastPlace }: { plans: readonly PlanCardFragment[]; lastPlace: string | null }) {
  const { t } = useTranslation('learner');
  const [openedAt] = useState(() => new Date());
  const groups = useMemo(() => groupLearning(plans, lastPlace, openedAt), [plans, lastPlace, openedAt]);
  const fresh = useArrivals(plans);
  const nothingOpen = !groups.goOn && [groups.overdue, groups.dueSoon, groups.inProgress, groups.toStart].every((plansOfGroup) => plansOfGroup.length === 0);
  if (plans.length === 0) return <EmptyState icon={IconBooks} title={t('home.emptyTitle')} text={t('home.emptyText')} />;
  if (nothingOpen) {
    return (
      <EmptyState
        icon={IconCircleCheck}
        title={t('home.allDoneTitle')}
        text={t('home.allDoneText')}
        action={<Link to={paths.myLearning.to()}>{t('home.toMyLearning')}</Link>}
      />
    );
  }
  return (
    <>
      {groups.goOn && <ContinueCard plan={groups.goOn} />}
      <PlanSection title={t('home.overdue')} plans={groups.overdue} fresh={fresh} />
      <PlanSection title={t('home.dueSoon')} plans={groups.dueSoon} fresh={fresh} />
      <PlanSection title={t('home.inProgress')} plans={groups.inProgress} fresh={fresh} />
      <PlanSection title={t('home.toStart')} plans={groups.toStart} fresh={fresh} />
      <p>
        <Link to={paths.myLearning.to()}>{t('home.toMyLearning')}</Link>
      </p>
    </>
  );
}
