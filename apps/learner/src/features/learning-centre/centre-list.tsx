import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { usePages } from '@milepost/web/apollo/use-pages.ts';
import { EmptyState } from '@milepost/web/ui/empty-state.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { IconSearch } from '@milepost/web/ui/icons.ts';
import { useListParams } from '@milepost/web/ui/list-params.ts';
import { PageHeading } from '@milepost/web/ui/page-heading.tsx';
import { CardsSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { OfferKind, OfferSort } from '../../gql/schema-types.ts';
import { CentreFilter, sorts } from './centre-filter.tsx';
import classes from './centre-list.module.css';
import { useLearningCentreQuery } from './learning-centre.generated.ts';
import { OfferCard } from './offer-card.tsx';
import { useFreshOffers } from './use-fresh-offers.ts';

const pageSize = 24;
const isSort = (text: string | undefined): text is OfferSort => sorts.some((sort) => sort === text);

/** What the learner can find without being assigned, and what they have (D14, L59); searched, narrowed and read on. */
export function CentreList() {
  const { t } = useTranslation('learner');
  const format = useFormat();
  const params = useListParams(['kind', 'catalog', 'mine', 'sort']);
  const [search] = useDebouncedValue(params.search, 250);
  const { kind, catalog, mine, sort } = params.filters;
  const narrowed = params.search !== '' || Boolean(kind ?? catalog ?? mine);
  const query = useLearningCentreQuery({
    variables: {
      first: pageSize,
      sort: isSort(sort?.[0]) ? sort[0] : 'NAME',
      filter: { search: search || null, kinds: (kind as OfferKind[] | undefined) ?? null, catalogIds: catalog ? [...catalog] : null, mine: mine ? mine[0] === 'yes' : null },
    },
    fetchPolicy: 'cache-and-network',
  });
  const centre = (query.data ?? query.previousData)?.learningCentre;
  const { rows, hasMore, loadingMore, onLoadMore } = usePages(query, centre);
  const fresh = useFreshOffers(() => void query.refetch().catch(() => {}));
  const state = queryState(query, centre);
  const waiting = [...fresh.waiting].filter((id) => !rows.some((row) => row.id === id)).length;
  return (
    <>
      <PageHeading title={t('nav.centre')} count={centre && format.number(centre.total)} />
      <CentreFilter params={params} facets={centre?.facets} />
      {waiting > 0 && (
        <p className={classes.fresh}>
          <Button size="compact-sm" radius="xl" variant="light" onClick={fresh.take}>
            {t('centre.showNew', { count: waiting })}
          </Button>
        </p>
      )}
      {state.is === 'loading' && <CardsSkeleton cards={6} />}
      {state.is === 'failed' && <ErrorState failure={state.failure} onRetry={state.retry} />}
      {state.is === 'ready' && rows.length === 0 && (
        <EmptyState
          icon={IconSearch}
          title={t(narrowed ? 'centre.nothingTitle' : 'centre.emptyTitle')}
          text={t(narrowed ? 'centre.nothingText' : 'centre.emptyText')}
          action={
            narrowed && (
              <Button variant="default" onClick={params.clear}>
                {t('myLearning.clear')}
              </Button>
            )
          }
        />
      )}
      <ul className={classes.list}>
        {rows.map((offer) => (
          <li key={offer.id}>
            <OfferCard offer={offer} fresh={fresh.taken.has(offer.id)} />
          </li>
        ))}
      </ul>
      {hasMore && (
        <p className={classes.more}>
          <Button variant="default" onClick={onLoadMore} loading={loadingMore}>
            {t('centre.more')}
          </Button>
        </p>
      )}
    </>
  );
}
