import { Anchor, List, Paper, Select, Skeleton, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { AddressLink } from '@milepost/web/ui/address-link.tsx';
import { useAddressParams } from '@milepost/web/ui/address-params.ts';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { useState } from 'react';
import { useWhyNotPeopleQuery, useWhyNotQuery, type WhyNotQuery } from './why-not.generated.ts';

/** "Why has Mia this plan, or why not?" (ambition 1): a search for anybody, whether or not they have it; who was asked about stands in the address. */
export function WhyNot({ planId }: { planId: string }) {
  const { t } = useTranslation('tracking');
  const [params, change] = useAddressParams();
  const personId = params.get('why');
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text, 250);
  const people = useWhyNotPeopleQuery({ variables: { search: search || null } });
  const found = (people.data ?? people.previousData)?.people.edges.map(({ node }) => node) ?? [];
  const choose = (next: string | null) =>
    change((params) => (next ? params.set('why', next) : params.delete('why')));
  return (
    <Stack gap="xs">
      <Select
        label={t('whyNot.label')}
        description={t('whyNot.text')}
        placeholder={t('people.search')}
        maw="32rem"
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('whyNot.clear') }}
        searchValue={text}
        onSearchChange={setText}
        // The API has searched already, also by number and address.
        filter={({ options }) => options}
        nothingFoundMessage={people.error ? t('whyNot.failed') : t('whyNot.nobody')}
        data={found.map((person) => ({ value: person.id, label: [person.displayName, person.employeeNumber ?? person.email].filter(Boolean).join(' · ') }))}
        value={personId}
        onChange={choose}
      />
      <div aria-live="polite">
        {personId && <Explained key={personId} planId={planId} personId={personId} />}
      </div>
    </Stack>
  );
}

/**
 * What there is to say of one person. It stands for itself: a query that is given its variables while the router still prepares the page
 * asks once more each time that this is interrupted, and its answers interrupt it.
 */
function Explained({ planId, personId }: { planId: string; personId: string }) {
  const query = useWhyNotQuery({ variables: { planId, personId }, fetchPolicy: 'cache-and-network' });
  const state = queryState(query);
  if (state.is === 'loading') return <Skeleton h="4rem" aria-hidden />;
  if (state.is === 'failed') return <ErrorState failure={state.failure} onRetry={state.retry} order={3} />;
  return <Answer explained={query.data?.explainAbsence ?? null} />;
}

interface Reason {
  readonly text: string;
  readonly because: readonly Reason[];
}

function Answer({ explained }: { explained: WhyNotQuery['explainAbsence'] | null }) {
  const { t } = useTranslation('tracking');
  if (!explained) return <Text size="sm">{t('whyNot.notForYou')}</Text>;
  const { enrollmentId } = explained;
  return (
    <Paper withBorder p="md">
      <Text fw={600}>{explained.has ? t('whyNot.has') : t('whyNot.hasNot')}</Text>
      {explained.has ? <Text size="sm">{explained.sentence}</Text> : <Reasons reasons={explained.tree as readonly Reason[]} />}
      {enrollmentId && (
        <Anchor component={AddressLink} edit={(next: URLSearchParams) => next.set('enrollment', enrollmentId)} size="sm">
          {t('whyNot.open')}
        </Anchor>
      )}
    </Paper>
  );
}

function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  return (
    <List size="sm" withPadding>
      {reasons.map((reason) => (
        <List.Item key={reason.text}>
          {reason.text}
          {reason.because.length > 0 && <Reasons reasons={reason.because} />}
        </List.Item>
      ))}
    </List>
  );
}
