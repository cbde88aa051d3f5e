import type { MessageLoaders } from '@milepost/web/i18n/make-i18n.ts';
import type { admin } from './en.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    admin: typeof admin;
  }
}

/** The admin's words, one chunk per language. */
export const loaders: MessageLoaders = {
  en: () => import('./en.ts'),
  'zh-CN': () => import('./zh-CN.ts'),
};
