import { useApolloClient } from '@apollo/client/react';
import { Anchor, Group } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { readAgain } from '@milepost/web/apollo/read-again.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useViewer } from '@milepost/web/session/session-context.tsx';
import { DetailPage } from '@milepost/web/ui/detail-page.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { LostPage } from '@milepost/web/ui/lost-page.tsx';
import { PageSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { type ComponentProps, type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { paths } from '../../paths.ts';
import classes from './people.module.css';
import { PersonLearningDocument, type PersonProfileFragment, usePersonPageQuery } from './people.generated.ts';
import { PersonActions } from './person-actions.tsx';
import { PersonAssignmentsDocument } from './person-assignments.generated.ts';
import { PersonAssignments } from './person-assignments.tsx';
import { PersonGroups } from './person-groups.tsx';
import { PersonHistory } from './person-history.tsx';
import { PersonLearning } from './person-learning.tsx';
import { PersonRecord } from './person-record.tsx';
import { PersonStatus } from './person-status.tsx';

interface PersonViewProps {
  id: string;
  actOnAssignment: ComponentProps<typeof PersonAssignments>['act'];
  /** The way to give the person something, for whoever may; `onClose` shows what came of it. */
  assign(person: PersonProfileFragment, onClose: () => void): ReactNode;
  /** What they take or have taken, by kind (U9). */
  training: ReactNode;
  /** Why some content or a plan of theirs is as it is now. */
  why: ComponentProps<typeof PersonRecord>['why'];
  /** The way to another record of the same person, into which this one is merged; `onClose` leads back. */
  merge(person: PersonProfileFragment, onClose: () => void): ReactNode;
}

/** One person: what they learn, who they are, and what whoever looks after them can do. */
export function PersonView({ id, actOnAssignment, assign, training, why, merge }: PersonViewProps) {
  const { t } = useTranslation(['people', 'admin']);
  const query = usePersonPageQuery({ variables: { id }, fetchPolicy: 'cache-and-network' });
  const state = queryState(query);
  const { permissions } = useViewer();
  const [merging, setMerging] = useState(false);
  const client = useApolloClient();
  const readLearning = () => readAgain(client, [PersonLearningDocument, PersonAssignmentsDocument]);
  if (state.is === 'loading') return <PageSkeleton />;
  if (state.is === 'failed') return <ErrorState failure={state.failure} onRetry={state.retry} order={1} />;
  const person = query.data?.person;
  if (!person) return <LostPage home={paths.people.to()} />;
  const close = () => {
    setMerging(false);
    void query.refetch().catch(() => {});
  };
  return (
    <>
      <DetailPage
        title={person.displayName}
        trail={
          <Anchor component={Link} to={paths.people.to()}>
            {t('admin:nav.people')}
          </Anchor>
        }
        status={<PersonStatus status={person.status} />}
        facts={person.position?.name}
        actions={
          <Group gap="xs">
            {person.viewerCan.edit && <PersonActions person={person} onMerge={permissions.includes('DIRECTORY_EDIT') ? () => setMerging(true) : undefined} />}
            {person.viewerCan.assign && person.status !== 'LEFT' && assign(person, readLearning)}
          </Group>
        }
        tabs={[
          { id: 'learning', label: t('person.learning'), content: () => <PersonLearning personId={person.id} /> },
          { id: 'assignments', label: t('person.assignments'), content: () => <PersonAssignments personId={person.id} act={actOnAssignment} /> },
          { id: 'training', label: t('person.training'), content: () => training },
          { id: 'record', label: t('person.record'), content: () => <PersonRecord personId={person.id} why={why} /> },
          { id: 'groups', label: t('person.groups'), content: () => <PersonGroups person={person} /> },
          { id: 'history', label: t('person.history'), content: () => <PersonHistory personId={person.id} /> },
          { id: 'profile', label: t('person.profile'), content: () => <Profile person={person} /> },
        ]}
      />
      {merging && merge(person, close)}
    </>
  );
}

function Profile({ person }: { person: PersonProfileFragment }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const facts: [string, string | null | undefined][] = [
    [t('person.email'), person.email],
    [t('person.number'), person.employeeNumber],
    [t('person.externalId'), person.externalId],
    [t('person.department'), person.department?.path.join(' › ')],
    [t('person.position'), person.position?.name],
    [t('person.jobRole'), person.jobRole?.name],
    [t('person.manager'), person.manager?.name],
    [t('person.partner'), person.partnerAccount?.name],
    [t('person.language'), format.languageName(person.locale)],
    [t('person.zone'), `${format.zoneName(person.timeZone)} (${person.timeZone})`],
    [t('person.hired'), person.hireDate && format.date(person.hireDate)],
    ...person.mergedRecords.map((record): [string, string] => [t('merge.record'), [record.displayName, record.employeeNumber, record.email].filter(Boolean).join(' · ')]),
    [t('list.account'), person.hasAccount ? t('list.hasAccount') : t('list.noAccount')],
  ];
  return (
    <dl className={classes.facts}>
      {facts
        .filter(([, value]) => value)
        .map(([term, value]) => (
          <div key={`${term} ${value}`}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
