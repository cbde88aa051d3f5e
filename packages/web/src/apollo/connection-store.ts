import { useSyncExternalStore } from 'react';
import type { ConnectionState } from '../ui/offline-banner.tsx';

const probeMs = 4000;
let reachable = true;
let socketBroken = false;
let probing: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();
const comebackListeners = new Set<() => void>();

/** How this page is connected right now. */
export function connectionState(): ConnectionState {
  if (!reachable || !navigator.onLine) return 'OFFLINE';
  return socketBroken ? 'RECONNECTING' : 'ONLINE';
}

function change(edit: () => void): void {
  const before = connectionState();
  edit();
  const after = connectionState();
  if (before === after) return;
  for (const listener of listeners) listener();
  if (after === 'ONLINE') for (const listener of comebackListeners) listener();
}

/** A request did not reach the server: from now on it is asked for a sign of life until it answers. */
export function tellUnreachable(): void {
  change(() => {
    reachable = false;
  });
  probing ??= setTimeout(() => void probe(), probeMs * (0.5 + Math.random()));
}

/** The server answered something. */
export function tellReachable(): void {
  clearTimeout(probing);
  probing = undefined;
  change(() => {
    reachable = true;
  });
}

/** The socket for live updates broke, or is whole again. */
export function tellSocket(state: 'BROKEN' | 'WHOLE'): void {
  change(() => {
    socketBroken = state === 'BROKEN';
  });
}

async function probe(): Promise<void> {
  probing = undefined;
  try {
    const response = await fetch('/healthz', { cache: 'no-store' });
    if (response.ok) return tellReachable();
  } catch {
    // Still no answer: asked again below.
  }
  tellUnreachable();
}

/** Someone whose sign-in had ended is signed in again: what was refused meanwhile can be asked for now. */
export function tellSignedInAgain(): void {
  for (const listener of comebackListeners) listener();
}

/** Hears when the server answers again after a break, of the line or of the sign-in, to fetch what was missed; returns how to stop. */
export function onComeback(listener: () => void): () => void {
  comebackListeners.add(listener);
  return () => comebackListeners.delete(listener);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  const heard = () => listener();
  window.addEventListener('online', heard);
  window.addEventListener('offline', heard);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('online', heard);
    window.removeEventListener('offline', heard);
  };
}

/** The connection, for the banner and for buttons that need it. */
export function useConnection(): ConnectionState {
  return useSyncExternalStore(subscribe, connectionState, () => 'ONLINE');
}
