import './styles/core.css';
import './styles/app.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { I18nProvider } from '../i18n/use-translation.tsx';
import { LanguageProvider } from '../i18n/language-context.tsx';
import type { I18n, MessageLoaders } from '../i18n/make-i18n.ts';
import { BrandingProvider } from './branding.tsx';
import { LiveRegion } from './live-region.tsx';
import { useNotificationsWanted } from './notify.ts';
import { cssVariables, makeTheme } from './theme.ts';

const NotificationsHost = lazy(async () => ({ default: (await import('./notifications-host.tsx')).NotificationsHost }));
const schemeManager = localStorageColorSchemeManager({ key: 'milepost.colour-scheme' });

/** What every page of both apps stands in: words, look (light, dark or as the device says), live region and notices. */
export function AppRoot({ i18n, loaders, children, env = 'default' }: { i18n: I18n; loaders: MessageLoaders; children: ReactNode; env?: 'default' | 'test' }) {
  return (
    <I18nProvider i18n={i18n}>
      <LanguageProvider loaders={loaders}>
        <BrandingProvider>
          {(accent) => (
            <Look accent={accent} env={env}>
              <LiveRegion>{children}</LiveRegion>
              <Notices />
            </Look>
          )}
        </BrandingProvider>
      </LanguageProvider>
    </I18nProvider>
  );
}

function Look({ accent, env, children }: { accent: string; env: 'default' | 'test'; children: ReactNode }) {
  const theme = useMemo(() => makeTheme(accent), [accent]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto" colorSchemeManager={schemeManager} deduplicateCssVariables={false} env={env}>
      {children}
    </MantineProvider>
  );
}

function Notices() {
  if (!useNotificationsWanted()) return null;
  return (
    <Suspense fallback={null}>
      <NotificationsHost />
    </Suspense>
  );
}
