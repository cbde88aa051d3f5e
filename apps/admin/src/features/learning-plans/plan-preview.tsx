import { Checkbox, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { addDays, calendarDate, type CalendarDate, daysBetween, parseCalendarDate, type MilestoneStanding } from '@milepost/domain';
import { calendarDateIn } from '@milepost/web/i18n/calendar-date.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { MilestoneBadge } from '@milepost/web/ui/milestone-badge.tsx';
import { useId, useMemo, useState } from 'react';
import type { EditedMilestoneFragment } from './plan-draft.generated.ts';
import { usePlanEditing } from './plan-editing.tsx';
import classes from './plan-preview.module.css';
import { eventsOf, lastDayOf, type MadeUpPerson, type SimulatedEvent, simulatePlan } from './simulate-plan.ts';
import { useMilestoneWords } from './use-milestone-words.ts';

const zones = Intl.supportedValuesOf('timeZone');

/**
 * The plan as a made-up person would have it, with a clock that moves: what opens when, what is locked, due and done (C4, C14, C19). By
 * the evaluator of the product, in the browser, from what is written here.
 */
export function PlanPreview() {
  const { t } = useTranslation('plans');
  const { plan, version } = usePlanEditing();
  const format = useFormat();
  const words = useMilestoneWords();
  const headingId = useId();
  const [person, setPerson] = useState<MadeUpPerson>(() => {
    const today = calendarDate(calendarDateIn(plan.timeZone, new Date()));
    return { enrolledOn: today, hiredOn: today, zone: plan.timeZone, done: new Map() };
  });
  const [passed, setPassed] = useState(0);
  const day = addDays(person.enrolledOn, passed);
  const standing = useMemo(() => simulatePlan(version, plan.preset, person, day), [version, plan.preset, person, day]);
  const events = eventsOf(standing, person);
  const span = Math.max(passed, daysBetween(person.enrolledOn, lastDayOf(events, person)));
  const byKey = new Map(version.milestones.map((milestone) => [milestone.key, milestone]));
  const nameOf = ({ key }: MilestoneStanding) => {
    const milestone = byKey.get(key);
    return milestone ? words.name(milestone) : '';
  };
  // What is hidden does not reach a learner at all; the timeline is the admin's, and knows it.
  const seen = standing.milestones.filter((each) => !each.titleHidden);
  const complete = (id: string, done: boolean) => {
    const next = new Map(person.done);
    if (done) next.set(id, day);
    else next.delete(id);
    setPerson({ ...person, done: next });
  };
  const setDate = (field: 'enrolledOn' | 'hiredOn', text: string) => {
    const date = parseCalendarDate(text);
    if (date) setPerson({ ...person, [field]: date });
    else if (field === 'hiredOn' && text === '') setPerson({ ...person, hiredOn: null });
  };

  return (
    <section className={classes.preview} aria-labelledby={headingId}>
      <Title order={3} size="h4" id={headingId}>
        {t('preview.title')}
      </Title>
      <p className={classes.hint}>{t('preview.text')}</p>
      <details className={classes.person}>
        <summary>{t('preview.person')}</summary>
        <Stack gap="xs" mt="xs">
          <TextInput type="date" size="sm" label={t('preview.enrolledOn')} value={person.enrolledOn} onChange={(event) => setDate('enrolledOn', event.currentTarget.value)} />
          <TextInput type="date" size="sm" label={t('preview.hiredOn')} value={person.hiredOn ?? ''} onChange={(event) => setDate('hiredOn', event.currentTarget.value)} />
          <Select size="sm" searchable allowDeselect={false} limit={100} label={t('preview.zone')} data={zones} value={person.zone} onChange={(zone) => zone && setPerson({ ...person, zone })} />
        </Stack>
      </details>
      <TextInput
        type="date"
        size="sm"
        label={t('preview.clock')}
        value={day}
        min={person.enrolledOn}
        onChange={(event) => {
          const date = parseCalendarDate(event.currentTarget.value);
          if (date && date >= person.enrolledOn) setPassed(daysBetween(person.enrolledOn, date));
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
        {seen.map((each) => (
          <PreviewedMilestone key={each.key} standing={each} milestone={byKey.get(each.key)} name={nameOf(each)} done={person.done} onComplete={complete} />
        ))}
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
    </section>
  );
}

const nameOfEvent = ({ milestone }: SimulatedEvent, nameOf: (milestone: MilestoneStanding) => string): string => (milestone ? nameOf(milestone) : '');

interface PreviewedMilestoneProps {
  standing: MilestoneStanding;
  milestone: EditedMilestoneFragment | undefined;
  name: string;
  done: ReadonlyMap<string, CalendarDate>;
  onComplete(id: string, done: boolean): void;
}

function PreviewedMilestone({ standing, milestone, name, done, onComplete }: PreviewedMilestoneProps) {
  const { t } = useTranslation('plans');
  const format = useFormat();
  const { status, opensOn, effectiveDue, detailsHidden } = standing;
  const said = [
    status === 'NOT_RELEASED' ? (opensOn ? t('preview.opensOn', { date: format.date(opensOn) }) : t('preview.waits')) : '',
    status === 'LOCKED' ? t('preview.locked') : '',
    effectiveDue?.date && !effectiveDue.inherited ? t('preview.planDue', { date: format.date(effectiveDue.date) }) : '',
  ];
  return (
    <li className={classes.station}>
      <div className={classes.head}>
        <span className={classes.name}>{name}</span>
        <MilestoneBadge state={status} />
      </div>
      <p className={classes.hint}>{said.filter(Boolean).join(' · ')}</p>
      {!detailsHidden && (
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
                  disabled={item.locked !== null && on === undefined}
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
