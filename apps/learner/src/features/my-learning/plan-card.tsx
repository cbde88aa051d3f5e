import { usePlanTerm } from '@milepost/web/session/plan-term.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { DueDate } from '@milepost/web/ui/due-date.tsx';
import { PlanCover } from '@milepost/web/ui/plan-cover.tsx';
import { ProgressBar } from '@milepost/web/ui/progress-bar.tsx';
import { EnrollmentBadge, isOpenStatus } from '@milepost/web/ui/status-badge.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link } from 'react-router';
import { paths } from '../../paths.ts';
import type { PlanCardFragment } from './plan-card.generated.ts';
import classes from './plan-card.module.css';

/** One of a person's plans in a list: how far, by when, what is next. The whole card leads to its page. */
export function PlanCard({ plan, fresh = false }: { plan: PlanCardFragment; fresh?: boolean }) {
  const { t } = useTranslation('learner');
  const format = useFormat();
  const term = usePlanTerm();
  return (
    <article className={classes.card}>
      <PlanCover cover={plan.cover} className={classes.cover} />
      <p className={classes.kind}>
        {plan.planId ? term : t('kind.content')}
        {fresh && <span className={classes.fresh}>{t('card.fresh')}</span>}
      </p>
      <h3 className={classes.name}>
        <Link to={paths.plan.to({ enrollmentId: plan.enrollmentId })} className={classes.link}>
          {plan.name}
        </Link>
      </h3>
      <p className={classes.states}>
        <EnrollmentBadge status={plan.status} />
      </p>
      <p className={classes.facts}>
        {isOpenStatus(plan.status) && (
          <span>
            {plan.due && !plan.overdue && t('card.due')} <DueDate due={plan.due && { date: plan.due.date, timeZone: plan.due.timeZone, instant: plan.due.endsAt }} overdue={plan.overdue} />
          </span>
        )}
        {isOpenStatus(plan.status) && plan.minutesLeft > 0 && <span className={classes.quiet}>{t('card.left', { time: format.duration(plan.minutesLeft) })}</span>}
        {plan.completedOn && <span className={classes.quiet}>{t('card.completedOn', { date: format.date(plan.completedOn) })}</span>}
      </p>
      {isOpenStatus(plan.status) && (
        <>
          {plan.inactiveNote && <p className={classes.quiet}>{plan.inactiveNote}</p>}
          <p className={classes.next}>{nextWords(plan, t, format.date)}</p>
          <ProgressBar value={plan.progress} label={t('card.progress', { name: plan.name })} withText />
        </>
      )}
    </article>
  );
}

function nextWords(plan: PlanCardFragment, t: ReturnType<typeof useTranslation<'learner'>>['t'], date: (day: string) => string): string {
  if (!plan.next) return '';
  if (plan.next.opensOn) return t('card.opensOn', { name: plan.next.milestoneName ?? plan.name, date: date(plan.next.opensOn) });
  return plan.next.name ? t('card.next', { name: plan.next.name }) : '';
}
