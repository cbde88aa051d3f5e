import { render, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { MemoryRouter, useLocation } from 'react-router';
import type { Language } from '../i18n/languages.ts';
import { type I18n, type MessageLoaders, makeI18n } from '../i18n/make-i18n.ts';
import { ReaderZoneProvider } from '../i18n/reader-zone.tsx';
import { AppRoot } from '../ui/app-root.tsx';

const webLoaders: MessageLoaders = {
  en: async () => ({ messages: (await import('../i18n/locales/en.ts')).allWebMessages }),
  'zh-CN': async () => ({ messages: (await import('../i18n/locales/zh-CN.ts')).allWebMessages }),
};

interface RenderOptions {
  language?: Language;
  /** The reader's zone (IANA). */
  timeZone?: string;
  /** Where the router starts. */
  at?: string;
  loaders?: MessageLoaders;
  /** False when what is rendered brings its own router. */
  router?: boolean;
}

export interface RenderedApp extends Pick<RenderResult, 'container' | 'unmount'> {
  readonly i18n: I18n;
  readonly user: UserEvent;
  /** Path and search of the router. */
  address(): string;
}

let address = '';

function Address() {
  const { pathname, search } = useLocation();
  address = pathname + search;
  return null;
}

/** Renders something in all that an app gives it; returns the user at the keyboard and the address the router stands at. */
export async function renderApp(content: ReactNode, options: RenderOptions = {}): Promise<RenderedApp> {
  const { language = 'en', timeZone = 'Europe/Berlin', at = '/', loaders = webLoaders, router = true } = options;
  const i18n = await makeI18n(language, loaders);
  const inside = router ? (
    <MemoryRouter initialEntries={[at]}>
      {content}
      <Address />
    </MemoryRouter>
  ) : (
    content
  );
  const view = render(
    <AppRoot i18n={i18n} loaders={loaders} env="test">
      <ReaderZoneProvider timeZone={timeZone}>{inside}</ReaderZoneProvider>
    </AppRoot>,
  );
  return { container: view.container, unmount: view.unmount, i18n, user: userEvent.setup(), address: () => address };
}
