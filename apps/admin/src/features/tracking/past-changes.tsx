import { Group, Stack, Text } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { usePages } from '@milepost/web/apollo/use-pages.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { ListPart } from '@milepost/web/ui/list-page.tsx';
import { useListParams } from '@milepost/web/ui/list-params.ts';
import { EnrollmentBadge } from '@milepost/web/ui/status-badge.tsx';
import type { ReactNode } from 'react';
import type { StandingChangeKind } from '../../gql/schema-types.ts';
import { type PastChangeFragment, type PastPersonFragment, usePastChangeCountsQuery, usePastChangesQuery } from './past.generated.ts';
import { PastPerson } from './past-people.tsx';
import { PointFields } from './point-fields.tsx';
import classes from './tracking.module.css';
import { usePoints } from './use-points.ts';

const pageSize = 50;
const kinds = ['COMPLETED', 'EXEMPTED', 'STARTED', 'JOINED', 'RENEWED', 'REOPENED', 'CLOSED', 'LEFT', 'CHANGED'] as const satisfies readonly StandingChangeKind[];

/** Who stands otherwise at another point than at the one that is looked at, and why. */
export function PastChanges({ planId, departmentFilter }: { planId: string; departmentFilter: ReactNode }) {
  const { t } = useTranslation(['past', 'tracking']);
  const format = useFormat();
  const { on, with: compared, today, change } = usePoints();
  const params = useListParams(['kind', 'department']);
  const subject = { planId, departmentId: params.filters['department']?.[0] ?? null, search: params.search || null };
  const points = { from: on, to: compared };
  const counts = usePastChangeCountsQuery({ variables: { ...points, filter: subject }, fetchPolicy: 'cache-and-network' }).data?.standingChangeCounts;
  const chosen = kinds.filter((kind) => params.filters['kind']?.includes(kind));
  const query = usePastChangesQuery({ variables: { ...points, first: pageSize, filter: { ...subject, kinds: chosen.length > 0 ? chosen : null } }, fetchPolicy: 'cache-and-network' });
  const connection = query.data?.standingChanges;
  const pages = usePages(query, connection);
  const peopleOf = (kind: StandingChangeKind) => counts?.find((count) => count.kind === kind)?.people ?? 0;
  return (
    <Stack gap="md">
      <PointFields label={t('compareWith')} point={compared} today={today} onChange={(next) => change('with', next)} />
      <ListPart<PastChangeFragment>
        title={t('changes')}
        total={counts?.filter(({ kind }) => chosen.length === 0 || chosen.includes(kind)).reduce((sum, { people }) => sum + people, 0)}
        searchLabel={t('tracking:people.search')}
        params={params}
        filters={[{ id: 'kind', label: t('kindLabel'), options: kinds.filter((kind) => peopleOf(kind) > 0 || chosen.includes(kind)).map((value) => ({ value, label: t('kindOf', { kind: t(`kind.${value}`), number: format.number(peopleOf(value)) }) })) }]}
        toolbarEnd={departmentFilter}
        columns={[
          { id: 'person', header: t('tracking:people.person'), cell: ({ before, after }) => <PastPerson row={(after ?? before)!} /> },
          { id: 'kind', header: t('kindLabel'), cell: ({ kind }) => t(`kind.${kind}`) },
          { id: 'before', header: format.date(on.date), cell: ({ before }) => <Standing row={before} /> },
          { id: 'after', header: format.date(compared.date), cell: ({ after }) => <Standing row={after} /> },
          { id: 'why', header: t('why'), cell: (row) => <Causes change={row} /> },
        ]}
        rowId={(row) => row.id}
        rowName={(row) => (row.after ?? row.before)!.person.displayName}
        state={queryState(query, connection)}
        empty={{ title: t('sameTitle'), text: t('sameText') }}
        {...pages}
      />
    </Stack>
  );
}

/** Where somebody stood, with the day that goes with it. */
function Standing({ row }: { row: PastPersonFragment | null }) {
  const { t } = useTranslation('past');
  const format = useFormat();
  if (!row) return <Text size="sm">{t('notYet')}</Text>;
  const { status, overdue, completedOn, due, planVersionNumber } = row;
  const day = completedOn ? t('completedOn', { date: format.date(completedOn) }) : due ? t('dueOn', { date: format.date(due.date) }) : null;
  return (
    <Group gap={4} align="center">
      <EnrollmentBadge status={status} overdue={overdue} />
      <Text size="xs" c="dimmed">
        {[day, planVersionNumber && t('version', { number: planVersionNumber })].filter(Boolean).join(' · ')}
      </Text>
    </Group>
  );
}

type Cause = PastChangeFragment['causes'][number];

/** What was recorded between the points; where nothing of it was, it follows from work on what it consists of. */
function Causes({ change: { causes, kind } }: { change: PastChangeFragment }) {
  const { t } = useTranslation('past');
  const format = useFormat();
  const say = useCauseWords();
  if (causes.length === 0) return <Text size="sm">{t(kind === 'CLOSED' ? 'byTheClock' : 'byWork')}</Text>;
  return (
    <ul className={classes.sources}>
      {causes.map((cause, index) => (
        // Causes have no id of their own, and their order never changes.
        <li key={index}>
          <Text size="sm">{say(cause)}</Text>
          <Text size="xs" c="dimmed">
            {[format.dateTime(new Date(cause.at)), cause.by?.name, cause.reason && t('reason', { reason: cause.reason })].filter(Boolean).join(' · ')}
          </Text>
        </li>
      ))}
    </ul>
  );
}

const origins = ['AUTO', 'MANUAL', 'IMPORT', 'EVENT', 'PACKAGE', 'API'] as const;
const sources = ['INDIVIDUAL', 'GROUP', 'DEPARTMENT', 'POSITION', 'JOB_ROLE', 'RULE', 'IMPORT', 'API', 'SELF_REGISTRATION', 'SELF_STARTED', 'BOOKMARK'] as const;
const overrides = ['WAIVE', 'ADJUST_UNITS', 'ADJUST_DUE'] as const;

function useCauseWords(): (cause: Cause) => string {
  const { t } = useTranslation(['past', 'tracking']);
  const format = useFormat();
  return ({ kind, on, sort, name, assignmentNumber, versionNumber }) => {
    const day = on ? format.date(on) : '';
    const origin = origins.find((each) => each === sort);
    const source = sources.find((each) => each === sort);
    const act = overrides.find((each) => each === sort);
    switch (kind) {
      case 'RECORDED':
        return t('cause.RECORDED', { day, origin: origin ? t(`origin.${origin}`) : '' });
      case 'TAKEN_BACK':
        return t('cause.TAKEN_BACK', { day });
      case 'GIVEN':
        return assignmentNumber === null ? t('cause.GIVEN', { how: source ? t(`tracking:source.${source}`) : '' }) : t('cause.GIVEN_BY', { number: assignmentNumber, name: name ?? '' });
      case 'ENDED':
        return assignmentNumber === null ? t('cause.ENDED') : t('cause.ENDED_BY', { number: assignmentNumber, name: name ?? '' });
      case 'OVERRIDDEN':
      case 'OVERRIDE_ENDED':
        return t(`cause.${kind}`, { what: act ? t(`override.${act}`) : '' });
      case 'DUE_MOVED':
        return on ? t('cause.DUE_MOVED', { day }) : t('cause.DUE_GONE');
      case 'VERSION_MOVED':
        return t('cause.VERSION_MOVED', { number: versionNumber ?? '' });
    }
  };
}
