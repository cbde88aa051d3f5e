import type { TypedDocumentNode } from '@apollo/client';
import { Stack, Text } from '@mantine/core';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { ConfirmDialog } from '@milepost/web/ui/confirm-dialog.tsx';
import { useState } from 'react';

interface RemoveDialogProps<Input extends object> {
  opened: boolean;
  title: string;
  /** A mutation with one field, which answers with what was removed or with problems. */
  document: TypedDocumentNode<Record<string, object>, { input: Input }> | TypedDocumentNode<never, never>;
  input: Input;
  onClose(): void;
  onChanged(): void;
}

/** Asks before something is removed; while anybody or anything refers to it, says who. */
export function RemoveDialog<Input extends object>({ opened, title, document, input, onClose, onChanged }: RemoveDialogProps<Input>) {
  const { t } = useTranslation(['directory', 'ui']);
  const act = useAct();
  const [problem, setProblem] = useState<string>();
  const close = () => {
    setProblem(undefined);
    onClose();
  };
  const remove = async () => {
    const answer = await act(document as TypedDocumentNode<Record<string, object>, { input: Input }>, input);
    if (answer.is === 'FAILED') return setProblem(`${t('ui:error.networkText')} ${t('ui:error.unsureLost')}`);
    const refused = Object.values(answer.data).flatMap((each) => (typeof each === 'object' ? problemsOf(each) : []));
    onChanged();
    if (refused.length > 0) return setProblem(refused.map((each) => each.message).join(' '));
    close();
  };
  return (
    <ConfirmDialog opened={opened} title={title} confirmLabel={t('remove')} onConfirm={remove} onClose={close}>
      <Stack gap="xs">
        <Text size="sm">{t('removeText')}</Text>
        {problem && (
          <Text size="sm" role="alert" c="var(--mantine-color-error)">
            {problem}
          </Text>
        )}
      </Stack>
    </ConfirmDialog>
  );
}
