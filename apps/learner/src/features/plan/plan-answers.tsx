import { Button } from '@mantine/core';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { calendarDateIn, daysBetween, sameClock } from '@milepost/web/i18n/calendar-date.ts';
import { useReaderZone } from '@milepost/web/i18n/reader-zone.tsx';
import { type Icon, IconCalendarClock, IconClock, IconHelpCircle, IconPlayerPlay, IconRoute } from '@milepost/web/ui/icons.ts';
import { isOpenStatus } from '@milepost/web/ui/status-badge.tsx';
import { type ReactNode, useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link } from 'react-router';
import { playerPath } from '../../paths.ts';
import { PlanWhy } from './plan-why.tsx';
import type { PlanAnswersFragment } from './plan-answers.generated.ts';
import classes from './plan-answers.module.css';

/** Why I have this, what is next, by when, what is left: in words, with the one button to go on. */
export function PlanAnswers({ plan }: { plan: PlanAnswersFragment }) {
  const { t } = useTranslation('learner');
  return (
    <section className={classes.root} aria-label={t('plan.answers')}>
      {plan.inactiveNote && <p className={classes.note}>{plan.inactiveNote}</p>}
      <dl className={classes.list}>
        <Answer icon={IconHelpCircle} question={t('plan.why')}>
          {plan.why}
        </Answer>
        <Answer icon={IconRoute} question={t('plan.next')}>
          <Next plan={plan} />
        </Answer>
        <Answer icon={IconCalendarClock} question={t('plan.byWhen')}>
          <ByWhen plan={plan} /> {plan.due && <PlanWhy enrollmentId={plan.enrollmentId} subject={t('plan.byWhen')} about="DUE" />}
        </Answer>
        <Answer icon={IconClock} question={t('plan.left')}>
          <Left plan={plan} />
        </Answer>
      </dl>
      {plan.next?.learningObjectId && !plan.next.opensOn && (
        <Button component={Link} to={playerPath(plan.next.learningObjectId, plan.enrollmentId)} size="md" leftSection={<IconPlayerPlay size={18} aria-hidden />} className={classes.go}>
          {plan.status === 'NOT_STARTED' ? t('action.start') : t('action.continue')}
        </Button>
      )}
    </section>
  );
}

function Answer({ icon: IconShown, question, children }: { icon: Icon; question: string; children: ReactNode }) {
  return (
    <div className={classes.answer}>
      <dt>
        <IconShown size={18} stroke={1.8} aria-hidden />
        {question}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function Next({ plan: { status, next } }: { plan: PlanAnswersFragment }) {
  const { t } = useTranslation('learner');
  const format = useFormat();
  if (!next) {
    if (status === 'COMPLETED') return t('plan.nothingNextDone');
    return status === 'EXEMPT' ? t('plan.nothingNextExempt') : t('plan.nothingNext');
  }
  const step = next.name ?? next.milestoneName;
  if (next.opensOn) return step ? t('plan.nextOpens', { name: step, date: format.date(next.opensOn, 'long') }) : t('plan.nextOpensHidden', { date: format.date(next.opensOn, 'long') });
  if (!step) return t('plan.nothingNext');
  return next.name && next.milestoneName ? t('plan.nextIn', { name: next.name, milestone: next.milestoneName }) : step;
}

/** Due is the end of a day in the zone of the learner; where this browser's clock differs, its own time stands beside it [L10, X25]. */
function ByWhen({ plan }: { plan: PlanAnswersFragment }) {
  const { t } = useTranslation('learner');
  const format = useFormat();
  const readerZone = useReaderZone();
  const [now] = useState(() => new Date());
  const { due, completedOn } = plan;
  if (completedOn) return t('plan.doneOn', { date: format.date(completedOn, 'long') });
  if (!due) return t('plan.noDue');
  const words = t('plan.dueWords', { date: format.date(due.date, 'long'), zone: format.zoneName(due.timeZone) });
  const days = format.relativeDays(daysBetween(calendarDateIn(due.timeZone, now), due.date));
  const endsAt = new Date(due.endsAt);
  return (
    <span data-overdue={plan.overdue || undefined} className={classes.due}>
      {isOpenStatus(plan.status) && <strong>{plan.overdue ? t('plan.overdueSince', { days }) : days}</strong>} {words}
      {!sameClock(due.timeZone, readerZone, endsAt) && ` ${t('plan.yourTime', { time: format.dateTime(endsAt, { withZone: true }) })}`}
    </span>
  );
}

function Left({ plan }: { plan: PlanAnswersFragment }) {
  const { t } = useTranslation('learner');
  const format = useFormat();
  if (!isOpenStatus(plan.status)) return t('plan.nothingLeft');
  const share = t('plan.doneShare', { percent: format.percent(plan.progress) });
  return plan.minutesLeft > 0 ? `${t('plan.aboutTime', { time: format.duration(plan.minutesLeft) })} ${share}` : share;
}
