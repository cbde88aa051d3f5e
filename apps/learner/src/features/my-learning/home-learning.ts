import { ask, AskFailure } from '@milepost/web/apollo/ask.ts';
import { onComeback } from '@milepost/web/apollo/connection-store.ts';
import type { Failure } from '@milepost/web/ui/error-state.tsx';
import { useCallback, useEffect, useRef, useState } from 'react';
import { whenIdle } from '../../when-idle.ts';
import { HomeLearningDocument } from './home-learning.generated.ts';
import { keepPlaces } from './group-learning.ts';
import type { PlanCardFragment } from './plan-card.generated.ts';

interface Learning {
  readonly cursor: string;
  readonly plans: readonly PlanCardFragment[];
}

export type HomeLearning =
  | { readonly is: 'LOADING' }
  | { readonly is: 'FAILED'; readonly failure: Failure }
  | { readonly is: 'READY'; readonly plans: readonly PlanCardFragment[] };

let first: Promise<Learning> | undefined;
let remembered: { readonly personId: string; readonly learning: Learning } | undefined;

const read = async (signal: AbortSignal): Promise<Learning> => (await ask(HomeLearningDocument, {}, signal)).myLearning;

/** Asks while the app is still loading; the start page takes the answer over. Whoever is not signed in gets none. */
export function askEarly(): void {
  first = read(new AbortController().signal);
  first.catch(() => {});
}

/**
 * What the start page shows of a person's learning, read by one request of its own so that nothing else need be loaded for it, and
 * read again whenever something of it changes. A failure is told only while there is nothing to show.
 */
export function useHomeLearning(personId: string): { learning: HomeLearning; retry(): void } {
  const [learning, setLearning] = useState<Learning | undefined>(remembered?.personId === personId ? remembered.learning : undefined);
  const [failure, setFailure] = useState<Failure | undefined>();
  const running = useRef<AbortController | undefined>(undefined);

  const load = useCallback(async () => {
    running.current?.abort();
    const abort = new AbortController();
    running.current = abort;
    setFailure(undefined);
    try {
      const early = first;
      first = undefined;
      const answer = await (early?.catch(() => read(abort.signal)) ?? read(abort.signal));
      if (abort.signal.aborted) return;
      remembered = { personId, learning: answer };
      setLearning((shown) => ({ cursor: answer.cursor, plans: shown ? keepPlaces(shown.plans, answer.plans) : answer.plans }));
    } catch (error) {
      if (!abort.signal.aborted) setFailure(error instanceof AskFailure ? error.failure : { kind: 'OTHER', lost: 'NOTHING' });
    }
  }, [personId]);

  useEffect(() => {
    void load();
    return () => running.current?.abort();
  }, [load]);
  useEffect(() => onComeback(() => void load()), [load]);
  useLiveWhenIdle(personId, learning?.cursor, load);

  const retry = () => void load();
  if (learning) return { learning: { is: 'READY', plans: learning.plans }, retry };
  return { learning: failure ? { is: 'FAILED', failure } : { is: 'LOADING' }, retry };
}

/** Hears of changes after the state that was read first; its code comes when the page is there and the browser has nothing to do. */
function useLiveWhenIdle(personId: string, cursor: string | undefined, load: () => Promise<void>): void {
  const from = useRef(cursor);
  from.current ??= cursor;
  const ready = cursor !== undefined;
  useEffect(() => {
    if (!ready) return;
    let stop: (() => void) | undefined;
    let over = false;
    const begin = async () => {
      const [{ followMyLearning }, { socketOfPerson }] = await Promise.all([import('./follow-my-learning.ts'), import('@milepost/web/apollo/socket-of-person.ts')]);
      if (!over) stop = followMyLearning(from.current, () => void load(), socketOfPerson(personId));
    };
    const idle = whenIdle(() => void begin().catch(() => {}));
    return () => {
      over = true;
      idle();
      stop?.();
    };
  }, [ready, personId, load]);
}
