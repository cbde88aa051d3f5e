import type { ApolloClient, ObservableQuery } from '@apollo/client';
import { onPageLanguage } from '../i18n/page-language.ts';
import { onComeback } from './connection-store.ts';

/**
 * Reads what is shown again when the server answers again after a break, and when the page speaks another language, because the API's
 * sentences come in it. What was read in the old language and is not shown is forgotten. Returns how to stop.
 */
export function keepFresh(client: ApolloClient): () => void {
  const readAgain = () => client.refetchQueries({ include: 'active' }).catch(() => {});
  const stops = [
    onComeback(() => void readAgain()),
    onPageLanguage(() => {
      const shown = client.getObservableQueries('active');
      void readAgain().then(() => forgetAllBut(client, shown));
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

/** In one step, so that nothing that stays is missing for a moment from what is shown. */
function forgetAllBut(client: ApolloClient, kept: ReadonlySet<ObservableQuery>): void {
  const still = [...client.getObservableQueries('active')].flatMap((each) => {
    const { data, dataState } = each.getCurrentResult();
    return kept.has(each) && dataState === 'complete' ? { query: each.query, variables: each.variables, data } : [];
  });
  client.cache.batch({
    update: (cache) => {
      cache.evict({ id: 'ROOT_QUERY' });
      for (const query of still) cache.writeQuery(query);
      cache.gc();
    },
  });
}
