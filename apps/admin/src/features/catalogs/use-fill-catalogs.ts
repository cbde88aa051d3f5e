import { useApolloClient } from '@apollo/client/react';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { readAgain } from '@milepost/web/apollo/read-again.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { notify } from '@milepost/web/ui/notify.ts';
import { AddToCatalogsDocument, RemoveFromCatalogsDocument } from './catalogs.generated.ts';

interface Filling {
  readonly catalogIds: readonly string[];
  readonly planIds?: readonly string[];
  readonly learningObjectIds?: readonly string[];
}

/** Lists plans and courses in catalogs, or takes them out, and says what became of them. Answers whether it was carried out. */
export function useFillCatalogs(): (how: 'ADD' | 'REMOVE', what: Filling) => Promise<boolean> {
  const { t } = useTranslation(['catalogs', 'ui']);
  const act = useAct();
  const client = useApolloClient();
  return async (how, { catalogIds, planIds = [], learningObjectIds = [] }) => {
    const input = { catalogIds: [...catalogIds], planIds: [...planIds], learningObjectIds: [...learningObjectIds] };
    const answer = how === 'ADD' ? await act(AddToCatalogsDocument, input) : await act(RemoveFromCatalogsDocument, input);
    const result = answer.is === 'ANSWERED' ? ('addToCatalogs' in answer.data ? answer.data.addToCatalogs : answer.data.removeFromCatalogs) : undefined;
    if (result?.__typename !== 'CatalogFilling') {
      notify({ tone: 'danger', title: t('refused'), text: (result && problemsOf(result)[0]?.message) ?? t('ui:error.networkText') });
      return false;
    }
    const refused = result.rows.filter(({ outcome }) => outcome === 'REFUSED');
    const unchanged = result.rows.length - refused.length - result.changed;
    const notes = [unchanged > 0 ? t('unchanged', { count: unchanged }) : '', refused.length > 0 ? `${t('refusedRows', { count: refused.length })} ${refused[0]?.problem?.message ?? ''}` : ''];
    notify({ tone: refused.length > 0 ? 'danger' : 'success', title: t(how === 'ADD' ? 'added' : 'taken', { count: result.changed }), text: notes.filter(Boolean).join(' ') || undefined });
    readAgain(client, ['CatalogEntries', 'CatalogsOfPlan', 'CatalogList']);
    return true;
  };
}
