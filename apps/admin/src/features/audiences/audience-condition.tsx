import { ActionIcon, Checkbox, Group, MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { type AudienceChoice, type AudienceKind, AudiencePicker } from '@milepost/web/ui/audience-picker.tsx';
import { IconTrash } from '@milepost/web/ui/icons.ts';
import { useEffect, useRef, useState } from 'react';
import classes from './audience-tree-editor.module.css';
import { type Condition, type ConditionKind, conditionKinds } from './audience-tree.ts';
import { useAudienceSearch } from './use-audience-search.ts';

/** Languages that are offered; whatever else an expression holds is kept and shown beside them. */
const offeredLanguages = ['en', 'zh', 'de', 'es', 'fr', 'it', 'ja', 'ko', 'nl', 'pl', 'pt', 'ru'];

const picked: Partial<Record<ConditionKind, AudienceKind>> = {
  DEPARTMENTS: 'departments',
  POSITIONS: 'positions',
  JOB_ROLES: 'jobRoles',
  GROUPS: 'groups',
  PARTNER_ACCOUNTS: 'partners',
  PEOPLE: 'people',
};

interface AudienceConditionProps {
  condition: Condition;
  /** Its place among its neighbours, from 1. */
  number: number;
  onChange(next: Condition): void;
  onRemove?: () => void;
}

/** One condition of an audience: of which kind, with which values, and whether it must not hold. */
export function AudienceCondition({ condition, number, onChange, onRemove }: AudienceConditionProps) {
  const { t } = useTranslation('audiences');
  return (
    <fieldset className={classes.condition}>
      <legend className={classes.legend}>{t('tree.condition', { number })}</legend>
      <Group align="flex-end" gap="xs" wrap="wrap">
        <NativeSelect
          className={classes.kind}
          label={t('tree.kind')}
          value={condition.kind}
          data={conditionKinds.map((kind) => ({ value: kind, label: t(`tree.kinds.${kind}`) }))}
          onChange={(event) => onChange({ ...condition, kind: event.currentTarget.value as ConditionKind, values: [], from: '', to: '' })}
        />
        <Checkbox className={classes.not} label={t('tree.not')} checked={condition.not} onChange={(event) => onChange({ ...condition, not: event.currentTarget.checked })} />
        {onRemove && (
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('tree.remove', { number })} onClick={onRemove}>
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        )}
      </Group>
      <Values condition={condition} onChange={onChange} />
    </fieldset>
  );
}

function Values({ condition, onChange }: Pick<AudienceConditionProps, 'condition' | 'onChange'>) {
  const { t } = useTranslation('audiences');
  const format = useFormat();
  const kind = picked[condition.kind];
  if (kind) return <Things key={kind} kind={kind} condition={condition} onChange={onChange} />;
  if (condition.kind === 'LANGUAGES') {
    const tags = [...new Set([...offeredLanguages, ...condition.values])];
    return (
      <MultiSelect
        label={t('tree.languages')}
        searchable
        value={[...condition.values]}
        data={tags.map((tag) => ({ value: tag, label: format.languageName(tag) }))}
        onChange={(values) => onChange({ ...condition, values })}
      />
    );
  }
  if (condition.kind === 'HIRE_DATE') {
    return (
      <Group gap="xs" grow>
        <TextInput type="date" label={t('tree.from')} value={condition.from} max={condition.to || undefined} onChange={(event) => onChange({ ...condition, from: event.currentTarget.value })} />
        <TextInput type="date" label={t('tree.to')} value={condition.to} min={condition.from || undefined} onChange={(event) => onChange({ ...condition, to: event.currentTarget.value })} />
      </Group>
    );
  }
  return null;
}

/** Things chosen by name; in a condition all departments are with those below them, or none is. */
function Things({ kind, condition, onChange }: Pick<AudienceConditionProps, 'condition' | 'onChange'> & { kind: AudienceKind }) {
  const { search, name } = useAudienceSearch();
  const [choices, setChoices] = useState<readonly AudienceChoice[]>(() => condition.values.map((id) => ({ kind, id, name: '…' })));
  const first = useRef(condition.values);
  useEffect(() => {
    let left = false;
    name(first.current.map((id) => ({ kind, id }))).then(
      (named) => !left && setChoices(named),
      () => {},
    );
    return () => {
      left = true;
    };
  }, [kind, name]);
  const shown = choices.map((choice) => (kind === 'departments' ? { ...choice, withSub: condition.withSub } : choice));
  const change = (next: readonly AudienceChoice[]) => {
    setChoices(next);
    const turned = next.find((choice) => choice.withSub !== undefined && choice.withSub !== condition.withSub && shown.some((before) => before.id === choice.id));
    onChange({ ...condition, values: next.map((choice) => choice.id), withSub: turned?.withSub ?? condition.withSub });
  };
  return <AudiencePicker kinds={[kind]} value={shown} onChange={change} search={search} />;
}
