import { Button } from '@mantine/core';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useState } from 'react';
import { CatalogPicker } from './catalog-picker.tsx';

/** Puts the chosen plans into catalogs, or takes them out, many at once (L45). */
export function BulkCatalogs({ planIds, onDone }: { planIds: readonly string[]; onDone(): void }) {
  const { t } = useTranslation('catalogs');
  const [how, setHow] = useState<'ADD' | 'REMOVE'>();
  return (
    <>
      <Button variant="light" onClick={() => setHow('ADD')}>
        {t('addToCatalogs')}
      </Button>
      <Button variant="light" color="red" onClick={() => setHow('REMOVE')}>
        {t('takeFromCatalogs')}
      </Button>
      <CatalogPicker
        how={how ?? 'ADD'}
        planIds={planIds}
        opened={how !== undefined}
        onClose={() => setHow(undefined)}
        onDone={() => {
          setHow(undefined);
          onDone();
        }}
      />
    </>
  );
}
