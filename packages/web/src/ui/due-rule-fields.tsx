import './styles/work.css';
import { Group, NumberInput, Select, TextInput } from '@mantine/core';
import { useTranslation } from '../i18n/use-translation.tsx';

const units = ['DAYS', 'WEEKS', 'MONTHS'] as const;
const anchors = ['ENROLLED', 'ASSIGNED', 'HIRE_DATE', 'FIRST_SIGN_IN', 'PREVIOUS_STEP'] as const;

export type DueAnchor = (typeof anchors)[number];

/** By when something is due, as the API takes it: a calendar date, so long after something, or never. */
export type DueRule =
  | { readonly kind: 'NONE' }
  | { readonly kind: 'FIXED'; readonly date: string }
  | { readonly kind: 'RELATIVE'; readonly amount: number; readonly unit: (typeof units)[number]; readonly anchor: DueAnchor };

/** A due rule as the API gives it, with all of its fields side by side. */
interface LooseDueRule {
  readonly kind: DueRule['kind'];
  readonly date?: string | null;
  readonly amount?: number | null;
  readonly unit?: (typeof units)[number] | null;
  readonly anchor?: DueAnchor | null;
}

/** Reads the API's form; what is incomplete is no due date. */
export function readDueRule(rule: LooseDueRule | null | undefined): DueRule {
  if (rule?.kind === 'FIXED' && rule.date) return { kind: 'FIXED', date: rule.date };
  if (rule?.kind === 'RELATIVE' && rule.unit && rule.anchor && rule.amount !== null && rule.amount !== undefined) {
    return { kind: 'RELATIVE', amount: rule.amount, unit: rule.unit, anchor: rule.anchor };
  }
  return { kind: 'NONE' };
}

interface DueRuleFieldsProps {
  label: string;
  value: DueRule;
  onChange(next: DueRule): void;
  /** What a relative date may be counted from, the first being the default. */
  anchors: readonly DueAnchor[];
  /** What "no due date" means here: "As the plan says". */
  noneLabel?: string;
  /** The earliest date to choose. */
  min?: string;
  error?: string;
  disabled?: boolean;
}

/** By when something is due: never, on a day, or so many days, weeks or months after something (L24, L25). */
export function DueRuleFields({ label, value, onChange, anchors: offered, noneLabel, min, error, disabled = false }: DueRuleFieldsProps) {
  const { t } = useTranslation('work');
  const first = offered[0] ?? 'ENROLLED';
  const choose = (kind: string | null) => {
    if (kind === 'FIXED') onChange({ kind, date: '' });
    else if (kind === 'RELATIVE') onChange({ kind, amount: 30, unit: 'DAYS', anchor: first });
    else onChange({ kind: 'NONE' });
  };
  return (
    <Group gap="xs" align="flex-start" role="group" aria-label={label}>
      <Select
        label={label}
        w="min(100%, 20rem)"
        allowDeselect={false}
        disabled={disabled}
        value={value.kind}
        onChange={choose}
        error={value.kind === 'NONE' ? error : undefined}
        data={[
          { value: 'NONE', label: noneLabel ?? t('dueRule.NONE') },
          { value: 'FIXED', label: t('dueRule.FIXED') },
          { value: 'RELATIVE', label: t('dueRule.RELATIVE') },
        ]}
      />
      {value.kind === 'FIXED' && (
        <TextInput
          type="date"
          label={t('dueRule.date')}
          disabled={disabled}
          value={value.date}
          min={min}
          error={error}
          onChange={(event) => onChange({ kind: 'FIXED', date: event.currentTarget.value })}
        />
      )}
      {value.kind === 'RELATIVE' && (
        <>
          <NumberInput
            label={t('dueRule.amount')}
            w="6rem"
            min={0}
            max={3650}
            allowDecimal={false}
            disabled={disabled}
            value={value.amount}
            error={error}
            onChange={(amount) => typeof amount === 'number' && onChange({ ...value, amount })}
          />
          <Select
            label={t('dueRule.unit')}
            w="8rem"
            allowDeselect={false}
            disabled={disabled}
            value={value.unit}
            onChange={(unit) => onChange({ ...value, unit: unit as (typeof units)[number] })}
            data={units.map((unit) => ({ value: unit, label: t(`dueRule.units.${unit}`) }))}
          />
          <Select
            label={t('dueRule.anchor')}
            allowDeselect={false}
            disabled={disabled}
            value={value.anchor}
            onChange={(anchor) => onChange({ ...value, anchor: anchor as DueAnchor })}
            data={offered.map((anchor) => ({ value: anchor, label: t(`dueRule.anchors.${anchor}`) }))}
          />
        </>
      )}
    </Group>
  );
}

/** Whether a rule says all that its kind needs. */
export const isWholeDueRule = (rule: DueRule): boolean => rule.kind !== 'FIXED' || /^\d{4}-\d{2}-\d{2}$/.test(rule.date);
