import { NetworkStatus } from '@apollo/client';
import { useMemo } from 'react';
import { useTranslation } from '../i18n/use-translation.tsx';
import { notify } from '../ui/notify.ts';

interface PagedQuery {
  readonly networkStatus: NetworkStatus;
  fetchMore(options: { variables: { after: string | null } }): Promise<unknown>;
}

interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

/** What a list shows of a connection, and how it reads on; a page that does not come is said and can be asked for again. */
export function usePages<Node>(query: PagedQuery, connection: Connection<Node> | null | undefined) {
  const { t } = useTranslation('ui');
  const rows = useMemo(() => connection?.edges.map((edge) => edge.node) ?? [], [connection]);
  const onLoadMore = () => {
    query
      .fetchMore({ variables: { after: connection?.pageInfo.endCursor ?? null } })
      .catch(() => notify({ tone: 'danger', title: t('error.loadTitle'), text: t('error.nothingLost') }));
  };
  return {
    rows,
    hasMore: connection?.pageInfo.hasNextPage ?? false,
    loadingMore: query.networkStatus === NetworkStatus.fetchMore,
    onLoadMore,
  };
}
