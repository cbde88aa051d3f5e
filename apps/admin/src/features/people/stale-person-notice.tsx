import { Alert, Button, Group, Stack, Table, Text } from '@mantine/core';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { IconAlertTriangle } from '@milepost/web/ui/icons.ts';
import { type PersonProfileFragment, usePersonChoicesQuery } from './people.generated.ts';
import { draftOf, type PersonDraft, type PersonField, personFields } from './person-draft.ts';

interface StalePersonNoticeProps {
  /** What was changed here. */
  mine: Partial<PersonDraft>;
  /** The person as the form began with them, and as they are now. */
  base: PersonProfileFragment;
  theirs: PersonProfileFragment;
  onKeepMine(): void;
  onTakeTheirs(): void;
}

/** Somebody else saved first: what was typed is kept, compared with what stands there now, and one of the two is chosen. */
export function StalePersonNotice({ mine, base, theirs, onKeepMine, onTakeTheirs }: StalePersonNoticeProps) {
  const { t } = useTranslation('people');
  const [before, now] = [draftOf(base), draftOf(theirs)];
  const differing = personFields.filter((field) => (field in mine ? mine[field] !== now[field] : before[field] !== now[field]));
  const say = useFieldWords(base, theirs);
  const labels: Record<PersonField, string> = {
    displayName: t('list.name'), employeeNumber: t('person.number'), email: t('person.email'), externalId: t('person.externalId'), departmentId: t('person.department'),
    positionId: t('person.position'), jobRoleId: t('person.jobRole'), managerId: t('person.manager'), partnerAccountId: t('person.partner'),
    locale: t('person.language'), timeZone: t('person.zone'), hireDate: t('person.hired'),
  };
  return (
    <Alert color="yellow" icon={<IconAlertTriangle size={20} aria-hidden />} title={t('edit.staleTitle', { name: theirs.displayName })} role="alert">
      <Stack gap="sm">
        <Text size="sm">{differing.some((field) => field in mine) ? t('edit.staleText') : t('edit.staleSame')}</Text>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('edit.field')}</Table.Th>
              <Table.Th scope="col">{t('edit.mine')}</Table.Th>
              <Table.Th scope="col">{t('edit.theirs')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {differing.map((field) => (
              <Table.Tr key={field}>
                <Table.Th scope="row">{labels[field]}</Table.Th>
                <Table.Td>{say(field, field in mine ? (mine[field] ?? null) : before[field])}</Table.Td>
                <Table.Td>{say(field, now[field])}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Group>
          <Button size="compact-md" onClick={onKeepMine}>
            {t('edit.keepMine')}
          </Button>
          <Button size="compact-md" variant="default" onClick={onTakeTheirs}>
            {t('edit.takeTheirs')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

/** What the value of a field is called. */
function useFieldWords(...people: readonly PersonProfileFragment[]): (field: PersonField, value: string | null) => string {
  const format = useFormat();
  const { data } = usePersonChoicesQuery({ fetchPolicy: 'cache-first' });
  const names = new Map<string, string>([
    ...(data?.departments ?? []).map(({ id, path }) => [id, path.join(' › ')] as const),
    ...[...(data?.positions ?? []), ...(data?.jobRoles ?? []), ...(data?.partnerAccounts ?? [])].map(({ id, name }) => [id, name] as const),
    ...people.flatMap((person) => (person.manager ? [[person.manager.id, person.manager.name] as const] : [])),
  ]);
  return (field, value) => {
    if (value === null) return '–';
    if (field === 'hireDate') return format.date(value);
    return field === 'locale' ? format.languageName(value) : (names.get(value) ?? value);
  };
}
