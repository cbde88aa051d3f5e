import { Anchor, Drawer, Stack, Text, Title } from '@mantine/core';
import { skipToken } from '@apollo/client/react';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useAddressParams } from '@milepost/web/ui/address-params.ts';
import { DueDate } from '@milepost/web/ui/due-date.tsx';
import { EmptyState } from '@milepost/web/ui/empty-state.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { ProgressBar } from '@milepost/web/ui/progress-bar.tsx';
import { PageSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { EnrollmentBadge } from '@milepost/web/ui/status-badge.tsx';
import { Why } from '@milepost/web/ui/why.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link } from 'react-router';
import { type EnrollmentDetailPartsFragment, useEnrollmentDetailQuery } from './enrollment-detail.generated.ts';
import { DueChanges } from './due-changes.tsx';
import { EnrollmentCycles } from './enrollment-cycles.tsx';
import { EnrollmentMilestones } from './enrollment-milestones.tsx';
import { EnrollmentSources } from './enrollment-sources.tsx';
import { IndividualNote } from './individual-note.tsx';
import { OverrideButton } from './override-button.tsx';
import { readExplanation } from '@milepost/web/ui/read-explanation.ts';
import classes from './tracking.module.css';

type Detail = EnrollmentDetailPartsFragment;

/** The way to a person and to an assignment, where the reader may see assignments. */
export interface TrackedLinks {
  person(id: string): string;
  assignment?(id: string): string;
}

interface EnrollmentDrawerProps {
  links: TrackedLinks;
}

/** One person in one plan, opened by `?enrollment=`: by when in their own zone, why they have it, milestone by milestone. */
export function EnrollmentDrawer({ links }: EnrollmentDrawerProps) {
  const { t } = useTranslation(['tracking', 'ui']);
  const [params, change] = useAddressParams();
  const id = params.get('enrollment');
  const query = useEnrollmentDetailQuery(id ? { variables: { id }, fetchPolicy: 'cache-and-network' } : skipToken);
  const state = queryState(query);
  const detail = query.data?.enrollment;
  const close = () => change((next) => next.delete('enrollment'));
  return (
    <Drawer opened={id !== null} onClose={close} position="right" size="lg" title={detail?.person.displayName ?? t('drawer.title')} closeButtonProps={{ 'aria-label': t('ui:action.close') }}>
      {state.is === 'loading' && <PageSkeleton />}
      {state.is === 'failed' && <ErrorState failure={state.failure} onRetry={state.retry} order={3} />}
      {state.is === 'ready' && (detail ? <Details detail={detail} links={links} /> : <EmptyState title={t('ui:error.notFoundTitle')} text={t('ui:error.notFoundText')} />)}
    </Drawer>
  );
}

function Details({ detail, links }: { detail: Detail } & EnrollmentDrawerProps) {
  const { t } = useTranslation(['tracking', 'ui']);
  const format = useFormat();
  const { person, due, explanation, individual } = detail;
  const why = readExplanation(explanation.tree);
  const published = detail.plan?.publishedVersion;
  const earlier = published && detail.planVersion && detail.planVersion.number < published.number ? detail.planVersion : undefined;
  const cycles = Math.max(detail.cycle, ...detail.otherCycles.map(({ cycle }) => cycle));
  const facts: [string, string | false | null | undefined][] = [
    [t('drawer.department'), person.department?.path.join(' › ')],
    [t('drawer.position'), person.position?.name],
    [t('drawer.manager'), person.manager?.name],
    [t('drawer.version'), earlier && published && t('drawer.onVersion', { number: earlier.number, published: published.number })],
    [t('drawer.zone'), format.zoneName(person.timeZone)],
    [t('drawer.cycle'), cycles > 1 && t(detail.isCurrent ? 'drawer.cycleOf' : 'drawer.formerCycleOf', { number: detail.cycle, cycles })],
    [t('drawer.enrolled'), format.date(detail.enrolledOn)],
    [t('drawer.started'), detail.startedOn && format.date(detail.startedOn)],
    [t('people.completed'), detail.completedOn && `${format.date(detail.completedOn)}${detail.completedLate ? ` · ${t('drawer.late')}` : ''}`],
    [t('people.class'), detail.completionClass && t(`class.${detail.completionClass}`)],
  ];
  return (
    <Stack gap="lg">
      <Stack gap="xs">
        <span>
          <EnrollmentBadge status={detail.status} overdue={detail.overdue} /> <Why subject={t(`ui:enrollment.${detail.status}`)} sentence={explanation.sentence} tree={why.status} />
        </span>
        <Text size="sm">{explanation.sentence}</Text>
        <ProgressBar value={detail.progress} label={t('people.progressOf', { name: person.displayName })} withText />
        <div className={classes.due}>
          <DueDate due={due ? { date: due.date, timeZone: due.timeZone, instant: due.endsAt } : null} overdue={detail.overdue} />
          <Why subject={t('people.due')} sentence={why.due?.text ?? t('drawer.noDue')} tree={why.due?.children} />
          {detail.viewerCan.override && <OverrideButton enrollmentId={detail.id} person={person} place={{ is: detail.plan ? 'PLAN' : 'CONTENT' }} rules={individual} />}
        </div>
        <IndividualNote rules={individual} />
        {detail.evidenceWithdrawn && <Text size="sm">{t('drawer.withdrawn')}</Text>}
      </Stack>
      <dl className={classes.facts}>
        {facts
          .filter(([, value]) => value)
          .map(([term, value]) => (
            <div key={term} style={{ display: 'contents' }}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <section>
        <Title order={3} size="h4" mb="xs">
          {t('drawer.milestones')}
        </Title>
        <EnrollmentMilestones detail={detail} />
      </section>
      <section>
        <Title order={3} size="h4" mb="xs">
          {t('drawer.sources')}
        </Title>
        <EnrollmentSources sources={detail.sources} links={links} />
      </section>
      <EnrollmentCycles cycles={detail.otherCycles} />
      <DueChanges changes={detail.dueChanges.edges.map(({ node }) => node)} />
      <Anchor component={Link} to={links.person(person.id)} size="sm">
        {t('drawer.toPerson', { name: person.displayName })}
      </Anchor>
    </Stack>
  );
}
