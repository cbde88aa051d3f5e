import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useState } from 'react';
import type { ScopeKind } from '../../gql/schema-types.ts';
import { useGrantGroupsQuery, useGrantScopesQuery } from './access.generated.ts';

/** Whom rights reach: everybody, or one department with all below it, the people of a group, or one partner account (D35). */
export interface Scope {
  readonly scopeKind: ScopeKind;
  readonly scopeId: string | null;
}

const kinds = ['ORGANIZATION', 'DEPARTMENT', 'GROUP', 'PARTNER_ACCOUNT'] as const satisfies readonly ScopeKind[];

export const isWholeScope = ({ scopeKind, scopeId }: Scope): boolean => scopeKind === 'ORGANIZATION' || scopeId !== null;

interface ScopeFieldsProps {
  value: Scope;
  onChange(next: Scope): void;
  error?: string;
}

/** Chooses a {@link Scope}. */
export function ScopeFields({ value, onChange, error }: ScopeFieldsProps) {
  const { t } = useTranslation('settings');
  const { data } = useGrantScopesQuery();
  const things =
    value.scopeKind === 'DEPARTMENT'
      ? (data?.departments ?? []).map(({ id, path }) => ({ value: id, label: path.join(' › ') }))
      : (data?.partnerAccounts ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const choose = (scopeId: string | null) => onChange({ ...value, scopeId });
  return (
    <>
      <Select
        label={t('scope.label')}
        allowDeselect={false}
        value={value.scopeKind}
        data={kinds.map((kind) => ({ value: kind, label: t(`scope.${kind}`) }))}
        onChange={(kind) => onChange({ scopeKind: kind as ScopeKind, scopeId: null })}
      />
      {value.scopeKind === 'GROUP' && <GroupField value={value.scopeId} error={error} onChange={choose} />}
      {(value.scopeKind === 'DEPARTMENT' || value.scopeKind === 'PARTNER_ACCOUNT') && (
        <Select label={t(`scope.${value.scopeKind}`)} searchable nothingFoundMessage={t('scope.nothing')} value={value.scopeId} error={error} data={things} onChange={choose} />
      )}
    </>
  );
}

/** There may be more groups than a list shows: they are searched for. */
function GroupField({ value, error, onChange }: { value: string | null; error: string | undefined; onChange(next: string | null): void }) {
  const { t } = useTranslation('settings');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 250);
  const [chosen, setChosen] = useState<{ value: string; label: string }>();
  const query = useGrantGroupsQuery({ variables: { search: search === chosen?.label ? null : search || null } });
  const found = ((query.data ?? query.previousData)?.groups.edges ?? []).map(({ node }) => ({ value: node.id, label: node.name }));
  const data = chosen && !found.some((each) => each.value === chosen.value) ? [chosen, ...found] : found;
  return (
    <Select
      label={t('scope.GROUP')}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      // The API has searched already.
      filter={({ options }) => options}
      nothingFoundMessage={t('scope.nothing')}
      data={data}
      value={value}
      error={error}
      onChange={(next) => {
        setChosen(data.find((each) => each.value === next));
        onChange(next);
      }}
    />
  );
}
