import { queryState } from '@milepost/web/apollo/list-state.ts';
import { usePages } from '@milepost/web/apollo/use-pages.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { ListPart } from '@milepost/web/ui/list-page.tsx';
import { useListParams } from '@milepost/web/ui/list-params.ts';
import { type HistoryEntryFragment, usePersonHistoryQuery } from './person-history.generated.ts';

const pageSize = 50;

/** What happened to a person, the newest first, each with who did it (L37, L40). */
export function PersonHistory({ personId }: { personId: string }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const say = useHistoryWords();
  const params = useListParams([]);
  const query = usePersonHistoryQuery({ variables: { id: personId, first: pageSize }, fetchPolicy: 'cache-and-network' });
  const connection = query.data?.person?.history;
  const pages = usePages(query, connection);
  return (
    <ListPart<HistoryEntryFragment>
      title={t('person.history')}
      params={params}
      columns={[
        { id: 'what', header: t('history.what'), cell: say },
        { id: 'at', header: t('history.when'), width: '14rem', cell: (entry) => format.dateTime(new Date(entry.at)) },
        { id: 'by', header: t('history.by'), width: '12rem', cell: (entry) => entry.by?.name ?? '–' },
      ]}
      rowId={(entry) => entry.key}
      rowName={say}
      state={queryState(query, connection)}
      empty={{ title: t('history.emptyTitle'), text: t('history.emptyText') }}
      {...pages}
    />
  );
}

/** Says one entry as a sentence. */
function useHistoryWords(): (entry: HistoryEntryFragment) => string {
  const { t } = useTranslation(['people', 'ui', 'work']);
  const format = useFormat();
  return ({ kind, about, cycle, before, after, because }) => {
    const value = (given: string | null | undefined): string => {
      if (!given) return t('edit.none');
      if (kind === 'STATUS') return t(`status.${given as 'ACTIVE'}`);
      if (kind === 'LANGUAGE') return format.languageName(given);
      if (kind === 'HIRE_DATE' || kind === 'DUE_MOVED') return format.date(given);
      if (kind === 'LEARNING_STATUS') return t(`history.learning.${given as 'COMPLETED'}`, { defaultValue: given });
      return t(`history.source.${given as 'IMPORT'}`, { defaultValue: given });
    };
    const named = about && cycle && cycle > 1 ? t('work:cycle.of', { name: about, number: cycle }) : (about ?? '');
    return t(`history.kind.${kind}`, { about: named, before: value(before), after: value(after), because: because ?? '' });
  };
}
