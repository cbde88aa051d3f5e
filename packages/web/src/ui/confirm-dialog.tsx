import './styles/work.css';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { Dialog } from './dialog.tsx';
import { useTranslation } from '../i18n/use-translation.tsx';

interface ConfirmDialogProps {
  opened: boolean;
  /** A question: "Remove 312 people from the assignment?" */
  title: string;
  /** What will be gone, and what stays. */
  children: ReactNode;
  /** The verb on the button: "Remove 312 people". */
  confirmLabel: string;
  /** How many it hits: from `askFrom` on, the number must be typed. */
  count?: number;
  askFrom?: number;
  /** Says that it cannot be taken back. */
  irreversible?: boolean;
  destructive?: boolean;
  /** Rejecting keeps the dialog open; the caller shows why inside `children`. */
  onConfirm(): Promise<void> | void;
  onClose(): void;
}

/** Asks before an act that destroys or hits many; for many, the number has to be repeated by hand. */
export function ConfirmDialog({ opened, ...rest }: ConfirmDialogProps) {
  return (
    <Dialog opened={opened} onClose={rest.onClose} title={rest.title} centered>
      {opened && <Question {...rest} />}
    </Dialog>
  );
}

function Question({ children, confirmLabel, count, askFrom = 25, irreversible = false, destructive = true, onConfirm, onClose }: Omit<ConfirmDialogProps, 'opened'>) {
  const { t } = useTranslation(['ui', 'work']);
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const [working, setWorking] = useState(false);
  const formId = useId();
  const mustType = count !== undefined && count >= askFrom;
  const matches = !mustType || typed.replace(/[\s.,，]/g, '') === String(count);

  const submit = async () => {
    setTried(true);
    if (!matches || working) return;
    setWorking(true);
    try {
      await onConfirm();
    } catch {
      // The caller has shown the reason; the question stays open for another try.
    } finally {
      setWorking(false);
    }
  };

  return (
    <form
      id={formId}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="md">
        <Text component="div" size="sm">
          {children}
        </Text>
        {irreversible && (
          <Text size="sm" fw={600}>
            {t('work:confirm.cannotUndo')}
          </Text>
        )}
        {mustType && (
          <TextInput
            label={t('work:confirm.typeNumber', { number: count })}
            inputMode="numeric"
            autoComplete="off"
            data-autofocus
            value={typed}
            error={tried && !matches ? t('work:confirm.mismatch', { number: count }) : undefined}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus={mustType ? undefined : true}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" color={destructive ? 'red' : undefined} loading={working}>
            {confirmLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
