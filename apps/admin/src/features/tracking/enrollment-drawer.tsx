import { Anchor, Drawer, Stack, Text, Title } from '@mantine/core';
import { skipToken } from '@apollo/client/react';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { DueDate } from '@milepost/web/ui/due-date.tsx';
import { EmptyState } from '@milepost/web/ui/empty-state.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { ProgressBar } from '@milepost/web/ui/progress-bar.tsx';
import { RelativeTime } from '@milepost/web/ui/relative-time.tsx';
import { PageSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { EnrollmentBadge, MilestoneBadge, type MilestoneState } from '@milepost/web/ui/status-badge.tsx';
import { Why, type WhyNode } from '@milepost/web/ui/why.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link, useSearchParams } from 'react-router';
import { type EnrollmentDetailQuery, useEnrollmentDetailQuery } from './enrollment-detail.generated.ts';
import classes from './tracking.module.css';

type Detail = NonNullable<EnrollmentDetailQuery['enrollment']>;

interface EnrollmentDrawerProps {
  links: { person(id: string): string; assignment(id: string): string };
}

/** One person in one plan, opened by `?enrollment=`: by when in their own zone, why they have it, milestone by milestone. */
export function EnrollmentDrawer({ links }: EnrollmentDrawerProps) {
  const { t } = useTranslation(['tracking', 'ui']);
  const [params, setParams] = useSearchParams();
  const id = params.get('enrollment');
  const query = useEnrollmentDetailQuery(id ? { variables: { id }, fetchPolicy: 'cache-and-network' } : skipToken);
  const state = queryState(query);
  const detail = query.data?.enrollment;
  const close = () =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        after.delete('enrollment');
        return after;
      },
      { preventScrollReset: true },
    );
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
  const { person, due, explanation } = detail;
  const facts: [string, string | null | undefined][] = [
    [t('drawer.department'), person.department?.path.join(' › ')],
    [t('drawer.position'), person.position?.name],
    [t('drawer.manager'), person.manager?.name],
    [t('drawer.zone'), format.zoneName(person.timeZone)],
    [t('drawer.enrolled'), format.date(detail.enrolledOn)],
    [t('drawer.started'), detail.startedOn && format.date(detail.startedOn)],
    [t('people.completed'), detail.completedOn && `${format.date(detail.completedOn)}${detail.completedLate ? ` · ${t('drawer.late')}` : ''}`],
    [t('people.class'), detail.completionClass && t(`class.${detail.completionClass}`)],
  ];
  return (
    <Stack gap="lg">
      <Stack gap="xs">
        <span>
          <EnrollmentBadge status={detail.status} overdue={detail.overdue} /> <Why subject={t(`ui:enrollment.${detail.status}`)} sentence={explanation.sentence} tree={reasons(explanation.tree)} />
        </span>
        <Text size="sm">{explanation.sentence}</Text>
        <ProgressBar value={detail.progress} label={t('people.progressOf', { name: person.displayName })} withText />
        <DueDate due={due ? { date: due.date, timeZone: due.timeZone, instant: due.endsAt } : null} overdue={detail.overdue} />
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
        <ol className={classes.milestones}>
          {detail.milestones.map((milestone) => (
            <MilestoneLine key={milestone.key} milestone={milestone} plan={detail.plan} />
          ))}
        </ol>
      </section>
      <section>
        <Title order={3} size="h4" mb="xs">
          {t('drawer.sources')}
        </Title>
        <ul className={classes.sources}>
          {detail.sources.map((source, index) => (
            <li key={index}>
              <Text size="sm" component="div">
                {source.assignmentId ? (
                  <Anchor component={Link} to={links.assignment(source.assignmentId)}>
                    {t('drawer.assignment', { number: source.assignmentNumber ?? '', name: source.name ?? '' })}
                  </Anchor>
                ) : (
                  t(`source.${source.kind as 'SELF_STARTED'}`, { defaultValue: source.kind })
                )}
                {' · '}
                <RelativeTime instant={source.validFrom} />
                {source.dormant && ` · ${t('drawer.dormant')}`}
                {source.validTo && ` · ${t('drawer.ended', { time: format.dateTime(new Date(source.validTo)) })}`}
              </Text>
            </li>
          ))}
        </ul>
      </section>
      <Anchor component={Link} to={links.person(person.id)} size="sm">
        {t('drawer.toPerson', { name: person.displayName })}
      </Anchor>
    </Stack>
  );
}

function MilestoneLine({ milestone, plan }: { milestone: Detail['milestones'][number]; plan: Detail['plan'] }) {
  const { t } = useTranslation(['tracking', 'ui']);
  const format = useFormat();
  const known = plan?.publishedVersion?.milestones.find((each) => each.key === milestone.key);
  const words = [
    known?.metric === 'NONE' ? '' : t('ui:progress.of', { done: milestone.unitsEarned, total: milestone.unitsRequired }),
    milestone.satisfiedOn ? t('drawer.done', { date: format.date(milestone.satisfiedOn) }) : milestone.due ? t('ui:due.due', { date: format.date(milestone.due) }) : '',
    milestone.status === 'NOT_RELEASED' && milestone.opensOn ? t('drawer.opens', { date: format.date(milestone.opensOn) }) : '',
  ];
  return (
    <li className={classes.milestone}>
      <span>
        {known?.name ?? t('drawer.earlierMilestone')}
        <Text size="xs" c="dimmed">
          {words.filter(Boolean).join(' · ')}
        </Text>
      </span>
      <MilestoneBadge state={milestone.status as MilestoneState} />
    </li>
  );
}

interface Reason {
  readonly text: string;
  readonly because?: readonly Reason[];
}

/** The API's tree of reasons (`{ about, text, subjectId, because }`) as the "Why?" shows it. */
function reasons(tree: unknown): WhyNode[] {
  const nodes = (Array.isArray(tree) ? tree : tree ? [tree] : []) as Reason[];
  return nodes.map((node) => ({ text: node.text, children: reasons(node.because ?? []) }));
}
