import { setTimeout as pause } from 'node:timers/promises';
import type { RequestContext } from '../request/request-context.ts';
import { cancellable } from './cancellable.ts';
import type { LoggedEvent } from './event-feed.ts';

/** Readers of the state as it is now get at most four updates a second. */
const paceMilliseconds = 250;

/** Who follows a state, as far as following needs it. */
export type Follower = Pick<RequestContext, 'loaders'> & {
  readonly caller: Pick<RequestContext['caller'], 'organizationId'>;
  readonly services: Pick<RequestContext['services'], 'feed'>;
};

export interface FollowedState<T> {
  /** Whether an event may have changed the state. */
  readonly changedBy: (event: LoggedEvent) => boolean;
  /** The state as it is now; null when there is none, or none for the follower. */
  readonly read: () => Promise<T | null>;
  /** Whether nothing will change it any more. */
  readonly isFinal?: (state: T) => boolean;
}

/**
 * A state as it is now, and again after it has changed: for readers whom no flood of events can make fall behind. What happens together is
 * read once, at most four times a second. Events are heard from before the first read on, so that no change falls between the two. Ends
 * when there is no state, after a final one, or when it is returned.
 */
export function followState<T>(follower: Follower, { changedBy, read, isFinal = () => false }: FollowedState<T>): AsyncIterableIterator<T> {
  const { caller, loaders, services } = follower;
  return cancellable(async function* (signal) {
    let changed = false;
    let wakeReader = (): void => {};
    const stop = services.feed.listen(caller.organizationId, (events) => {
      changed ||= events.some(changedBy);
      if (changed) wakeReader();
    });
    signal.addEventListener('abort', () => wakeReader());
    try {
      while (!signal.aborted) {
        changed = false;
        loaders.forget();
        const state = await read();
        if (!state) return;
        yield state;
        if (isFinal(state)) return;
        await pause(paceMilliseconds, undefined, { signal }).catch(() => {});
        if (!changed && !signal.aborted) await new Promise<void>((resolve) => (wakeReader = resolve));
      }
    } finally {
      stop();
    }
  });
}
