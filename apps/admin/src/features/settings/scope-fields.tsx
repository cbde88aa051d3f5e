import { Select } from '@mantine/core';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { ScopeKind } from '../../gql/schema-types.ts';
import { useGrantScopesQuery } from './access.generated.ts';

/** Whom rights reach: everybody, or one department with all below it, or one partner account. */
export interface Scope {
  readonly scopeKind: ScopeKind;
  readonly scopeId: string | null;
}

const kinds = ['ORGANIZATION', 'DEPARTMENT', 'PARTNER_ACCOUNT'] as const satisfies readonly ScopeKind[];

export const isWholeScope = ({ scopeKind, scopeId }: Scope): boolean => scopeKind === 'ORGANIZATION' || scopeId !== null;

/** Chooses a {@link Scope}. */
export function ScopeFields({ value, onChange, error }: { value: Scope; onChange(next: Scope): void; error?: string }) {
  const { t } = useTranslation('settings');
  const { data } = useGrantScopesQuery();
  const things =
    value.scopeKind === 'DEPARTMENT'
      ? (data?.departments ?? []).map(({ id, path }) => ({ value: id, label: path.join(' › ') }))
      : (data?.partnerAccounts ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Select
        label={t('scope.label')}
        allowDeselect={false}
        value={value.scopeKind}
        data={kinds.map((kind) => ({ value: kind, label: t(`scope.${kind}`) }))}
        onChange={(kind) => onChange({ scopeKind: kind as ScopeKind, scopeId: null })}
      />
      {value.scopeKind !== 'ORGANIZATION' && (
        <Select
          label={t(`scope.${value.scopeKind}`)}
          searchable
          nothingFoundMessage={t('scope.nothing')}
          value={value.scopeId}
          error={error}
          data={things}
          onChange={(scopeId) => onChange({ ...value, scopeId })}
        />
      )}
    </>
  );
}
