import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { IconArrowBackUp, IconArrowForwardUp } from '@milepost/web/ui/icons.ts';
import { useAnnounce } from '@milepost/web/ui/live-region.tsx';
import { useEffect } from 'react';
import { usePlanEditing } from './plan-editing.tsx';

/** Undo and redo of the edits of this visit, by button and by Ctrl or Cmd with Z and Shift. In a text field the keys stay the browser's. */
export function EditHistoryButtons() {
  const { t } = useTranslation('plans');
  const announce = useAnnounce();
  const { history, undo, redo, readOnly } = usePlanEditing();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'z' && !event.shiftKey) say('history.undone', undo());
      else say('history.redone', redo());
    };
    const say = (text: 'history.undone' | 'history.redone', what: string | undefined) => what !== undefined && announce(t(text, { what }));
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [undo, redo, announce, t]);
  if (readOnly) return null;

  const button = (label: string, Icon: typeof IconArrowBackUp, what: string | null, act: () => string | undefined, said: 'history.undone' | 'history.redone') => (
    <Tooltip label={what === null ? label : t('history.of', { act: label, what })}>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={what === null ? label : t('history.of', { act: label, what })}
        aria-disabled={what === null}
        onClick={() => {
          const done = act();
          if (done !== undefined) announce(t(said, { what: done }));
        }}
      >
        <Icon size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
  return (
    <Group gap={4} wrap="nowrap">
      {button(t('history.undo'), IconArrowBackUp, history.undo, undo, 'history.undone')}
      {button(t('history.redo'), IconArrowForwardUp, history.redo, redo, 'history.redone')}
    </Group>
  );
}

/** Whether the focus is where one types text, which has its own undo. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type) && !target.readOnly;
}
