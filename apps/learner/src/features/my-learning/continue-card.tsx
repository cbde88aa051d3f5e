import { useFormat } from '@milepost/web/i18n/format.ts';
import { usePlanTerm } from '@milepost/web/session/plan-term.ts';
import { DueDate } from '@milepost/web/ui/due-date.tsx';
import { IconPlayerPlay } from '@milepost/web/ui/icons.ts';
import { ButtonLink } from '@milepost/web/ui/plain-button.tsx';
import { Heading } from '@milepost/web/ui/plain-text.tsx';
import { ProgressBar } from '@milepost/web/ui/progress-bar.tsx';
import { useId } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link } from 'react-router';
import { paths, playerPath } from '../../paths.ts';
import classes from './continue-card.module.css';
import type { PlanCardFragment } from './plan-card.generated.ts';

/** The one next step, with the one button that leads to it. Nothing if the plan has no step that is open. */
export function ContinueCard({ plan }: { plan: PlanCardFragment }) {
  const { t } = useTranslation('learner');
  const format = useFormat();
  const term = usePlanTerm();
  const id = useId();
  const { next } = plan;
  if (!next?.learningObjectId) return null;
  const begun = plan.status === 'IN_PROGRESS';
  return (
    <section className={classes.card} aria-labelledby={id}>
      <p className={classes.eyebrow}>{begun ? t('home.goOn') : t('home.begin')}</p>
      <Heading order={2} id={id} className={classes.title}>
        {next.name}
      </Heading>
      <p className={classes.place}>
        {plan.planId ? `${term}: ` : ''}
        <Link to={paths.plan.to({ enrollmentId: plan.enrollmentId })}>{plan.planId ? plan.name : t('kind.content')}</Link>
        {next.milestoneName ? ` · ${next.milestoneName}` : ''}
      </p>
      <p className={classes.facts}>
        {plan.due && (
          <span>
            {plan.due && !plan.overdue && t('card.due')} <DueDate due={{ date: plan.due.date, timeZone: plan.due.timeZone, instant: plan.due.endsAt }} overdue={plan.overdue} />
          </span>
        )}
        {plan.minutesLeft > 0 && <span>{t('card.left', { time: format.duration(plan.minutesLeft) })}</span>}
      </p>
      {plan.inactiveNote && <p className={classes.place}>{plan.inactiveNote}</p>}
      <div className={classes.foot}>
        <ButtonLink look="FILLED" to={playerPath(next.learningObjectId, plan.enrollmentId)} icon={<IconPlayerPlay size={18} aria-hidden />} aria-describedby={id}>
          {begun ? t('action.continue') : t('action.start')}
        </ButtonLink>
        <span className={classes.progress}>
          <ProgressBar value={plan.progress} label={t('card.progress', { name: plan.name })} withText />
        </span>
      </div>
    </section>
  );
}
