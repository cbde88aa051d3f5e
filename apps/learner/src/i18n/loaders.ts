import type { MessageLoaders } from '@milepost/web/i18n/make-i18n.ts';
import type { learner } from './en.ts';

declare module '@milepost/web/i18n/resources.ts' {
  interface MessageNamespaces {
    learner: typeof learner;
  }
}

/** The learner's words, one chunk per language. */
export const loaders: MessageLoaders = {
  en: () => import('./en.ts'),
  'zh-CN': () => import('./zh-CN.ts'),
};
