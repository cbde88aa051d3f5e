import { failureOf } from '@milepost/web/apollo/failure-of.ts';
import { usePlanTerm } from '@milepost/web/session/plan-term.ts';
import { EmptyState } from '@milepost/web/ui/empty-state.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { Markdown } from '@milepost/web/ui/markdown.tsx';
import { PageHeading } from '@milepost/web/ui/page-heading.tsx';
import { PlanCover } from '@milepost/web/ui/plan-cover.tsx';
import { ProgressBar } from '@milepost/web/ui/progress-bar.tsx';
import { EnrollmentBadge } from '@milepost/web/ui/status-badge.tsx';
import { useEffect, useRef } from 'react';
import { useAnnounce } from '@milepost/web/ui/live-region.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link } from 'react-router';
import { paths } from '../../paths.ts';
import { useLearnerPlanQuery } from './learner-plan.generated.ts';
import { MilestonePath } from './milestone-path.tsx';
import { PlanAnswers } from './plan-answers.tsx';
import { PlanSkeleton } from './plan-skeleton.tsx';
import { PlanWhy } from './plan-why.tsx';
import { useSeenSteps } from './use-seen-steps.ts';
import classes from './plan-view.module.css';

/** One of a person's plans: the four answers, then the way through it. */
export function PlanView({ enrollmentId }: { enrollmentId: string }) {
  const { t } = useTranslation('learner');
  const term = usePlanTerm();
  const { data, error, refetch } = useLearnerPlanQuery({ variables: { enrollmentId }, fetchPolicy: 'cache-and-network' });
  const plan = data?.myPlan;
  useSaidWhenDone(plan?.status, plan?.name);
  useSeenSteps(enrollmentId, plan?.milestones ?? []);
  if (!data) {
    return error ? <ErrorState order={1} failure={failureOf(error)} onRetry={() => void refetch().catch(() => {})} /> : <PlanSkeleton />;
  }
  if (!plan) {
    return (
      <>
        <PageHeading title={t('plan.goneTitle', { term })} />
        <EmptyState title={t('plan.goneTitle', { term })} text={t('plan.goneText')} action={<Link to={paths.myLearning.to()}>{t('home.toMyLearning')}</Link>} />
      </>
    );
  }
  return (
    <>
      <p className={classes.crumb}>
        <Link to={paths.myLearning.to()}>{t('nav.myLearning')}</Link> / {plan.planId ? term : t('kind.content')}
      </p>
      <PageHeading
        title={plan.name}
        note={
          <span className={classes.states}>
            <EnrollmentBadge status={plan.status} overdue={plan.overdue} />
            <PlanWhy enrollmentId={plan.enrollmentId} subject={plan.name} about="STATUS" />
            <span className={classes.progress}>
              <ProgressBar value={plan.progress} label={t('card.progress', { name: plan.name })} withText />
            </span>
          </span>
        }
      />
      <PlanCover cover={plan.cover} className={classes.cover} />
      <PlanAnswers plan={plan} />
      {plan.description && (
        <section className={classes.about} aria-label={t('plan.about')}>
          <Markdown text={plan.description} headingsFrom={3} />
        </section>
      )}
      {plan.planId && <MilestonePath enrollmentId={plan.enrollmentId} milestones={plan.milestones} nextId={plan.next?.learningObjectId ?? null} />}
    </>
  );
}

/** Says it once when the plan becomes complete while it is shown. */
function useSaidWhenDone(status: string | undefined, name: string | undefined): void {
  const { t } = useTranslation('learner');
  const announce = useAnnounce();
  const before = useRef(status);
  useEffect(() => {
    if (before.current !== undefined && before.current !== 'COMPLETED' && status === 'COMPLETED') announce(t('plan.done', { name: name ?? '' }));
    before.current = status;
  }, [status, name, announce, t]);
}
