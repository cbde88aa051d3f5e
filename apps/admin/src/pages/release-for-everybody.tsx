import { Button } from '@mantine/core';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useState } from 'react';
import { PlanActDrawer } from './manage-people.tsx';

interface ReleaseForEverybodyProps {
  planId: string;
  milestone: { readonly key: string; readonly name: string };
}

/** A milestone is opened, held or left to its schedule for everybody who has the plan, from where it is described (C16). */
export function ReleaseForEverybody({ planId, milestone: { key, name } }: ReleaseForEverybodyProps) {
  const { t } = useTranslation('tracking');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button size="compact-sm" variant="default" aria-label={t('release.everybodyOf', { what: name })} onClick={() => setOpened(true)}>
        {t('release.everybody')}
      </Button>
      {opened && (
        <PlanActDrawer kind="RELEASE" subject={{ planId }} chosen={{ personIds: null, filter: {}, count: null, about: name, milestoneKey: key }} onClose={() => setOpened(false)} />
      )}
    </>
  );
}
