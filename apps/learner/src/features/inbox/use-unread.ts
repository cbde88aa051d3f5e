import { useEffect, useSyncExternalStore } from 'react';
import { whenIdle } from '../../when-idle.ts';

let unread: number | undefined;
const listeners = new Set<() => void>();

function tell(next: number | undefined): void {
  unread = next;
  for (const listen of listeners) listen();
}

/** How many messages of the inbox are unread; undefined: not known yet. */
export function useUnread(): number | undefined {
  return useSyncExternalStore(
    (listen) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    () => unread,
  );
}

/** Keeps that number for a person, live; its code comes when the browser has nothing else to do. */
export function useLiveUnread(personId: string): void {
  useEffect(() => {
    let stop: (() => void) | undefined;
    let over = false;
    const begin = async () => {
      const { followInbox } = await import('./follow-inbox.ts');
      if (!over) stop = followInbox(personId, tell);
    };
    const idle = whenIdle(() => void begin().catch(() => {}));
    return () => {
      over = true;
      idle();
      stop?.();
      tell(undefined);
    };
  }, [personId]);
}
