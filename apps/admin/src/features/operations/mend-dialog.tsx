import { Autocomplete, Checkbox, Select, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { COMPLETION_CELL_LIMITS, COMPLETION_COLUMNS, completedTypeOf, parseCalendarDate, wordOfType, type CellMend, type CompletedType } from '@milepost/domain';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Dialog } from '@milepost/web/ui/dialog.tsx';
import { DialogForm } from '@milepost/web/ui/dialog-form.tsx';
import { useState } from 'react';
import { useItemsToMendQuery, usePeopleToMendQuery } from './mends.generated.ts';
import type { OperationRowPartsFragment } from './operation.generated.ts';
import { detailsOf } from './row-details.ts';
import { useMendWords } from './use-mend-words.ts';
import type { MendControl } from './use-mends.ts';

interface MendDialogProps {
  opened: boolean;
  row: OperationRowPartsFragment;
  said: readonly string[];
  mends: MendControl;
  onClose(): void;
}

/** Corrects what a row of a file of completions says, there or in every row that says the same. */
export function MendDialog({ opened, ...rest }: MendDialogProps) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  return (
    <Dialog opened={opened} onClose={rest.onClose} title={t('mend.dialog', { row: format.number(detailsOf(rest.row).row ?? 0) })}>
      {opened && <Fields {...rest} />}
    </Dialog>
  );
}

const types: readonly CompletedType[] = ['MODULE', 'COURSE', 'CERTIFICATION', 'PLAN'];

/** What the fields begin with: of a row as it is read, what the fields can hold. */
function startOf([identifier = '', type = '', name = '', date = '']: readonly string[]): Readonly<Record<CellMend['column'], string>> {
  const known = completedTypeOf(type);
  return { identifier, type: known ? wordOfType(known) : '', name, date: parseCalendarDate(date) ?? '' };
}

function Fields({ row, said, mends, onClose }: Omit<MendDialogProps, 'opened'>) {
  const { t } = useTranslation('operations');
  const words = useMendWords();
  const number = detailsOf(row).row ?? 0;
  const [start] = useState(() => startOf(mends.read(number, said)));
  const [cells, setCells] = useState(start);
  const [isForAll, setForAll] = useState(false);
  const set = (column: CellMend['column']) => (to: string) => setCells((current) => ({ ...current, [column]: to }));
  const changed = COMPLETION_COLUMNS.filter((column) => cells[column].trim() !== '' && cells[column] !== start[column]);
  const about = (column: CellMend['column']) => {
    const says = said[COMPLETION_COLUMNS.indexOf(column)];
    return {
      label: words.column(column),
      description: says ? t('mend.says', { says }) : t('mend.saysNothing'),
      error: row.problems.filter(({ field }) => field === column).map(({ message }) => message).join(' ') || undefined,
      maxLength: COMPLETION_CELL_LIMITS[column],
    };
  };
  const submit = async () => {
    mends.add(changed.map((column) => ({ column, to: cells[column].trim(), ...(isForAll ? { where: { column, says: said[COMPLETION_COLUMNS.indexOf(column)] ?? '' } } : { row: number }) })));
    onClose();
  };
  return (
    <DialogForm submitLabel={t('mend.keep')} ready={changed.length > 0} onSubmit={submit} onCancel={onClose}>
      <PersonField {...about('identifier')} by={mends.by} value={cells.identifier} onChange={set('identifier')} />
      <Select
        {...about('type')}
        placeholder={t('mend.choose')}
        data={types.map((each) => ({ value: wordOfType(each), label: t(`mend.types.${each as 'COURSE'}`) }))}
        value={cells.type || null}
        onChange={(next) => set('type')(next ?? '')}
      />
      <ItemField {...about('name')} type={completedTypeOf(cells.type)} value={cells.name} onChange={set('name')} />
      <TextInput {...about('date')} type="date" value={cells.date} onChange={(event) => set('date')(event.currentTarget.value)} />
      <Checkbox label={t('mend.forAll')} description={t('mend.forAllText')} checked={isForAll} onChange={(event) => setForAll(event.currentTarget.checked)} />
      <Text size="xs" c="dimmed">
        {t('mend.keepText')}
      </Text>
    </DialogForm>
  );
}

interface TextFieldProps {
  label: string;
  description: string;
  error?: string;
  maxLength: number;
  value: string;
  onChange(next: string): void;
}

/** Who is meant, by what the file names people; who is found by it is offered. */
function PersonField({ by, value, ...rest }: TextFieldProps & { by: string }) {
  const [search] = useDebouncedValue(value, 250);
  const query = usePeopleToMendQuery({ variables: { filter: { search: search || null } } });
  const people = (query.data?.people.edges ?? []).map(({ node }) => ({ name: node.displayName, value: (by === 'EMAIL' ? node.email : by === 'EMPLOYEE_NUMBER' ? node.employeeNumber : node.externalId) ?? '' }));
  const nameOf = new Map(people.map((person) => [person.value, person.name]));
  return (
    <Autocomplete
      {...rest}
      value={value}
      // The API has searched already.
      filter={({ options }) => options}
      data={[...nameOf.keys()].filter((each) => each !== '')}
      renderOption={({ option }) => `${nameOf.get(option.value) ?? ''} · ${option.value}`}
    />
  );
}

/** What is meant, by its name; of what is called the same, by its id. */
function ItemField({ type = 'COURSE', value, ...rest }: TextFieldProps & { type: CompletedType | undefined }) {
  const [search] = useDebouncedValue(value, 250);
  const query = useItemsToMendQuery({ variables: { type, search: search || null } });
  const items = query.data?.completableItems ?? [];
  const data = items.map(({ id, name }) => (items.some((other) => other.id !== id && other.name === name) ? id : name));
  const nameOf = new Map(items.map(({ id, name }) => [id, `${name} · ${id}`]));
  return <Autocomplete {...rest} value={value} filter={({ options }) => options} data={data} renderOption={({ option }) => nameOf.get(option.value) ?? option.value} />;
}
