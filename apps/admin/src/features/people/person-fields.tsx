import { Divider, Select, Stack, Text, TextInput } from '@mantine/core';
import { PERSON_LIMITS } from '@milepost/domain';
import type { RefusalProblem } from '@milepost/web/apollo/use-act.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { usePersonChoicesQuery } from './people.generated.ts';
import { PersonField } from './person-field.tsx';
import type { PersonDraft } from './person-draft.ts';

interface PersonFieldsProps {
  value: PersonDraft;
  onChange(next: PersonDraft): void;
  problems: readonly RefusalProblem[];
  /** The manager as known so far: the list holds those who were searched for. */
  manager?: { readonly id: string; readonly name: string } | null;
}

const zones = Intl.supportedValuesOf('timeZone');
const languages = ['en', 'zh-CN', 'de', 'es', 'fr', 'it', 'ja', 'ko', 'nl', 'pl', 'pt', 'pt-BR', 'ru', 'tr', 'vi', 'zh-TW'];

/** What is known of a person, to be typed and chosen. */
export function PersonFields({ value, onChange, problems, manager }: PersonFieldsProps) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const choices = usePersonChoicesQuery({ fetchPolicy: 'cache-and-network' });
  const problemAt = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const text = (field: 'displayName' | 'employeeNumber' | 'email' | 'externalId', label: string, limit: number) => ({
    label,
    maxLength: limit,
    value: value[field] ?? '',
    error: problemAt(field),
    onChange: (event: { currentTarget: { value: string } }) => onChange({ ...value, [field]: event.currentTarget.value || null }),
  });
  const select = (field: Exclude<keyof PersonDraft, 'displayName' | 'employeeNumber' | 'email' | 'externalId' | 'hireDate'>, label: string) => ({
    label,
    searchable: true,
    clearable: true,
    clearButtonProps: { 'aria-label': `${label}: ${t('edit.none')}` },
    placeholder: t('edit.none'),
    nothingFoundMessage: choices.error ? t('edit.failed') : t('edit.nothing'),
    value: value[field],
    error: problemAt(field),
    onChange: (next: string | null) => onChange({ ...value, [field]: next }),
  });
  const named = (places: readonly { readonly id: string; readonly name: string }[] | undefined) => (places ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const known = value.locale && !languages.includes(value.locale) ? [value.locale, ...languages] : languages;
  return (
    <Stack>
      <TextInput {...text('displayName', t('list.name'), PERSON_LIMITS.displayName)} required data-autofocus />
      <TextInput {...text('employeeNumber', t('person.number'), PERSON_LIMITS.employeeNumber)} description={t('edit.identifiers')} />
      <TextInput {...text('email', t('person.email'), PERSON_LIMITS.email)} type="email" />
      <TextInput {...text('externalId', t('person.externalId'), PERSON_LIMITS.externalId)} description={t('edit.externalId')} />
      <Divider />
      <Text size="sm" c="dimmed">
        {t('edit.dated')}
      </Text>
      <Select {...select('departmentId', t('person.department'))} data={(choices.data?.departments ?? []).map(({ id, path }) => ({ value: id, label: path.join(' › ') }))} />
      <Select {...select('positionId', t('person.position'))} data={named(choices.data?.positions)} />
      <Select {...select('jobRoleId', t('person.jobRole'))} data={named(choices.data?.jobRoles)} />
      <PersonField label={t('person.manager')} value={value.managerId} known={manager} error={problemAt('managerId')} onChange={(managerId) => onChange({ ...value, managerId })} />
      <Select {...select('partnerAccountId', t('person.partner'))} data={named(choices.data?.partnerAccounts)} />
      <Divider />
      <Select {...select('locale', t('person.language'))} placeholder={t('edit.asOrganization')} data={known.map((tag) => ({ value: tag, label: format.languageName(tag) }))} />
      <Select {...select('timeZone', t('person.zone'))} placeholder={t('edit.asOrganization')} limit={100} data={zones} />
      <TextInput
        type="date"
        label={t('person.hired')}
        value={value.hireDate ?? ''}
        error={problemAt('hireDate')}
        onChange={(event) => onChange({ ...value, hireDate: event.currentTarget.value || null })}
      />
    </Stack>
  );
}
