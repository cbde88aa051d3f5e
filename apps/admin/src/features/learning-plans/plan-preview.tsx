import { SegmentedControl, Title } from '@mantine/core';
import { calendarDate } from '@milepost/domain';
import { calendarDateIn } from '@milepost/web/i18n/calendar-date.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useAddressParams } from '@milepost/web/ui/address-params.ts';
import { useId, useMemo, useState } from 'react';
import { MadeUpFields } from './made-up-fields.tsx';
import type { PersonSlot } from './person-slot.ts';
import { usePlanEditing } from './plan-editing.tsx';
import classes from './plan-preview.module.css';
import { RealPerson } from './real-person.tsx';
import { type MadeUpPerson, makeUp } from './simulate-plan.ts';
import { Simulation } from './simulation.tsx';

/**
 * The plan as a person would have it, made up or real, with a clock that moves: what opens when, what is locked, due and done (C4, C14, C19,
 * ambition 10). By the evaluator of the product, in the browser, from what is written here.
 */
export function PlanPreview({ person }: { person: PersonSlot }) {
  const { t } = useTranslation('plans');
  const { plan } = usePlanEditing();
  const [params, change] = useAddressParams();
  const headingId = useId();
  const today = calendarDate(calendarDateIn(plan.timeZone, new Date()));
  const [madeUp, setMadeUp] = useState<MadeUpPerson>({ enrolledOn: today, hiredOn: today, zone: plan.timeZone });
  const subject = useMemo(() => makeUp(madeUp), [madeUp]);
  const asked = params.get('as');
  const whose = asked === null ? 'MADE_UP' : 'REAL';
  const ask = (next: string | null) => change((before) => (next === null ? before.delete('as') : before.set('as', next)));
  return (
    <section className={classes.preview} aria-labelledby={headingId}>
      <Title order={3} size="h4" id={headingId}>
        {t('preview.title')}
      </Title>
      <SegmentedControl
        fullWidth
        size="sm"
        aria-label={t('preview.person')}
        value={whose}
        onChange={(next) => ask(next === 'REAL' ? '' : null)}
        data={[
          { value: 'MADE_UP', label: t('preview.madeUp') },
          { value: 'REAL', label: t('preview.real') },
        ]}
      />
      <p className={classes.hint}>{t(whose === 'REAL' ? 'preview.realText' : 'preview.text')}</p>
      {whose === 'REAL' ? (
        <RealPerson id={asked || null} field={person} onChange={(next) => ask(next ?? '')} />
      ) : (
        <>
          <MadeUpFields value={madeUp} onChange={setMadeUp} />
          <Simulation key="made-up" subject={subject} from={madeUp.enrolledOn} />
        </>
      )}
    </section>
  );
}
