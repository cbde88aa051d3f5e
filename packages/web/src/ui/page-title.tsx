import { createContext, type ReactNode, type RefObject, useContext, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from '../i18n/use-translation.tsx';
import { useLocation } from 'react-router';

interface PagesOfApp {
  readonly name: string;
  /** The path of the page shown last; none before the first. */
  readonly lastPath: { current: string | undefined };
}

const PagesContext = createContext<PagesOfApp>({ name: 'Milepost', lastPath: { current: undefined } });

/** States the app's name, which document titles end with, and remembers the page shown last. */
export function AppNameProvider({ name, children }: { name: string; children: ReactNode }) {
  const lastPath = useRef<string | undefined>(undefined);
  const value = useMemo(() => ({ name, lastPath }), [name]);
  return <PagesContext.Provider value={value}>{children}</PagesContext.Provider>;
}

/** Names the document after the page. */
export function usePageTitle(title: string): void {
  const { t } = useTranslation('ui');
  const { name: app } = useContext(PagesContext);
  useEffect(() => {
    document.title = t('document.title', { page: title, app });
  }, [title, app, t]);
}

/**
 * Names the document and, when the reader came here by a link within the app, moves the focus to the page's heading, so that
 * keyboard and screen reader start where the eye does. The first page of a visit is left to the browser.
 */
export function useFocusOnArrival(heading: RefObject<HTMLElement | null>, title: string): void {
  usePageTitle(title);
  const { pathname } = useLocation();
  const { lastPath } = useContext(PagesContext);
  useEffect(() => {
    if (lastPath.current !== undefined && lastPath.current !== pathname) heading.current?.focus({ preventScroll: true });
    lastPath.current = pathname;
  }, [pathname, heading, lastPath]);
}
