import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';

interface LiveOptions<Data, Variables extends OperationVariables> {
  document: TypedDocumentNode<Data, Variables>;
  variables: Omit<Variables, 'after'>;
  /** Where in the log an event stands; the next connection begins after the last one seen. */
  cursorOf(data: Data): string | null | undefined;
  /** Writes the cache; called once per event, in order. */
  onEvent(data: Data): void;
  /** Called when the server no longer has what was missed, so that the page must read everything again. */
  onGap?: () => void;
  /** The cursor of the state that the page has read, to begin after. */
  from?: string;
  skip?: boolean;
}

const firstRetryMs = 1000;
const slowestRetryMs = 30_000;

/**
 * Hears a subscription that carries a cursor (`$after`), and resumes after the last event seen whenever it breaks: nothing is
 * missed, and an event that arrives twice is dropped by its cursor. The one subscriber of a feature uses it to write the cache.
 */
export function useLive<Data, Variables extends OperationVariables>(options: LiveOptions<Data, Variables>): void {
  const client = useApolloClient();
  const now = useRef(options);
  now.current = options;
  const asked = JSON.stringify(options.variables);
  const { document, skip = false } = options;

  useEffect(() => {
    if (skip) return;
    let cursor = now.current.from;
    let stopped = false;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let attempt = 0;
    let subscription: { unsubscribe(): void } | undefined;

    const listen = () => {
      subscription?.unsubscribe();
      subscription = client
        .subscribe({ query: document, variables: { ...JSON.parse(asked), after: cursor ?? null } as Variables })
        .subscribe({
          next: ({ data, error }) => {
            if (error || !data) return again(error);
            attempt = 0;
            const at = now.current.cursorOf(data);
            if (at && at === cursor) return;
            cursor = at ?? cursor;
            now.current.onEvent(data);
          },
          error: again,
          complete: () => again(undefined),
        });
    };
    const again = (error: unknown) => {
      if (stopped) return;
      if (isGap(error)) {
        cursor = undefined;
        now.current.onGap?.();
      }
      clearTimeout(retry);
      const wait = Math.min(slowestRetryMs, firstRetryMs * 2 ** attempt) * (0.5 + Math.random());
      attempt += 1;
      retry = setTimeout(listen, wait);
    };
    listen();
    return () => {
      stopped = true;
      clearTimeout(retry);
      subscription?.unsubscribe();
    };
  }, [client, document, asked, skip]);
}

function isGap(error: unknown): boolean {
  const errors = (error as { errors?: readonly { extensions?: Record<string, unknown> }[] } | undefined)?.errors;
  return errors?.some((each) => each.extensions?.['code'] === 'CURSOR_TOO_OLD') ?? false;
}
