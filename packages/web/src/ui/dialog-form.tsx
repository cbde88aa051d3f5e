import { Button, Group, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from '../i18n/use-translation.tsx';

interface DialogFormProps {
  submitLabel: string;
  /** Whether enough is filled in to try. */
  ready?: boolean;
  /** Shows by itself why something was refused. */
  onSubmit(): Promise<void>;
  onCancel(): void;
  /** The fields. */
  children: ReactNode;
}

/** A form in a dialog: fields, a way out, and one act, which is not sent again while it works. */
export function DialogForm({ submitLabel, ready = true, onSubmit, onCancel, children }: DialogFormProps) {
  const { t } = useTranslation('ui');
  const [working, setWorking] = useState(false);
  const submit = async () => {
    if (working || !ready) return;
    setWorking(true);
    await onSubmit().finally(() => setWorking(false));
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack>
        {children}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" disabled={!ready} loading={working}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
