import { useFormat } from '@milepost/web/i18n/format.ts';
import { DueDate } from '@milepost/web/ui/due-date.tsx';
import { IconCheck, IconLock } from '@milepost/web/ui/icons.ts';
import { Markdown } from '@milepost/web/ui/markdown.tsx';
import { MilestoneBadge, type MilestoneState } from '@milepost/web/ui/milestone-badge.tsx';
import { useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import classes from './milestone-path.module.css';
import { MilestoneItem } from './milestone-item.tsx';
import { PlanWhy } from './plan-why.tsx';
import type { PathMilestoneFragment } from './path-milestone.generated.ts';

const doneStates = new Set(['COMPLETED', 'WAIVED', 'ELECTIVE_DONE']);
const closedStates = new Set(['LOCKED', 'NOT_RELEASED']);

interface MilestoneProps {
  milestone: PathMilestoneFragment;
  number: number;
  enrollmentId: string;
  nextId: string | null;
}

/** One station of the path: its state, what it asks for, by when, why it is not open, and what can be done in it. */
export function Milestone({ milestone, number, enrollmentId, nextId }: MilestoneProps) {
  const { t } = useTranslation('learner');
  const done = doneStates.has(milestone.status);
  const closed = closedStates.has(milestone.status);
  const [now] = useState(() => Date.now());
  const current = !done && !closed && milestone.items.some((item) => item.learningObjectId === nextId);
  return (
    <li className={classes.milestone} data-state={done ? 'done' : closed ? 'closed' : 'open'} aria-current={current ? 'step' : undefined}>
      <span className={classes.mark} aria-hidden>
        {done ? <IconCheck size={16} stroke={2.4} /> : closed ? <IconLock size={15} stroke={2} /> : number}
      </span>
      <div className={classes.card}>
        <div className={classes.head}>
          <h3 className={classes.name}>{milestone.name ?? t('plan.hiddenMilestone')}</h3>
          <span className={classes.state}>
            {milestone.isNew && <span className={classes.new}>{t('plan.newStep')}</span>}
            <MilestoneBadge state={milestone.status as MilestoneState} />
            {milestone.name !== null && <PlanWhy enrollmentId={enrollmentId} subject={milestone.name} about={{ milestone: milestone.key }} />}
          </span>
        </div>
        {milestone.lockedBecause && (
          <p className={classes.lock}>
            <IconLock size={15} aria-hidden /> {milestone.lockedBecause}
          </p>
        )}
        <p className={classes.facts}>
          {milestone.name !== null && <Requirement milestone={milestone} />}
          {!done && milestone.due && <DueDate due={{ date: milestone.due.date, timeZone: milestone.due.timeZone, instant: milestone.due.endsAt }} overdue={!milestone.elective && Date.parse(milestone.due.endsAt) < now} />}
        </p>
        {milestone.description && (
          <div className={classes.description}>
            <Markdown text={milestone.description} headingsFrom={4} />
          </div>
        )}
        {milestone.items.length > 0 && (
          <ul className={classes.items}>
            {milestone.items.map((item) => (
              <MilestoneItem key={item.learningObjectId} item={item} enrollmentId={enrollmentId} isNext={current && item.learningObjectId === nextId} saidAbove={milestone.lockedBecause} />
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

/** How much it asks for and how much is there, in words. */
function Requirement({ milestone: { metric, unitsEarned, unitsRequired, items, status } }: { milestone: PathMilestoneFragment }) {
  const { t } = useTranslation('learner');
  const format = useFormat();
  if (status === 'WAIVED') return <span>{t('plan.waived')}</span>;
  if (metric === 'NONE') return <span>{t('plan.elective', { count: items.filter((item) => item.state === 'COMPLETED').length })}</span>;
  const [earned, required] = [Number(unitsEarned), Number(unitsRequired)];
  const figures = { earned: format.number(Math.min(earned, required)), required: format.number(required), count: required };
  return <span>{metric === 'CREDITS' ? t('plan.credits', figures) : t('plan.units', figures)}</span>;
}
