import { ActionIcon } from '@mantine/core';
import { IconX } from '@milepost/web/ui/icons.ts';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import classes from './player.module.css';

/** The outline over the page, where there is no room beside it. The browser keeps the focus in it and closes it by Escape. */
export function OutlineSheet({ onClose, children }: { onClose(): void; children: ReactNode }) {
  const { t } = useTranslation(['learner', 'ui']);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className={classes.sheet}
      aria-label={t('player.outline')}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && dialog.current?.close()}
    >
      <div className={classes.sheetHead}>
        <strong>{t('player.outline')}</strong>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('ui:action.close')} onClick={() => dialog.current?.close()}>
          <IconX size={20} aria-hidden />
        </ActionIcon>
      </div>
      {children}
    </dialog>
  );
}
