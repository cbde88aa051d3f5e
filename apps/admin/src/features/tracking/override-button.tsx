import { Button } from '@mantine/core';
import { Dialog } from '@milepost/web/ui/dialog.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useState } from 'react';
import { OverrideForm, type OverrideFormProps } from './override-form.tsx';

type OverrideButtonProps = Omit<OverrideFormProps, 'onDone' | 'onCancel'>;

/** Opens what can be settled for one person: of a milestone, or of the due date of the plan or content. */
export function OverrideButton(props: OverrideButtonProps) {
  const { t } = useTranslation('tracking');
  const [opened, setOpened] = useState(false);
  const { place, person } = props;
  const close = () => setOpened(false);
  const what = place.is === 'MILESTONE' ? place.name : t(place.is === 'PLAN' ? 'override.plan' : 'override.due');
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => setOpened(true)} aria-label={t('override.changeOf', { what, name: person.displayName })}>
        {t('override.change')}
      </Button>
      <Dialog opened={opened} onClose={close} title={t('override.title', { what, name: person.displayName })}>
        {opened && <OverrideForm {...props} onDone={close} onCancel={close} />}
      </Dialog>
    </>
  );
}
