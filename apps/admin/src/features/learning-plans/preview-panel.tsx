import { Button, Skeleton } from '@mantine/core';
import { useAddressParams } from '@milepost/web/ui/address-params.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { lazy, Suspense } from 'react';
import type { PersonSlot } from './person-slot.ts';

const PlanPreview = lazy(async () => ({ default: (await import('./plan-preview.tsx')).PlanPreview }));

/** Opens and closes the preview; that it is open is in the address, and what it needs is loaded only then. */
export function PreviewPanel({ person }: { person: PersonSlot }) {
  const { t } = useTranslation('plans');
  const [params, change] = useAddressParams();
  const opened = params.get('preview') === '1';
  return (
    <>
      <Button variant="default" aria-expanded={opened} onClick={() => change((next) => (opened ? next.delete('preview') : next.set('preview', '1')))}>
        {opened ? t('preview.hide') : t('preview.show')}
      </Button>
      {opened && (
        <Suspense fallback={<Skeleton h={240} />}>
          <PlanPreview person={person} />
        </Suspense>
      )}
    </>
  );
}
