import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Dialog } from '@milepost/web/ui/dialog.tsx';
import { useCatalogPlanFinderQuery } from './catalogs.generated.ts';
import { ChooseForm, useSearchText } from './choose-form.tsx';
import { useFillCatalogs } from './use-fill-catalogs.ts';

const pageSize = 30;

interface PlanFinderProps {
  catalogId: string;
  opened: boolean;
  onClose(): void;
}

/** Finds plans by name or code, to list them in a catalog; several at once. */
export function PlanFinder({ opened, ...rest }: PlanFinderProps) {
  const { t } = useTranslation('catalogs');
  return (
    <Dialog opened={opened} onClose={rest.onClose} size="lg" title={t('findPlans')}>
      {opened && <Finder {...rest} />}
    </Dialog>
  );
}

function Finder({ catalogId, onClose }: Omit<PlanFinderProps, 'opened'>) {
  const { t } = useTranslation(['catalogs', 'plans', 'ui']);
  const fill = useFillCatalogs();
  const searched = useSearchText();
  const query = useCatalogPlanFinderQuery({ variables: { first: pageSize, filter: { search: searched.search } }, fetchPolicy: 'cache-and-network' });
  return (
    <ChooseForm
      searched={searched}
      searchLabel={t('plans:list.search')}
      query={query}
      connection={(query.data ?? query.previousData)?.learningPlans}
      choiceOf={({ id, name, code, lifecycle, viewerCan }) => ({ id, name, text: `${code} · ${t(`ui:plan.${lifecycle}`)}`, disabled: !viewerCan.setVisibleRange })}
      nothing={t('nothingFound')}
      submitLabel={(count) => t('addPlans', { count })}
      onSubmit={async (planIds) => {
        if (await fill('ADD', { catalogIds: [catalogId], planIds })) onClose();
      }}
      onCancel={onClose}
    />
  );
}
