import { createContext, lazy, type ReactNode, Suspense, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { tellSignedInAgain } from '../apollo/connection-store.ts';
import { useLanguage } from '../i18n/language-context.tsx';
import { matchLanguage } from '../i18n/languages.ts';
import { ReaderZoneProvider } from '../i18n/reader-zone.tsx';
import { useBranding } from '../ui/branding.tsx';
import { readSession, type SessionAnswer, signOut, signOutEverywhere } from './session-client.ts';
import { onSessionExpired } from './session-signal.ts';
import { isSamePerson, type Viewer } from './viewer.ts';

const ExpiredDialog = lazy(async () => ({ default: (await import('./expired-dialog.tsx')).ExpiredDialog }));

export type SessionState =
  | { readonly is: 'LOADING' }
  | { readonly is: 'UNREACHABLE' }
  | { readonly is: 'SIGNED_OUT'; /** By their own wish a moment ago. */ readonly byWish?: boolean }
  | { readonly is: 'SIGNED_IN'; readonly viewer: Viewer }
  /** Signed out by the server while pages are open: they stay, with all that was typed, under a dialog. */
  | { readonly is: 'EXPIRED'; readonly viewer: Viewer };

export interface Session {
  readonly state: SessionState;
  /** Takes over what a successful sign-in answered. */
  enter(viewer: Viewer): void;
  /** Asks the server again who is signed in. */
  refresh(): Promise<void>;
  /** Both reject if the server could not be reached; then nothing has changed. */
  leave(): Promise<void>;
  leaveEverywhere(): Promise<void>;
}

const SessionContext = createContext<Session | null>(null);
const recheckAfterMs = 5 * 60_000;

/**
 * Knows who is signed in, for everything below; applies their zone, language and their organization's colour. `first` is the
 * answer of a question already asked while the app was loading.
 */
export function SessionProvider({ children, first }: { children: ReactNode; first?: Promise<SessionAnswer> }) {
  const [state, setState] = useState<SessionState>({ is: 'LOADING' });
  const checkedAt = useRef(0);

  const asked = useRef(first);
  const refresh = useCallback(async () => {
    const answer = await (asked.current ?? readSession());
    asked.current = undefined;
    checkedAt.current = Date.now();
    setState((before) => next(before, answer));
  }, []);
  const leaveBy = useCallback(async (act: () => Promise<boolean>) => {
    if (!(await act())) throw new Error('The server could not be reached.');
    setState({ is: 'SIGNED_OUT', byWish: true });
  }, []);

  useEffect(() => void refresh(), [refresh]);
  useEffect(() => onSessionExpired(() => setState((before) => (before.is === 'SIGNED_IN' ? { is: 'EXPIRED', viewer: before.viewer } : before))), []);
  const expired = state.is === 'EXPIRED';
  useEffect(() => {
    const recheck = () => {
      // Who comes back to an ended sign-in may have signed in again elsewhere.
      if (document.visibilityState === 'visible' && (expired || Date.now() - checkedAt.current > recheckAfterMs)) void refresh();
    };
    document.addEventListener('visibilitychange', recheck);
    return () => document.removeEventListener('visibilitychange', recheck);
  }, [refresh, expired]);
  useEscapeHeldBack(expired);
  const wasExpired = useRef(false);
  useEffect(() => {
    if (wasExpired.current && state.is === 'SIGNED_IN') tellSignedInAgain();
    wasExpired.current = state.is === 'EXPIRED';
  }, [state.is]);

  const session = useMemo<Session>(
    () => ({
      state,
      enter: (viewer) => setState({ is: 'SIGNED_IN', viewer }),
      refresh,
      leave: () => leaveBy(signOut),
      leaveEverywhere: () => leaveBy(signOutEverywhere),
    }),
    [state, refresh, leaveBy],
  );
  const viewer = 'viewer' in state ? state.viewer : undefined;
  useBranding(viewer?.organization.accentColor);
  useLanguageOf(viewer);
  return (
    <SessionContext.Provider value={session}>
      <ReaderZoneProvider timeZone={viewer?.timeZone ?? null}>
        {children}
        {state.is === 'EXPIRED' && (
          <Suspense fallback={null}>
            <ExpiredDialog viewer={state.viewer} onSignedIn={session.enter} />
          </Suspense>
        )}
      </ReaderZoneProvider>
    </SessionContext.Provider>
  );
}

function next(before: SessionState, answer: SessionAnswer): SessionState {
  // An open page waits for its own person.
  if (before.is === 'EXPIRED' && !(answer.is === 'SIGNED_IN' && isSamePerson(answer.viewer, before.viewer))) return before;
  if (answer.is === 'SIGNED_IN') return { is: 'SIGNED_IN', viewer: answer.viewer };
  // Open pages are not torn down by a broken line or an ended sign-in: what was typed in them must stay.
  if (answer.is === 'UNREACHABLE') return 'viewer' in before ? before : { is: 'UNREACHABLE' };
  return 'viewer' in before ? { is: 'EXPIRED', viewer: before.viewer } : { is: 'SIGNED_OUT' };
}

/** Escape would close the dialogs beneath, with all that was typed in them: they listen at the window, so this listens there before they come. */
function useEscapeHeldBack(isHeld: boolean): void {
  const held = useRef(isHeld);
  held.current = isHeld;
  useEffect(() => {
    const hold = (event: KeyboardEvent) => {
      if (held.current && event.key === 'Escape') event.stopImmediatePropagation();
    };
    window.addEventListener('keydown', hold, { capture: true });
    return () => window.removeEventListener('keydown', hold, { capture: true });
  }, []);
}

const appliedKey = 'milepost.language-of-person';

/** A person's language is applied once per change of their setting, so that a switch made in this browser afterwards holds. */
function useLanguageOf(viewer: Viewer | undefined): void {
  const { language, setLanguage } = useLanguage();
  const wanted = matchLanguage(viewer?.locale);
  const mark = viewer && wanted ? `${viewer.personId} ${wanted}` : undefined;
  useEffect(() => {
    if (!mark || !wanted || remembered() === mark) return;
    remember(mark);
    if (wanted !== language) void setLanguage(wanted).catch(() => {});
  }, [mark, wanted, language, setLanguage]);
}

function remembered(): string | null {
  try {
    return localStorage.getItem(appliedKey);
  } catch {
    return null;
  }
}

function remember(mark: string): void {
  try {
    localStorage.setItem(appliedKey, mark);
  } catch {
    // Without storage the setting is applied at each visit.
  }
}

/** The session and what can be done with it. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession needs a SessionProvider above it');
  return session;
}

/** Who is signed in; only for what stands inside `RequireSession`. */
export function useViewer(): Viewer {
  const { state } = useSession();
  if (!('viewer' in state)) throw new Error('useViewer needs RequireSession above it');
  return state.viewer;
}
