import { useApolloClient } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { readAgain } from '@milepost/web/apollo/read-again.ts';
import { usePages } from '@milepost/web/apollo/use-pages.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { CycleNote } from '@milepost/web/ui/cycle-note.tsx';
import { DueDate } from '@milepost/web/ui/due-date.tsx';
import { ListPart } from '@milepost/web/ui/list-page.tsx';
import { useListParams } from '@milepost/web/ui/list-params.ts';
import { RelativeTime } from '@milepost/web/ui/relative-time.tsx';
import { EnrollmentBadge } from '@milepost/web/ui/status-badge.tsx';
import { type ReactNode, useState } from 'react';
import { PermittedLink } from './permitted-link.tsx';
import { type PersonAssignmentRowFragment, PersonAssignmentsDocument, usePersonAssignmentsQuery } from './person-assignments.generated.ts';
import { usePermittedPaths } from './use-permitted-paths.ts';

const pageSize = 50;

type Row = PersonAssignmentRowFragment;

/** What can be done with one of a person's assignments. */
export interface AssignmentAct {
  readonly kind: 'UNASSIGN' | 'LIFT_SUPPRESSION';
  readonly subject: { readonly planId: string } | { readonly learningObjectId: string };
  readonly assignmentId: string | null;
}

interface PersonAssignmentsProps {
  personId: string;
  /** The way from an act to its report; `onClose` leads back. */
  act(act: AssignmentAct, onClose: () => void): ReactNode;
}

/** What was assigned to a person (L37, L40): by whom and through what, since when, whether its date holds, and why it ended. */
export function PersonAssignments({ personId, act }: PersonAssignmentsProps) {
  const { t } = useTranslation(['people', 'tracking', 'ui']);
  const client = useApolloClient();
  const params = useListParams([]);
  const query = usePersonAssignmentsQuery({ variables: { id: personId, first: pageSize }, fetchPolicy: 'cache-and-network' });
  const connection = query.data?.person?.assignments;
  const pages = usePages(query, connection);
  const [acting, setActing] = useState<AssignmentAct>();
  const nameOf = ({ enrollment }: Row) => enrollment.plan?.name ?? enrollment.learningObject?.name ?? '–';
  const actsOn = (row: Row) => {
    const { plan, learningObject } = row.enrollment;
    const subject = plan ? { planId: plan.id } : learningObject && { learningObjectId: learningObject.id };
    if (!subject) return null;
    const begin = (kind: AssignmentAct['kind']) => setActing({ kind, subject, assignmentId: row.assignmentId ?? null });
    return (
      <>
        {row.viewerCan.takeAway && (
          <Button size="compact-sm" variant="subtle" color="red" c="var(--mp-danger-text)" onClick={() => begin('UNASSIGN')} aria-label={t('assignments.takeAwayOf', { name: nameOf(row) })}>
            {t('assignments.takeAway')}
          </Button>
        )}
        {row.viewerCan.lift && (
          <Button size="compact-sm" variant="subtle" onClick={() => begin('LIFT_SUPPRESSION')} aria-label={t('assignments.liftOf', { name: nameOf(row) })}>
            {t('assignments.lift')}
          </Button>
        )}
      </>
    );
  };
  const close = () => {
    setActing(undefined);
    readAgain(client, [PersonAssignmentsDocument]);
  };
  return (
    <>
      <ListPart<Row>
        title={t('person.assignments')}
        params={params}
        columns={[
          { id: 'what', header: t('assignments.what'), cell: (row) => <What row={row} name={nameOf(row)} /> },
          { id: 'through', header: t('person.through'), cell: (row) => <Through row={row} /> },
          { id: 'since', header: t('assignments.since'), cell: (row) => <Since row={row} />, hideOnPhone: true },
          { id: 'state', header: t('assignments.state'), cell: (row) => <State row={row} /> },
          {
            id: 'due',
            header: t('person.due'),
            cell: ({ enrollment: { due, overdue }, decides, validTo, suppressedBecause }) =>
              validTo || suppressedBecause ? (
                '–'
              ) : (
                <>
                  <DueDate due={due ? { date: due.date, timeZone: due.timeZone, instant: due.endsAt } : null} overdue={overdue} />
                  {decides && (
                    <Text size="xs" c="dimmed">
                      {t('assignments.decides')}
                    </Text>
                  )}
                </>
              ),
          },
        ]}
        rowId={(row) => row.id}
        rowName={nameOf}
        rowActions={pages.rows.some(({ viewerCan }) => viewerCan.takeAway || viewerCan.lift) ? actsOn : undefined}
        state={queryState(query, connection)}
        empty={{ title: t('assignments.emptyTitle'), text: t('assignments.emptyText') }}
        {...pages}
      />
      {acting && act(acting, close)}
    </>
  );
}

function What({ row, name }: { row: Row; name: string }) {
  const { t } = useTranslation('tracking');
  const { enrollment, assignmentId, assignmentNumber } = row;
  const permitted = usePermittedPaths();
  return (
    <>
      <PermittedLink to={permitted.enrollment(enrollment)} fw={600}>
        {name}
      </PermittedLink>
      <CycleNote cycle={enrollment.cycle} isCurrent={enrollment.isCurrent} />
      {assignmentId && (
        // Two links above each other, far enough apart for a finger.
        <Text size="xs" component="div" mt={6}>
          <PermittedLink to={permitted.assignment(assignmentId)} size="xs">
            {t('drawer.assignment', { number: assignmentNumber ?? '', name: row.name ?? '' })}
          </PermittedLink>
        </Text>
      )}
    </>
  );
}

function Through({ row: { kind, audience, name } }: { row: Row }) {
  const { t } = useTranslation('tracking');
  const said = t(`source.${kind as 'GROUP'}`, { defaultValue: kind });
  return audience && audience !== name ? t('drawer.through', { kind: said, audience }) : said;
}

function Since({ row: { validFrom, givenBy } }: { row: Row }) {
  const { t } = useTranslation('people');
  return (
    <>
      <RelativeTime instant={validFrom} />
      {givenBy && (
        <Text size="xs" c="dimmed">
          {t('assignments.by', { name: givenBy.name })}
        </Text>
      )}
    </>
  );
}

/** What has become of it: in force with the person's status, waiting, kept, held back by hand, or ended and why. */
function State({ row }: { row: Row }) {
  const { t } = useTranslation(['people', 'tracking']);
  const format = useFormat();
  const { validTo, endedBecause, endedBy, suppressedBecause, dormant, kept, enrollment } = row;
  if (validTo) {
    const why = endedBecause ? t(`tracking:ended.${endedBecause as 'DETACHED'}`, { defaultValue: endedBecause }) : '';
    return (
      <Text size="sm" component="div" c="dimmed">
        {t('tracking:drawer.ended', { time: format.dateTime(new Date(validTo)) })}
        {why && <div>{why}</div>}
        {endedBy && <div>{t('assignments.by', { name: endedBy.name })}</div>}
      </Text>
    );
  }
  if (suppressedBecause) return <Text size="sm">{t('tracking:drawer.suppressed', { reason: suppressedBecause })}</Text>;
  return (
    <>
      <EnrollmentBadge status={enrollment.status} overdue={enrollment.overdue} />
      {dormant && <Text size="xs">{t('tracking:drawer.dormant')}</Text>}
      {kept && <Text size="xs">{t('assignments.kept')}</Text>}
    </>
  );
}
