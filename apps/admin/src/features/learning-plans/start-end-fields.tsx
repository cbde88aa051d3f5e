import { NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { calendarDate, instantAt, PLAN_LIMITS } from '@milepost/domain';
import { clockIn } from '@milepost/web/i18n/calendar-date.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { EndPolicy } from '../../gql/schema-types.ts';
import classes from './content-step.module.css';
import { useProblemsOf } from './use-problems-of.ts';
import { usePlanEditing } from './plan-editing.tsx';
import { useBasics } from './use-basics.ts';
import { useTyped } from './use-typed.ts';

const policies = ['KEEP_OPEN', 'CLOSE'] as const satisfies readonly EndPolicy[];

/** When the plan begins and ends, on the clock of the organization, and what becomes of whoever is not done by then (D2, L9, X26). */
export function StartEndFields() {
  const { t } = useTranslation('plans');
  const { version, plan, revision, queue } = usePlanEditing();
  const format = useFormat();
  const save = useBasics();
  const problems = useProblemsOf();
  const [startsAt, setStartsAt] = useTyped(clockOf(version.startsAt, plan.timeZone), revision);
  const [endsAt, setEndsAt] = useTyped(clockOf(version.endsAt, plan.timeZone), revision);
  const [policy, setPolicy] = useTyped<EndPolicy>(version.endPolicy, revision);
  const [grace, setGrace] = useTyped<number | string>(version.graceDays, revision);
  const spoken = (instant: string | null | undefined) => (instant ? format.dateTime(new Date(instant), { timeZone: plan.timeZone }) : t('field.never'));
  const moment = (field: 'startsAt' | 'endsAt', label: string, value: string, set: (next: string) => void) => (
    <TextInput
      type="datetime-local"
      label={label}
      data-field={field}
      w="min(100%, 20rem)"
      value={value}
      error={queue.refused[`basics.${field}`] ?? problems('plan', field)}
      onChange={(event) => {
        const next = event.currentTarget.value;
        set(next);
        const instant = instantOf(next, plan.timeZone);
        if (instant !== undefined) save(field, label, spoken(instant), (draft) => spoken(draft[field]), { [field]: instant }, 'after typing');
      }}
    />
  );
  return (
    <fieldset className={classes.group}>
      <legend>{t('field.period')}</legend>
      <Stack gap="sm">
        <p className={classes.hint}>{t('field.periodText', { zone: format.zoneName(plan.timeZone) })}</p>
        <div className={classes.row}>
          {moment('startsAt', t('field.startsAt'), startsAt, setStartsAt)}
          {moment('endsAt', t('field.endsAt'), endsAt, setEndsAt)}
        </div>
        {endsAt !== '' && (
          <div className={classes.row}>
            <Select
              label={t('field.endPolicy')}
              data-field="endPolicy"
              allowDeselect={false}
              w="min(100%, 20rem)"
              value={policy}
              data={policies.map((value) => ({ value, label: t(`endPolicy.${value}.name`) }))}
              description={t(`endPolicy.${policy}.text`)}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              onChange={(value) => {
                const next = value as EndPolicy;
                setPolicy(next);
                save('endPolicy', t('field.endPolicy'), t(`endPolicy.${next}.name`), (draft) => t(`endPolicy.${draft.endPolicy}.name`), { endPolicy: next });
              }}
            />
            <NumberInput
              label={t('field.graceDays')}
              data-field="graceDays"
              w="12rem"
              min={0}
              max={PLAN_LIMITS.days}
              allowDecimal={false}
              value={grace}
              error={queue.refused['basics.graceDays'] ?? problems('plan', 'graceDays')}
              onChange={(next) => {
                setGrace(next);
                if (typeof next === 'number') save('graceDays', t('field.graceDays'), format.number(next), (draft) => format.number(draft.graceDays), { graceDays: next }, 'after typing');
              }}
            />
          </div>
        )}
      </Stack>
    </fieldset>
  );
}

const clockOf = (instant: string | null | undefined, zone: string): string => (instant ? clockIn(zone, new Date(instant)) : '');

/** Null: the field was emptied; undefined: it is not filled in whole. */
function instantOf(typed: string, zone: string): string | null | undefined {
  if (typed === '') return null;
  const [date, time] = typed.split('T');
  return date && time ? instantAt(calendarDate(date), time, zone) : undefined;
}
