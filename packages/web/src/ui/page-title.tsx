import { createContext, type ReactNode, type RefObject, useContext, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';

const AppNameContext = createContext('Milepost');
let lastPath: string | undefined;

/** States the app's name, which document titles end with. */
export function AppNameProvider({ name, children }: { name: string; children: ReactNode }) {
  return <AppNameContext.Provider value={name}>{children}</AppNameContext.Provider>;
}

/** Names the document after the page. */
export function usePageTitle(title: string): void {
  const { t } = useTranslation('ui');
  const app = useContext(AppNameContext);
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
  const arrivedAt = useRef<string>(undefined);
  useEffect(() => {
    if (arrivedAt.current === pathname) return;
    arrivedAt.current = pathname;
    if (lastPath !== undefined && lastPath !== pathname) heading.current?.focus({ preventScroll: true });
    lastPath = pathname;
  }, [pathname, heading]);
}
