import 'i18next';
import type { session } from './locales/en/session.ts';
import type { ui } from './locales/en/ui.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui';
  }
  interface ResourceNamespaceMap {
    ui: typeof ui;
    session: typeof session;
  }
}

/** The messages of one language by namespace, as a language's chunk exports them. */
export type Messages = Readonly<Record<string, object>>;
