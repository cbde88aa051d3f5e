import type { MessageLoaders } from '@milepost/web/i18n/make-i18n.ts';
import type { learner } from './en.ts';
import type { pages } from './en/pages.ts';

declare module '@milepost/web/i18n/resources.ts' {
  interface MessageNamespaces {
    learner: typeof learner & typeof pages;
  }
}

/** The words of the start page and of what surrounds every page, one chunk per language. */
export const loaders: MessageLoaders = {
  en: () => import('./en.ts'),
  'zh-CN': () => import('./zh-CN.ts'),
};

/** The words of all other pages, loaded with the first of them. */
export const pageLoaders: MessageLoaders = {
  en: () => import('./en/pages.ts'),
  'zh-CN': () => import('./zh-CN/pages.ts'),
};
