import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Dialog } from '@milepost/web/ui/dialog.tsx';
import { useCatalogListQuery } from './catalogs.generated.ts';
import { ChooseForm, useSearchText } from './choose-form.tsx';
import { useFillCatalogs } from './use-fill-catalogs.ts';

const pageSize = 50;

interface CatalogPickerProps {
  how: 'ADD' | 'REMOVE';
  planIds: readonly string[];
  opened: boolean;
  onClose(): void;
  onDone(): void;
}

/** Chooses one or many catalogs for one or many plans (L45). */
export function CatalogPicker({ opened, ...rest }: CatalogPickerProps) {
  const { t } = useTranslation('catalogs');
  return (
    <Dialog opened={opened} onClose={rest.onClose} title={t(rest.how === 'ADD' ? 'addTitle' : 'takeTitle', { count: rest.planIds.length })}>
      {opened && <Picker {...rest} />}
    </Dialog>
  );
}

function Picker({ how, planIds, onClose, onDone }: Omit<CatalogPickerProps, 'opened'>) {
  const { t } = useTranslation('catalogs');
  const fill = useFillCatalogs();
  const searched = useSearchText();
  const query = useCatalogListQuery({ variables: { first: pageSize, search: searched.search }, fetchPolicy: 'cache-and-network' });
  return (
    <ChooseForm
      searched={searched}
      searchLabel={t('search')}
      query={query}
      connection={(query.data ?? query.previousData)?.catalogs}
      choiceOf={({ id, name, audienceSentence }) => ({ id, name, text: audienceSentence ?? t('nobody') })}
      nothing={t(searched.search ? 'nothingFound' : 'emptyTitle')}
      submitLabel={(count) => t(how === 'ADD' ? 'addSubmit' : 'takeSubmit', { count })}
      onSubmit={async (catalogIds) => {
        if (await fill(how, { catalogIds, planIds })) onDone();
      }}
      onCancel={onClose}
    />
  );
}
