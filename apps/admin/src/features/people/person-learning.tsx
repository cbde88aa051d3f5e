import { queryState } from '@milepost/web/apollo/list-state.ts';
import { usePages } from '@milepost/web/apollo/use-pages.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { CycleNote } from '@milepost/web/ui/cycle-note.tsx';
import { DueDate } from '@milepost/web/ui/due-date.tsx';
import { ListPart } from '@milepost/web/ui/list-page.tsx';
import { useListParams } from '@milepost/web/ui/list-params.ts';
import { ProgressBar } from '@milepost/web/ui/progress-bar.tsx';
import { EnrollmentBadge } from '@milepost/web/ui/status-badge.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { PermittedLink } from './permitted-link.tsx';
import { usePermittedPaths } from './use-permitted-paths.ts';
import { type PersonEnrollmentFragment, usePersonLearningQuery } from './people.generated.ts';

const pageSize = 50;

/** By which causes the person has it now: through a group, individually, or by themselves (L37). */
function Through({ sources }: Pick<PersonEnrollmentFragment, 'sources'>) {
  const { t } = useTranslation('tracking');
  const live = sources.filter(({ validTo, suppressedBecause }) => !validTo && !suppressedBecause);
  const words = live.map(({ kind, audience, name }) => {
    const said = t(`source.${kind as 'SELF_STARTED'}`, { defaultValue: kind });
    return audience && audience !== name ? t('drawer.through', { kind: said, audience }) : said;
  });
  return [...new Set(words)].map((each) => <div key={each}>{each}</div>);
}

/** What a person has, and how far they are with each. */
export function PersonLearning({ personId }: { personId: string }) {
  const { t } = useTranslation(['people', 'ui']);
  const format = useFormat();
  const permitted = usePermittedPaths();
  const params = useListParams([]);
  const query = usePersonLearningQuery({ variables: { first: pageSize, filter: { personId, cycles: 'ALL' } }, fetchPolicy: 'cache-and-network' });
  const connection = query.data?.enrollments;
  const pages = usePages(query, connection);
  const nameOf = (row: PersonEnrollmentFragment) => row.plan?.name ?? row.learningObject?.name ?? '–';
  return (
    <ListPart<PersonEnrollmentFragment>
      title={t('person.learning')}
      params={params}
      columns={[
        {
          id: 'plan',
          header: t('person.plan'),
          cell: (row) => (
            <>
              <PermittedLink to={permitted.enrollment(row)} fw={600}>
                {nameOf(row)}
              </PermittedLink>
              <CycleNote cycle={row.cycle} isCurrent={row.isCurrent} />
            </>
          ),
        },
        { id: 'through', header: t('person.through'), cell: (row) => <Through sources={row.sources} />, hideOnPhone: true },
        { id: 'status', header: t('list.status'), cell: (row) => <EnrollmentBadge status={row.status} overdue={row.overdue} /> },
        { id: 'progress', header: t('ui:progress.label'), cell: (row) => <ProgressBar value={row.progress} label={t('person.progressIn', { name: nameOf(row) })} withText /> },
        {
          id: 'due',
          header: t('person.due'),
          cell: ({ due, overdue }) => <DueDate due={due ? { date: due.date, timeZone: due.timeZone, instant: due.endsAt } : null} overdue={overdue} />,
        },
        { id: 'completed', header: t('person.completed'), cell: (row) => (row.completedOn ? format.date(row.completedOn) : '–') },
      ]}
      rowId={(row) => row.id}
      rowName={nameOf}
      state={queryState(query, connection)}
      empty={{ title: t('person.noLearning'), text: t('person.noLearningText') }}
      {...pages}
    />
  );
}
