import { Group, NumberInput, Select, TextInput } from '@mantine/core';
import { aLookback, type Lookback, PLAN_LIMITS, readJson } from '@milepost/domain';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useProblemsOf } from './use-problems-of.ts';
import { usePlanEditing } from './plan-editing.tsx';
import { useBasics } from './use-basics.ts';
import { useTyped } from './use-typed.ts';

const kinds = ['ANY', 'WITHIN_DAYS', 'SINCE', 'AFTER_ENROLLMENT'] as const satisfies readonly Lookback['kind'][];

/** A lookback while it is typed: the date may still be missing. */
type Typed = Exclude<Lookback, { kind: 'SINCE' }> | { readonly kind: 'SINCE'; readonly date: string };

/** Which completions from before the enrollment count (E8). */
export function LookbackFields() {
  const { t } = useTranslation('plans');
  const { version, revision, queue } = usePlanEditing();
  const save = useBasics();
  const problems = useProblemsOf();
  const words = useLookbackWords();
  const [value, set] = useTyped<Typed>(readLookback(version.lookback), revision);
  const choose = (next: Typed, when?: 'after typing') => {
    set(next);
    const whole = readJson(next, aLookback);
    if (whole.ok) save('lookback', t('field.lookback'), words(next), (draft) => words(readLookback(draft.lookback)), { lookback: whole.value }, when);
  };
  return (
    <Group gap="xs" align="flex-start" role="group" aria-label={t('field.lookback')} data-field="lookback">
      <Select
        label={t('field.lookback')}
        w="min(100%, 20rem)"
        allowDeselect={false}
        value={value.kind}
        error={queue.refused['basics.lookback'] ?? problems('plan', 'lookback')}
        data={kinds.map((kind) => ({ value: kind, label: t(`lookback.${kind}`) }))}
        onChange={(kind) => choose(emptyOf(kind as Lookback['kind']))}
      />
      {value.kind === 'WITHIN_DAYS' && (
        <NumberInput
          label={t('lookback.days')}
          w="9rem"
          min={0}
          max={PLAN_LIMITS.days}
          allowDecimal={false}
          value={value.days}
          onChange={(days) => typeof days === 'number' && choose({ kind: 'WITHIN_DAYS', days }, 'after typing')}
        />
      )}
      {value.kind === 'SINCE' && (
        <TextInput type="date" label={t('lookback.date')} value={value.date} onChange={(event) => choose({ kind: 'SINCE', date: event.currentTarget.value }, 'after typing')} />
      )}
    </Group>
  );
}

function emptyOf(kind: Lookback['kind']): Typed {
  if (kind === 'WITHIN_DAYS') return { kind, days: 365 };
  if (kind === 'SINCE') return { kind, date: '' };
  return { kind };
}

/** What the API gives; what it cannot mean counts everything. */
function readLookback(json: unknown): Lookback {
  const read = readJson(json, aLookback);
  return read.ok ? read.value : { kind: 'ANY' };
}

function useLookbackWords(): (lookback: Typed) => string {
  const { t } = useTranslation('plans');
  const format = useFormat();
  return (lookback) => {
    if (lookback.kind === 'WITHIN_DAYS') return t('lookback.withinDays', { count: lookback.days });
    if (lookback.kind === 'SINCE') return lookback.date ? t('lookback.since', { date: format.date(lookback.date) }) : t('lookback.SINCE');
    return t(`lookback.${lookback.kind}`);
  };
}
