import { Group, NumberInput, Select, TextInput } from '@mantine/core';
import { aReleaseRule, PLAN_LIMITS, readJson, type ReleaseRule } from '@milepost/domain';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';

/** A release rule while it is typed: the date may still be missing. */
export type TypedReleaseRule = Exclude<ReleaseRule, { kind: 'ON' }> | { readonly kind: 'ON'; readonly date: string };

const first = ['IMMEDIATE', 'ON', 'AFTER_ENROLLMENT', 'MANUAL'] as const satisfies readonly ReleaseRule['kind'][];
const later = ['IMMEDIATE', 'ON', 'AFTER_ENROLLMENT', 'AFTER_PREVIOUS_RELEASED', 'AFTER_PREVIOUS_COMPLETED', 'MANUAL'] as const satisfies readonly ReleaseRule['kind'][];

/** The rule that the API gives; what it cannot mean opens at once. */
export function readReleaseRule(json: unknown): ReleaseRule {
  const read = readJson(json, aReleaseRule);
  return read.ok ? read.value : { kind: 'IMMEDIATE' };
}

/** The rule, if it says all that its kind needs. */
export function wholeReleaseRule(typed: TypedReleaseRule): ReleaseRule | undefined {
  const read = readJson(typed, aReleaseRule);
  return read.ok ? read.value : undefined;
}

interface ReleaseRuleFieldsProps {
  value: TypedReleaseRule;
  /** No required milestone stands before it: nothing can be waited for. */
  isFirst: boolean;
  error?: string;
  onChange(next: TypedReleaseRule, when?: 'after typing'): void;
}

/** When a milestone opens (C3, C13, C16); what waits for the milestone before it is offered only where there is one. */
export function ReleaseRuleFields({ value, isFirst, error, onChange }: ReleaseRuleFieldsProps) {
  const { t } = useTranslation('plans');
  const offered: readonly ReleaseRule['kind'][] = isFirst ? first : later;
  // A milestone that was moved to the front keeps its rule until it is chosen anew: the error says why.
  const kinds = offered.includes(value.kind) ? offered : [...offered, value.kind];
  return (
    <Group gap="xs" align="flex-start" role="group" aria-label={t('release.label')} data-field="releaseRule">
      <Select
        label={t('release.label')}
        w="min(100%, 22rem)"
        allowDeselect={false}
        value={value.kind}
        error={error}
        description={value.kind.startsWith('AFTER_PREVIOUS') ? t('release.previousText') : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={kinds.map((kind) => ({ value: kind, label: t(`release.${kind}`) }))}
        onChange={(kind) => onChange(emptyOf(kind as ReleaseRule['kind']))}
      />
      {'days' in value && (
        <NumberInput
          label={t('release.days')}
          w="8rem"
          min={0}
          max={PLAN_LIMITS.days}
          allowDecimal={false}
          value={value.days}
          onChange={(days) => typeof days === 'number' && onChange({ ...value, days }, 'after typing')}
        />
      )}
      {value.kind === 'ON' && <TextInput type="date" label={t('release.date')} value={value.date} onChange={(event) => onChange({ kind: 'ON', date: event.currentTarget.value }, 'after typing')} />}
    </Group>
  );
}

function emptyOf(kind: ReleaseRule['kind']): TypedReleaseRule {
  if (kind === 'ON') return { kind, date: '' };
  if (kind === 'IMMEDIATE' || kind === 'MANUAL') return { kind };
  return { kind, days: kind === 'AFTER_PREVIOUS_COMPLETED' ? 0 : 7 };
}

/** Says in words when a milestone opens. */
export function useReleaseWords(): (rule: TypedReleaseRule) => string {
  const { t } = useTranslation('plans');
  const format = useFormat();
  return (rule) => {
    if ('days' in rule) return t(`release.words.${rule.kind}`, { count: rule.days });
    if (rule.kind === 'ON') return rule.date ? t('release.words.ON', { date: format.date(rule.date) }) : t('release.ON');
    return t(`release.words.${rule.kind}`);
  };
}
