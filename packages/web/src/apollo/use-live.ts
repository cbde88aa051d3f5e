import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { followLive } from './follow-live.ts';
import type { DocumentResult } from './send-document.ts';

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

const errorsOf = (error: unknown): DocumentResult['errors'] => (error as { errors?: DocumentResult['errors'] } | undefined)?.errors;

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
    return followLive<Data>({
      from: now.current.from,
      cursorOf: (data) => now.current.cursorOf(data),
      onEvent: (data) => now.current.onEvent(data),
      onGap: () => now.current.onGap?.(),
      open: (after, sink) => {
        const subscription = client.subscribe({ query: document, variables: { ...JSON.parse(asked), after } as Variables }).subscribe({
          next: ({ data, error }) => (error || !data ? sink.end(errorsOf(error)) : sink.next(data)),
          error: (error: unknown) => sink.end(errorsOf(error)),
          complete: () => sink.end(),
        });
        return () => subscription.unsubscribe();
      },
    });
  }, [client, document, asked, skip]);
}
