import { MultiSelect, Select } from '@mantine/core';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { TrainingType } from '../../gql/schema-types.ts';
import { useCompletableItemsQuery, useCompletionPartnersQuery, useCompletionPeopleQuery } from './completion-acts.generated.ts';
import { useSearchChoices } from './use-search-choices.ts';

interface ItemFieldProps {
  type: TrainingType;
  value: string | null;
  error?: string;
  onChange(next: string | null): void;
}

/** What was completed: of one type, found by its name. */
export function ItemField({ type, value, error, onChange }: ItemFieldProps) {
  const { t } = useTranslation('completions');
  const { typed, setTyped, search, dataOf, choose } = useSearchChoices();
  const query = useCompletableItemsQuery({ variables: { type, search } });
  const data = dataOf((query.data?.completableItems ?? []).map(({ id, name }) => ({ value: id, label: name })));
  return (
    <Select
      label={t('add.item')}
      required
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      // The API has searched already.
      filter={({ options }) => options}
      nothingFoundMessage={query.error ? t('add.failed') : query.loading ? '…' : t('add.nothing')}
      data={data}
      value={value}
      error={error}
      onChange={(next) => {
        choose(next ? [next] : [], data);
        onChange(next);
      }}
    />
  );
}

interface PeopleFieldProps {
  partnerAccountId: string | null;
  value: readonly string[];
  error?: string;
  onChange(next: readonly string[]): void;
}

/** Who has completed it: one or several, of one partner account or all. */
export function PeopleField({ partnerAccountId, value, error, onChange }: PeopleFieldProps) {
  const { t } = useTranslation('completions');
  const { typed, setTyped, search, dataOf, choose } = useSearchChoices();
  const query = useCompletionPeopleQuery({ variables: { filter: { search, partnerAccountId } } });
  const found = (query.data?.people.edges ?? []).map(({ node }) => ({ value: node.id, label: [node.displayName, node.employeeNumber].filter(Boolean).join(' · ') }));
  const data = dataOf(found);
  return (
    <MultiSelect
      label={t('add.people')}
      placeholder={value.length === 0 ? t('add.choose') : undefined}
      required
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={query.error ? t('add.failed') : query.loading ? '…' : t('add.nothing')}
      data={data}
      value={[...value]}
      error={error}
      onChange={(next) => {
        choose(next, data);
        onChange(next);
      }}
    />
  );
}

/** Narrows whom one chooses from; not there where there are no partner accounts. */
export function PartnerField({ value, onChange }: { value: string | null; onChange(next: string | null): void }) {
  const { t } = useTranslation('completions');
  const partners = useCompletionPartnersQuery().data?.partnerAccounts ?? [];
  if (partners.length === 0) return null;
  return <Select label={t('add.partner')} placeholder={t('add.anyPartner')} clearable searchable data={partners.map(({ id, name }) => ({ value: id, label: name }))} value={value} onChange={onChange} />;
}
