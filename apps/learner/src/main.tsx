import { detectLanguage, storedLanguage } from '@milepost/web/i18n/languages.ts';
import { makeI18n } from '@milepost/web/i18n/make-i18n.ts';
import { readSession } from '@milepost/web/session/session-client.ts';
import { SessionProvider } from '@milepost/web/session/session-context.tsx';
import { AppRoot } from '@milepost/web/ui/app-root.tsx';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { askEarly } from './features/my-learning/home-learning.ts';
import { loaders } from './i18n/loaders.ts';
import { AppRoutes } from './router.tsx';

// Not awaited at the top level: that would keep the bundler from putting shared modules into this chunk.
const session = readSession();
if (/^\/learn\/?$/.test(location.pathname)) askEarly();
const starting = makeI18n(detectLanguage({ stored: storedLanguage(), browser: navigator.languages }), loaders);
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
void starting.then((i18n) =>
  createRoot(root).render(
    <AppRoot i18n={i18n} loaders={loaders}>
      <SessionProvider first={session}>
        <BrowserRouter basename="/learn">
          <AppRoutes />
        </BrowserRouter>
      </SessionProvider>
    </AppRoot>,
  ),
);
