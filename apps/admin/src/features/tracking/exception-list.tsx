import { Anchor, Button, Text } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { usePages } from '@milepost/web/apollo/use-pages.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { DueDate } from '@milepost/web/ui/due-date.tsx';
import { ListPage } from '@milepost/web/ui/list-page.tsx';
import { useListParams } from '@milepost/web/ui/list-params.ts';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { EnrollmentFilterInput } from '../../gql/schema-types.ts';
import { type ExceptionCaseFragment, useExceptionCountQuery, useExceptionInboxQuery } from './exceptions.generated.ts';
import type { TrackedSubject } from './tracking-live.tsx';
import type { ChosenPeople } from './use-plan-act-form.tsx';

const pageSize = 50;

interface ExceptionListProps {
  links: { person(id: string): string; plan(id: string, enrollmentId: string): string; content(id: string, enrollmentId: string): string };
  /** Carries out what is decided of some of the people of a plan or content. */
  decide: (subject: TrackedSubject, chosen: ChosenPeople, onClose: () => void) => ReactNode;
}

/** The exception inbox (ambition 9): who has a plan or content although something about it needs a decision; decided one by one, or for many of one thing. */
export function ExceptionList({ links, decide }: ExceptionListProps) {
  const { t } = useTranslation(['tracking', 'ui']);
  const params = useListParams(['plan', 'content']);
  const planId = params.filters['plan']?.[0] ?? null;
  const learningObjectId = params.filters['content']?.[0] ?? null;
  const filter: EnrollmentFilterInput = { exceptions: true, planId, learningObjectId, search: params.search || null };
  const query = useExceptionInboxQuery({ variables: { first: pageSize, filter }, fetchPolicy: 'cache-and-network' });
  const count = useExceptionCountQuery({ variables: { filter }, fetchPolicy: 'cache-and-network' });
  const connection = (query.data ?? query.previousData)?.enrollments;
  const pages = usePages(query, connection);
  const [decided, setDecided] = useState<{ readonly subject: TrackedSubject; readonly chosen: ChosenPeople }>();
  const plans = new Map(pages.rows.flatMap(({ plan }) => (plan ? [[plan.id, plan.name] as const] : [])));
  const contents = new Map(pages.rows.flatMap(({ learningObject }) => (learningObject ? [[learningObject.id, learningObject.name] as const] : [])));
  const filtered: TrackedSubject | undefined = planId ? { planId } : learningObjectId ? { learningObjectId } : undefined;
  const close = () => {
    setDecided(undefined);
    void query.refetch().catch(() => {});
    void count.refetch().catch(() => {});
  };
  return (
    <>
      <ListPage<ExceptionCaseFragment>
        title={t('exceptions.title')}
        total={count.data?.enrollmentCount}
        searchLabel={t('people.search')}
        params={params}
        filters={[
          { id: 'plan', label: t('exceptions.plan'), options: [...plans].map(([value, label]) => ({ value, label })) },
          { id: 'content', label: t('exceptions.content'), options: [...contents].map(([value, label]) => ({ value, label })) },
        ]}
        columns={[
          {
            id: 'person',
            header: t('people.person'),
            cell: ({ person }) => (
              <>
                <Anchor component={Link} to={links.person(person.id)} fw={600}>
                  {person.displayName}
                </Anchor>
                <Text size="xs" c="dimmed">
                  {person.department?.path.join(' › ') ?? person.employeeNumber}
                </Text>
              </>
            ),
          },
          {
            id: 'plan',
            header: t('exceptions.subject'),
            cell: ({ id, plan, learningObject }) => {
              const to = plan ? links.plan(plan.id, id) : learningObject && links.content(learningObject.id, id);
              const name = nameOf({ plan, learningObject });
              return to ? (
                <Anchor component={Link} to={to}>
                  {name}
                </Anchor>
              ) : (
                name
              );
            },
          },
          { id: 'what', header: t('exceptions.what'), cell: (row) => <Matter row={row} /> },
          { id: 'due', header: t('people.due'), cell: ({ due, overdue }) => <DueDate due={due ? { date: due.date, timeZone: due.timeZone, instant: due.endsAt } : null} overdue={overdue} /> },
        ]}
        rowId={(row) => row.id}
        rowName={(row) => row.person.displayName}
        rowActions={(row) => {
          const subject = subjectOf(row);
          return (
            row.viewerCan.override &&
            subject && (
              <Button size="compact-sm" variant="default" aria-label={t('exceptions.decideOf', { name: row.person.displayName })} onClick={() => setDecided({ subject, chosen: choiceOf(row) })}>
                {t('exceptions.decide')}
              </Button>
            )
          );
        }}
        state={queryState(query, connection)}
        bulkActions={(selection) => {
          const ticked = selection.all ? [] : pages.rows.filter(({ id }) => selection.ids.includes(id));
          const subjects = new Set(ticked.map(({ plan, learningObject }) => plan?.id ?? learningObject?.id));
          const subject = selection.all ? filtered : subjects.size === 1 && ticked[0] && subjectOf(ticked[0]);
          if (!subject) return <Text size="sm">{t('exceptions.onePlan')}</Text>;
          const chosen: ChosenPeople = selection.all ? { personIds: null, filter, count: selection.total } : { personIds: ticked.map(({ person }) => person.id), filter: null, count: ticked.length, about: ticked[0] && nameOf(ticked[0]) };
          return (
            <Button size="compact-sm" onClick={() => setDecided({ subject, chosen })}>
              {t('exceptions.decide')}
            </Button>
          );
        }}
        empty={{ title: t('exceptions.emptyTitle'), text: t('exceptions.emptyText') }}
        {...pages}
      />
      {decided && decide(decided.subject, decided.chosen, close)}
    </>
  );
}

function nameOf({ plan, learningObject }: Pick<ExceptionCaseFragment, 'plan' | 'learningObject'>): string {
  return plan?.name ?? learningObject?.name ?? '–';
}

function subjectOf({ plan, learningObject }: ExceptionCaseFragment): TrackedSubject | undefined {
  return plan ? { planId: plan.id } : learningObject ? { learningObjectId: learningObject.id } : undefined;
}

function Matter({ row }: { row: ExceptionCaseFragment }) {
  const { t } = useTranslation('tracking');
  return row.exceptions.map(({ message, assignmentNumber, assignmentName }) => (
    <div key={assignmentNumber}>
      {message}
      <Text size="xs" c="dimmed">
        {t('drawer.assignment', { number: assignmentNumber, name: assignmentName })}
      </Text>
    </div>
  ));
}

/** One case, with what follows from each of its choices. */
function choiceOf(row: ExceptionCaseFragment): ChosenPeople {
  const consequences = Object.fromEntries(row.exceptions.flatMap(({ options }) => options.map(({ choice, consequence }) => [choice, consequence])));
  const about = [row.person.displayName, nameOf(row)].join(' · ');
  return { personIds: [row.person.id], filter: null, count: 1, about, consequences };
}
