import { useApolloClient } from '@apollo/client/react';
import { Anchor, Text } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { readAgain } from '@milepost/web/apollo/read-again.ts';
import { usePages } from '@milepost/web/apollo/use-pages.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { AddressLink } from '@milepost/web/ui/address-link.tsx';
import { useAddressParams } from '@milepost/web/ui/address-params.ts';
import { CycleNote } from '@milepost/web/ui/cycle-note.tsx';
import { DueDate } from '@milepost/web/ui/due-date.tsx';
import { ListPart, type Selection } from '@milepost/web/ui/list-page.tsx';
import { useListParams } from '@milepost/web/ui/list-params.ts';
import { PersonAvatar } from '@milepost/web/ui/person-avatar.tsx';
import { ProgressBar } from '@milepost/web/ui/progress-bar.tsx';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { CompletionClass, EnrollmentFilterInput, EnrollmentReach, EnrollmentStatus } from '../../gql/schema-types.ts';
import { StatusCell } from './status-cell.tsx';
import { statuses } from './statuses.ts';
import { EnrollmentDrawer, type TrackedLinks } from './enrollment-drawer.tsx';
import { ReachTabs, useReachCounts } from './reach-tabs.tsx';
import { type TrackedSubject, TrackingLive } from './tracking-live.tsx';
import { type TrackedPersonFragment, useTrackedPeopleQuery } from './tracking.generated.ts';
import type { ChosenPeople } from './use-plan-act-form.tsx';
import classes from './tracking.module.css';

const completionClasses = ['ASSIGNED', 'SELF'] as const satisfies readonly CompletionClass[];
const pageSize = 50;

interface TrackedPeopleProps {
  subject: TrackedSubject;
  /** The number of a plan's published version: where there are earlier ones, people are narrowed by `?version=`. */
  versions?: number;
  /** Narrows by `?department=`. */
  departmentFilter: ReactNode;
  /** The next step while nobody has the plan. */
  assign?: ReactNode;
  links: TrackedLinks;
  /** Acts on those who are selected; without it nobody can be. */
  manage?: (chosen: ChosenPeople, clear: () => void) => ReactNode;
}

