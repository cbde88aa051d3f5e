import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { ForScreenReaders } from './plain-text.tsx';

const AnnounceContext = createContext<(text: string) => void>(() => {});
const quietMs = 1500;

/** Reads out what changes without moving the focus. Several announcements within a second and a half become one, the latest. */
export function LiveRegion({ children }: { children: ReactNode }) {
  const [text, setText] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const lastSaid = useRef(0);
  const announce = useCallback((next: string) => {
    clearTimeout(timer.current);
    const wait = Math.max(0, lastSaid.current + quietMs - Date.now());
    timer.current = setTimeout(() => {
      lastSaid.current = Date.now();
      setText(next);
    }, wait);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <ForScreenReaders role="status" aria-live="polite" aria-atomic="true">
        {text}
      </ForScreenReaders>
    </AnnounceContext.Provider>
  );
}

/** Says a sentence to screen readers, politely. */
export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext);
}
