import { Anchor, Button, Group, Text } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { usePages } from '@milepost/web/apollo/use-pages.ts';
import { IconUpload } from '@milepost/web/ui/icons.ts';
import { ListPage } from '@milepost/web/ui/list-page.tsx';
import { useListParams } from '@milepost/web/ui/list-params.ts';
import type { ReactNode } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link } from 'react-router';
import type { PersonStatus as Status } from '../../gql/schema-types.ts';
import { paths } from '../../paths.ts';
import { type PersonRowFragment, usePeopleListQuery } from './people.generated.ts';
import { CreatePersonButton } from './create-person.tsx';
import { PersonStatus } from './person-status.tsx';

const statuses = ['ACTIVE', 'SUSPENDED', 'LEFT'] as const satisfies readonly Status[];
const pageSize = 50;

interface PeopleListProps {
  /** Narrows by `?department=`. */
  departmentFilter: ReactNode;
  mayImport: boolean;
  mayCreate: boolean;
  /** Gives something to those who are selected; without it nobody can be. */
  assign?: (people: readonly PersonRowFragment[], clear: () => void) => ReactNode;
}

/** The directory, in the order of names. */
export function PeopleList({ departmentFilter, mayImport, mayCreate, assign }: PeopleListProps) {
  const { t } = useTranslation(['people', 'admin']);
  const params = useListParams(['status', 'department']);
  const filter = {
    search: params.search || null,
    statuses: (params.filters['status'] as Status[] | undefined) ?? null,
    departmentId: params.filters['department']?.[0] ?? null,
  };
  const query = usePeopleListQuery({ variables: { first: pageSize, filter }, fetchPolicy: 'cache-and-network' });
  const data = query.data ?? query.previousData;
  const pages = usePages(query, data?.people);
  const importPeople = mayImport && (
    <Button variant={mayCreate ? 'default' : undefined} component={Link} to={paths.importPeople.to()} leftSection={<IconUpload size={18} aria-hidden />}>
      {t('list.import')}
    </Button>
  );
  const acts = (mayImport || mayCreate) && (
    <Group gap="xs">
      {importPeople}
      {mayCreate && <CreatePersonButton />}
    </Group>
  );
  return (
    <ListPage<PersonRowFragment>
      title={t('admin:nav.people')}
      total={data?.peopleCount}
      primaryAction={acts}
      searchLabel={t('list.search')}
      params={params}
      filters={[{ id: 'status', label: t('list.status'), options: statuses.map((value) => ({ value, label: t(`status.${value}`) })) }]}
      toolbarEnd={departmentFilter}
      columns={[
        {
          id: 'name',
          header: t('list.name'),
          cell: (person) => (
            <>
              <Anchor component={Link} to={paths.person.to({ personId: person.id })} fw={600}>
                {person.displayName}
              </Anchor>
              <Text size="xs" c="dimmed">
                {[person.employeeNumber, person.email].filter(Boolean).join(' · ')}
              </Text>
            </>
          ),
        },
        { id: 'department', header: t('list.department'), cell: (person) => person.department?.path.join(' › ') ?? '–' },
        { id: 'position', header: t('list.position'), cell: (person) => person.position?.name ?? '–', hideOnPhone: true },
        { id: 'status', header: t('list.status'), cell: (person) => <PersonStatus status={person.status} /> },
        { id: 'account', header: t('list.account'), width: '9rem', cell: (person) => (person.hasAccount ? t('list.hasAccount') : t('list.noAccount')), hideOnPhone: true },
      ]}
      rowId={(person) => person.id}
      rowName={(person) => person.displayName}
      selects="SHOWN"
      bulkActions={assign && ((selection, clear) => assign(selection.all ? [] : pages.rows.filter(({ id }) => selection.ids.includes(id)), clear))}
      state={queryState(query, data)}
      empty={{ title: t('list.emptyTitle'), text: t('list.emptyText'), action: acts }}
      {...pages}
    />
  );
}