/** Who has the plan or the content, and how far each is (D4, D28–D30); rows move live in place, people who come are offered as "N new". */
export function TrackedPeople({ subject, versions = 1, departmentFilter, assign, links, manage }: TrackedPeopleProps) {
  const { t } = useTranslation(['tracking', 'ui']);
  const format = useFormat();
  const params = useListParams(['status', 'overdue', 'class', 'cycles', 'version', 'department']);
  const [address, change] = useAddressParams();
  const matching: EnrollmentFilterInput = {
    ...subject,
    search: params.search || null,
    statuses: (params.filters['status'] as EnrollmentStatus[] | undefined) ?? null,
    overdue: params.filters['overdue'] ? true : null,
    completionClasses: (params.filters['class'] as CompletionClass[] | undefined) ?? null,
    cycles: params.filters['cycles'] ? 'ALL' : null,
    planVersionNumbers: params.filters['version']?.map(Number).filter(Number.isInteger) ?? null,
    departmentId: params.filters['department']?.[0] ?? null,
  };
  const reach = (address.get('by')?.toUpperCase() as EnrollmentReach | undefined) ?? null;
  const filter: EnrollmentFilterInput = { ...matching, reach };
  const query = useTrackedPeopleQuery({ variables: { first: pageSize, filter }, fetchPolicy: 'cache-and-network' });
  const connection = (query.data ?? query.previousData)?.enrollments;
  const pages = usePages(query, connection);
  const total = useReachCounts(matching)[reach ?? 'ALL'];
  const fresh = useFresh(pages.rows);
  // An empty list has nothing that could move under the reader's eyes.
  const { refetch } = query;
  const isFirst = fresh.count > 0 && pages.rows.length === 0 && !params.narrowed;
  useEffect(() => {
    if (isFirst) void refetch().catch(() => {});
  }, [isFirst, refetch]);
  const client = useApolloClient();
  // The list hears what it shows; what an open drawer shows beside is read again.
  const readDrawer = (changed: readonly string[]) => {
    if (changed.includes(address.get('enrollment') ?? '')) readAgain(client, ['EnrollmentDetail']);
  };
  return (
    <>
      <TrackingLive subject={subject} onAssigned={fresh.add} onChanged={readDrawer} onGap={() => void query.refetch().catch(() => {})} />
      <ReachTabs matching={matching} reach={reach} onChange={(next) => change((params) => (next ? params.set('by', next.toLowerCase()) : params.delete('by')))} />
      <ListPart<TrackedPersonFragment>
        // What was selected in one tab is not acted on in another.
        key={reach}
        title={t('people.title')}
        total={total}
        searchLabel={t('people.search')}
        params={params}
        filters={[
          { id: 'status', label: t('people.status'), options: statuses.map((value) => ({ value, label: t(`ui:enrollment.${value}`) })) },
          { id: 'overdue', label: t('people.due'), options: [{ value: 'yes', label: t('ui:enrollment.overdue') }] },
          { id: 'cycles', label: t('people.cycles'), options: [{ value: 'all', label: t('people.formerToo') }] },
          { id: 'class', label: t('people.class'), options: completionClasses.map((value) => ({ value, label: t(`class.${value}`) })) },
          ...(versions > 1 ? [{ id: 'version', label: t('people.version'), options: Array.from({ length: versions }, (_, index) => ({ value: String(versions - index), label: t('people.onVersion', { number: versions - index }) })) }] : []),
        ]}
        toolbarEnd={departmentFilter}
        columns={[
          {
            id: 'person',
            header: t('people.person'),
            cell: ({ id, person, cycle, isCurrent }) => (
              <span className={classes.person}>
                <PersonAvatar name={person.displayName} />
                <span>
                  <Anchor component={AddressLink} edit={(next: URLSearchParams) => next.set('enrollment', id)} fw={600}>
                    {person.displayName}
                  </Anchor>
                  <Text size="xs" c="dimmed">
                    {person.department?.path.join(' › ') ?? person.employeeNumber}
                  </Text>
                  <CycleNote cycle={cycle} isCurrent={isCurrent} />
                </span>
              </span>
            ),
          },
          { id: 'status', header: t('people.status'), cell: ({ status, overdue, stepsHeld }) => <StatusCell status={status} overdue={overdue} stepsHeld={stepsHeld} /> },
          {
            id: 'progress',
            header: t('ui:progress.label'),
            cell: ({ progress, person }) => (
              <span className={classes.progress}>
                <ProgressBar value={progress} label={t('people.progressOf', { name: person.displayName })} withText />
              </span>
            ),
          },
          { id: 'due', header: t('people.due'), cell: ({ due, overdue }) => <DueDate due={due ? { date: due.date, timeZone: due.timeZone, instant: due.endsAt } : null} overdue={overdue} /> },
          { id: 'class', header: t('people.class'), hideOnPhone: true, cell: ({ completionClass }) => (completionClass ? t(`class.${completionClass}`) : '–') },
          { id: 'completed', header: t('people.completed'), cell: ({ completedOn }) => (completedOn ? format.date(completedOn) : '–') },
        ]}
        rowId={(row) => row.id}
        rowName={(row) => row.person.displayName}
        bulkActions={manage && ((selection, clear) => manage(chosenBy(selection, pages.rows, filter), clear))}
        state={queryState(query, connection)}
        // What came while there is more to read comes with reading on.
        fresh={pages.hasMore ? undefined : { count: fresh.count, show: pages.onLoadMore }}
        empty={reach === 'REGISTERED' ? { title: t('people.registeredEmptyTitle'), text: t('people.registeredEmptyText') } : { title: t('people.emptyTitle'), text: t('people.emptyText'), action: assign }}
        {...pages}
      />
      <EnrollmentDrawer links={links} />
    </>
  );
}

/** Whom a selection means: those ticked by name, or all whom the filters let through. */
function chosenBy(selection: Selection, rows: readonly TrackedPersonFragment[], filter: EnrollmentFilterInput): ChosenPeople {
  if (selection.all) return { personIds: null, filter, count: selection.total };
  const ticked = new Set(selection.ids);
  // What is done to people is done to their current cycle.
  const personIds = rows.flatMap((row) => (ticked.has(row.id) && row.isCurrent ? [row.person.id] : []));
  return { personIds, filter: null, count: personIds.length };
}

/** Which enrollments have come that the list does not show. */
function useFresh(rows: readonly { readonly id: string }[]) {
  const [assigned, setAssigned] = useState<ReadonlySet<string>>(new Set());
  const shown = new Set(rows.map((row) => row.id));
  const count = [...assigned].filter((id) => !shown.has(id)).length;
  return { count, add: (ids: readonly string[]) => setAssigned((before) => new Set([...before, ...ids])) };
}
