import { useSyncExternalStore } from 'react';

export interface Notice {
  tone: 'success' | 'info' | 'danger';
  title: string;
  text?: string;
  /** Milliseconds it stays; false: until closed. Errors stay unless told otherwise. */
  stays?: number | false;
}

let wanted = false;
let closeWord = 'Close';
const listeners = new Set<() => void>();

/** Says something in the corner of the page, read out politely. What must be acted on belongs on the page instead. */
export function notify(notice: Notice): void {
  wanted = true;
  for (const listener of listeners) listener();
  void import('./notifications-host.tsx').then(({ showNotice }) => showNotice(notice, closeWord));
}

/** Says in the reader's language what the button that takes a notice away is called. */
export function nameCloseButton(word: string): void {
  closeWord = word;
}

/** Whether anything was ever said: until then the code for it is not loaded. */
export function useNotificationsWanted(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => wanted,
    () => false,
  );
}
