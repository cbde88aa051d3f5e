import { ActionIcon, Checkbox, Text, TextInput, Title } from '@mantine/core';
import { addDays, type CalendarDate, daysBetween, parseCalendarDate, type MilestoneStanding, stepsToSee } from '@milepost/domain';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { IconChevronDown, IconChevronRight } from '@milepost/web/ui/icons.ts';
import { MilestoneBadge } from '@milepost/web/ui/milestone-badge.tsx';
import { useMemo, useState } from 'react';
import { areAtOneGlance } from './at-one-glance.ts';
import type { EditedMilestoneFragment } from './plan-draft.generated.ts';
import { usePlanEditing } from './plan-editing.tsx';
import classes from './plan-preview.module.css';
import { eventsOf, lastDayOf, type SimulatedEvent, type SimulatedPerson, simulatePlan, type Supposed } from './simulate-plan.ts';
import { useMilestoneWords } from './use-milestone-words.ts';

/** Somebody in the plan as it is written: a clock that moves, their way through it on that day, and what happens when. */
export function Simulation({ subject, from }: { subject: SimulatedPerson; from: CalendarDate }) {
  const { t } = useTranslation('plans');
  const { plan, version } = usePlanEditing();
  const format = useFormat();
  const words = useMilestoneWords();
  const { enrolledOn } = subject.situation.enrollment;
  const [done, setDone] = useState<Supposed>(() => new Map());
  const [passed, setPassed] = useState(() => daysBetween(enrolledOn, from));
  const day = addDays(enrolledOn, passed);
  const standing = useMemo(() => simulatePlan(version, plan.preset, subject, done, day), [version, plan.preset, subject, done, day]);
  const events = eventsOf(standing, enrolledOn);
  const span = Math.max(passed, daysBetween(enrolledOn, lastDayOf(events, enrolledOn)));
  const byKey = useMemo(() => new Map(version.milestones.map((milestone) => [milestone.key, milestone])), [version]);
  const isSmall = useMemo(() => areAtOneGlance(version.milestones), [version]);
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set());
  const toggle = (key: string) => {
    const next = new Set(opened);
    if (!next.delete(key)) next.add(key);
    setOpened(next);
  };
  const nameOf = ({ key }: MilestoneStanding) => {
    const milestone = byKey.get(key);
    return milestone ? words.name(milestone) : '';
  };
  // What is hidden reaches a learner as a day at most; the timeline is the admin's, and knows it.
  const complete = (id: string, isDone: boolean) => {
    const next = new Map(done);
    if (isDone) next.set(id, day);
    else next.delete(id);
    setDone(next);
  };

  return (
    <>
      <TextInput
        type="date"
        size="sm"
        label={t('preview.clock')}
        value={day}
        min={enrolledOn}
        onChange={(event) => {
          const date = parseCalendarDate(event.currentTarget.value);
          if (date && date >= enrolledOn) setPassed(daysBetween(enrolledOn, date));
        }}
      />
      <input
        type="range"
        className={classes.range}
        min={0}
        max={span}
        value={passed}
        aria-label={t('preview.slider')}
        aria-valuetext={`${t('preview.day', { count: passed })}, ${format.date(day)}`}
        onChange={(event) => setPassed(Number(event.currentTarget.value))}
      />
      <Text size="sm" fw={600} role="status">
        {t('preview.standing', { status: t(`preview.status.${standing.status}`), percent: format.percent(standing.progress) })}
        {standing.effectiveDue?.date && ` · ${t('preview.planDue', { date: format.date(standing.effectiveDue.date) })}`}
      </Text>
      {standing.milestones.length === 0 && <p className={classes.hint}>{t('preview.nothing')}</p>}
      <ol className={classes.path}>
        {stepsToSee(standing.milestones).map((seen) =>
          'step' in seen ? (
            <PreviewedMilestone
              key={seen.step.key}
              standing={seen.step}
              milestone={byKey.get(seen.step.key)}
              name={nameOf(seen.step)}
              done={done}
              opened={isSmall || opened.has(seen.step.key)}
              onToggle={isSmall ? undefined : () => toggle(seen.step.key)}
              onComplete={complete}
            />
          ) : (
            <li key={seen.opensOn}>{t('preview.toCome', { date: format.date(seen.opensOn) })}</li>
          ),
        )}
      </ol>
      <Title order={4} size="h5">
        {t('preview.timeline')}
      </Title>
      <ol className={classes.timeline}>
        {events.map((event) => (
          <li key={`${event.what} ${event.milestone?.key ?? ''}`} data-passed={event.on <= day || undefined}>
            <span className={classes.hint}>{format.date(event.on)}</span> <span>{t(`preview.event.${event.what}`, { name: nameOfEvent(event, nameOf) })}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

const nameOfEvent = ({ milestone }: SimulatedEvent, nameOf: (milestone: MilestoneStanding) => string): string => (milestone ? nameOf(milestone) : '');

interface PreviewedMilestoneProps {
  standing: MilestoneStanding;
  milestone: EditedMilestoneFragment | undefined;
  name: string;
  done: Supposed;
  opened: boolean;
  /** Of a plan that is too large to be seen at one glance. */
  onToggle: (() => void) | undefined;
  onComplete(id: string, done: boolean): void;
}

function PreviewedMilestone({ standing, milestone, name, done, opened, onToggle, onComplete }: PreviewedMilestoneProps) {
  const { t } = useTranslation('plans');
  const format = useFormat();
  const { status, opensOn, effectiveDue, detailsHidden } = standing;
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  const said = [
    !opened && !detailsHidden ? t('milestone.items', { count: standing.items.length }) : '',
    status === 'NOT_RELEASED' ? (opensOn ? t('preview.opensOn', { date: format.date(opensOn) }) : t('preview.waits')) : '',
    status === 'LOCKED' ? t('preview.locked') : '',
    effectiveDue?.date && !effectiveDue.inherited ? t('preview.planDue', { date: format.date(effectiveDue.date) }) : '',
  ];
  return (
    <li className={classes.station}>
      <div className={classes.head}>
        {onToggle && !detailsHidden && (
          <ActionIcon variant="subtle" color="gray" aria-expanded={opened} aria-label={t('milestone.toggle', { name })} onClick={onToggle}>
            <Chevron size={18} aria-hidden />
          </ActionIcon>
        )}
        <span className={classes.name}>{name}</span>
        <MilestoneBadge state={status} />
      </div>
      <p className={classes.hint}>{said.filter(Boolean).join(' · ')}</p>
      {opened && !detailsHidden && (
        <ul className={classes.items}>
          {standing.items.map((item, index) => {
            const title = milestone?.items[index]?.learningObject?.name ?? t('items.gone');
            const on = done.get(item.learningObjectId);
            return (
              <li key={item.learningObjectId}>
                <Checkbox
                  size="xs"
                  label={title}
                  aria-label={t('preview.done', { name: title })}
                  description={item.completedOn ? t('preview.doneOn', { date: format.date(item.completedOn) }) : undefined}
                  checked={item.state === 'COMPLETED'}
                  // What was really done is no supposition that could be taken back.
                  disabled={on === undefined && (item.locked !== null || item.state === 'COMPLETED')}
                  onChange={(event) => onComplete(item.learningObjectId, event.currentTarget.checked)}
                />
              </li>
            );
          })}
        </ul>
      )}
    </li>
  );
}
