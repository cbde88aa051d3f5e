import { Button } from '@mantine/core';
import { useTranslation } from '../i18n/use-translation.tsx';
import { IconAlertTriangle, IconCheck, IconProgress } from './icons.ts';
import classes from './save-state.module.css';

/** Where what was typed is: on the server, on its way, refused, or only here so far. */
export type SaveState = 'SAVED' | 'SAVING' | 'FAILED' | 'UNSAVED';

/** Says where what was typed is, and offers another try where it is not saved. */
export function SaveStateNote({ state, onRetry }: { state: SaveState; onRetry: () => void }) {
  const { t } = useTranslation('work');
  return (
    <span className={classes.root} role="status" data-state={state}>
      {state === 'SAVED' && (
        <>
          <IconCheck size={16} aria-hidden /> {t('editor.saved')}
        </>
      )}
      {state === 'SAVING' && (
        <>
          <IconProgress size={16} aria-hidden /> {t('editor.saving')}
        </>
      )}
      {state === 'UNSAVED' && t('editor.unsaved')}
      {state === 'FAILED' && (
        <Button size="compact-sm" variant="light" color="red" leftSection={<IconAlertTriangle size={16} aria-hidden />} onClick={onRetry}>
          {t('editor.retry')}
        </Button>
      )}
    </span>
  );
}
