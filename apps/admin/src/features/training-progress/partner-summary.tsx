import { Anchor, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { EmptyState } from '@milepost/web/ui/empty-state.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { ListSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { Link } from 'react-router';
import { paths } from '../../paths.ts';
import classes from './partner-summary.module.css';
import { itemOf } from './training-progress-list.tsx';
import { useTrainingSummaryQuery } from './training-progress.generated.ts';

/** So many of each kind are asked for, so that these are the latest of both. */
const latestShown = 8;

/** What the people of a partner account completed lately, and which certifications most of them have (U8). */
export function PartnerSummary({ partnerAccountId }: { partnerAccountId: string }) {
  const { t } = useTranslation('trainingProgress');
  const format = useFormat();
  const query = useTrainingSummaryQuery({ variables: { partnerAccountId, filter: { partnerAccountId, state: 'COMPLETED' } }, fetchPolicy: 'cache-and-network' });
  const state = queryState(query);
  if (state.is === 'loading' || !query.data) return state.is === 'failed' ? <ErrorState failure={state.failure} onRetry={state.retry} /> : <ListSkeleton />;
  const { courses, certifications, topCertifications } = query.data;
  const latest = [...courses.edges, ...certifications.edges].map(({ node }) => node).toSorted((a, b) => (b.completedOn ?? '').localeCompare(a.completedOn ?? ''));
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
      <section>
        <Title order={2} size="h3" mb="sm">
          {t('partnerPage.latest')}
        </Title>
        {latest.length === 0 && <EmptyState title={t('partnerPage.latestNone')} text={t('partnerPage.latestNoneText')} />}
        <ul className={classes.list}>
          {latest.slice(0, latestShown).map((record) => (
            <li key={record.id}>
              <Stack gap={2}>
                <Anchor component={Link} to={itemOf(record).to} fw={600}>
                  {itemOf(record).name}
                </Anchor>
                <Text size="sm">
                  <Anchor component={Link} to={paths.person.to({ personId: record.person.id })} inherit>
                    {record.person.displayName}
                  </Anchor>
                </Text>
              </Stack>
              <Text size="sm" c="dimmed">
                {format.date(record.completedOn!)}
              </Text>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <Title order={2} size="h3" mb="sm">
          {t('partnerPage.top')}
        </Title>
        {topCertifications.length === 0 && <EmptyState title={t('partnerPage.topNone')} text={t('partnerPage.topNoneText')} />}
        <ol className={classes.list}>
          {topCertifications.map(({ id, name, people }) => (
            <li key={id}>
              <Anchor component={Link} to={paths.plan.to({ planId: id })} fw={600}>
                {name}
              </Anchor>
              <Text size="sm" c="dimmed">
                {t('partnerPage.peopleCount', { count: people, number: format.number(people) })}
              </Text>
            </li>
          ))}
        </ol>
      </section>
    </SimpleGrid>
  );
}
