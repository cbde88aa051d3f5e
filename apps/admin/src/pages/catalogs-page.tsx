import { Button } from '@mantine/core';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useViewer } from '@milepost/web/session/session-context.tsx';
import { IconPlus } from '@milepost/web/ui/icons.ts';
import { useState } from 'react';
import { CatalogFormDialog } from '../features/catalogs/catalog-form.tsx';
import { CatalogList } from '../features/catalogs/catalog-list.tsx';
import { PlanSections } from './plan-sections.tsx';

/** The catalogs (L45, L59). */
export function CatalogsPage() {
  const { t } = useTranslation('catalogs');
  const { permissions } = useViewer();
  const [opened, setOpened] = useState(false);
  const create = permissions.includes('CATALOG_EDIT') && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpened(true)}>
      {t('create')}
    </Button>
  );
  return (
    <>
      <PlanSections />
      <CatalogList create={create} />
      <CatalogFormDialog opened={opened} onClose={() => setOpened(false)} />
    </>
  );
}
