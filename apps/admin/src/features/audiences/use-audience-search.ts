import { useApolloClient } from '@apollo/client/react';
import { foldForSearch } from '@milepost/domain';
import type { AudienceChoice, AudienceKind } from '@milepost/web/ui/audience-picker.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useCallback } from 'react';
import {
  AudienceDirectoryDocument,
  type AudienceDirectoryQuery,
  AudienceGroupDocument,
  AudienceGroupsDocument,
  AudienceMemberDocument,
  AudiencePeopleDocument,
  type AudiencePersonFragment,
} from './audience-choices.generated.ts';
import type { AudienceReference } from './audience-expression.ts';

const most = 20;

/** Finds what an audience can be made of, and names what it is made of. The directory is read once; people are searched by the API. */
export function useAudienceSearch() {
  const client = useApolloClient();
  const { t } = useTranslation('audiences');
  const directory = useCallback(async (): Promise<AudienceDirectoryQuery> => {
    const { data } = await client.query({ query: AudienceDirectoryDocument });
    if (!data) throw new Error('The directory did not answer.');
    return data;
  }, [client]);

  const search = useCallback(
    async (kind: AudienceKind, text: string): Promise<readonly AudienceChoice[]> => {
      if (kind === 'people') {
        const { data } = await client.query({ query: AudiencePeopleDocument, variables: { search: text }, fetchPolicy: 'network-only' });
        return data?.people.edges.map(({ node }) => personChoice(node)) ?? [];
      }
      if (kind === 'groups') {
        const { data } = await client.query({ query: AudienceGroupsDocument, variables: { search: text }, fetchPolicy: 'network-only' });
        return data?.groups.edges.map(({ node }) => ({ kind, id: node.id, name: node.name })) ?? [];
      }
      const wanted = foldForSearch(text);
      return choicesIn(await directory(), kind)
        .filter((choice) => foldForSearch(choice.name).includes(wanted))
        .slice(0, most);
    },
    [client, directory],
  );

  const name = useCallback(
    async (references: readonly AudienceReference[]): Promise<readonly AudienceChoice[]> => {
      const known = references.some((each) => each.kind !== 'people' && each.kind !== 'groups') ? await directory() : undefined;
      return Promise.all(
        references.map(async (reference): Promise<AudienceChoice> => {
          if (reference.kind === 'people') {
            const { data } = await client.query({ query: AudienceMemberDocument, variables: { id: reference.id } });
            return data?.person ? personChoice(data.person) : { ...reference, name: t('unknown') };
          }
          if (reference.kind === 'groups') {
            const { data } = await client.query({ query: AudienceGroupDocument, variables: { id: reference.id } });
            return { ...reference, name: data?.group?.name ?? t('unknown') };
          }
          const found = known && choicesIn(known, reference.kind).find((choice) => choice.id === reference.id);
          return { name: t('unknown'), ...found, ...reference };
        }),
      );
    },
    [client, directory, t],
  );
  return { search, name };
}

function choicesIn(directory: AudienceDirectoryQuery, kind: AudienceKind): AudienceChoice[] {
  const named = (list: readonly { id: string; name: string }[]) => list.map(({ id, name }) => ({ kind, id, name }));
  switch (kind) {
    case 'departments':
      return directory.departments.map(({ id, name, path }) => ({ kind, id, name, note: path.slice(0, -1).join(' › ') }));
    case 'positions':
      return named(directory.positions);
    case 'jobRoles':
      return named(directory.jobRoles);
    case 'partners':
      return named(directory.partnerAccounts);
    case 'groups':
    case 'people':
      return [];
  }
}

const personChoice = ({ id, displayName, employeeNumber, email }: AudiencePersonFragment): AudienceChoice => ({
  kind: 'people',
  id,
  name: displayName,
  note: employeeNumber ?? email ?? '',
});
