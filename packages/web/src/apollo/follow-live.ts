import { onPageLanguage } from '../i18n/page-language.ts';
import { onComeback } from './connection-store.ts';
import type { DocumentResult } from './send-document.ts';

const firstRetryMs = 1000;
const slowestRetryMs = 30_000;

interface Sink<Data> {
  next(data: Data): void;
  /** The subscription ended, whoever ended it; `errors` when the server said why. */
  end(errors?: DocumentResult['errors']): void;
}

interface FollowOptions<Data> {
  /** Subscribes to what happened after the cursor; returns how to stop. */
  open(after: string | null, sink: Sink<Data>): () => void;
  /** Where in the log an event stands; the next connection begins after the last one seen. */
  cursorOf(data: Data): string | null | undefined;
  /** Called once per event, in order. */
  onEvent(data: Data): void;
  /** Called when the server no longer has what was missed, so that everything must be read again. */
  onGap(): void;
  /** The cursor of the state that was read, to begin after. */
  from: string | undefined;
}

/**
 * Hears a subscription with a cursor and resumes it after the last event seen: whenever it ends, later and later and never all pages
 * at once; at once when the server answers again, or when the page speaks another language. Returns how to stop.
 */
export function followLive<Data>({ open, cursorOf, onEvent, onGap, from }: FollowOptions<Data>): () => void {
  let cursor = from;
  let stopped = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  let since = 0;
  let stop: (() => void) | undefined;

  const again = (errors?: DocumentResult['errors']) => {
    if (stopped) return;
    if (errors?.some((each) => each.extensions?.['code'] === 'CURSOR_TOO_OLD')) {
      cursor = undefined;
      onGap();
    }
    clearTimeout(retry);
    if (Date.now() - since > slowestRetryMs) attempt = 0;
    const wait = Math.min(slowestRetryMs, firstRetryMs * 2 ** attempt) * (0.5 + Math.random());
    attempt += 1;
    retry = setTimeout(listen, wait);
  };
  const listen = () => {
    clearTimeout(retry);
    stop?.();
    since = Date.now();
    stop = open(cursor ?? null, {
      next: (data) => {
        attempt = 0;
        const at = cursorOf(data);
        if (at && at === cursor) return;
        cursor = at ?? cursor;
        onEvent(data);
      },
      end: again,
    });
  };
  listen();
  const deaf = [onComeback(listen), onPageLanguage(listen)];
  return () => {
    stopped = true;
    for (const each of deaf) each();
    clearTimeout(retry);
    stop?.();
  };
}
