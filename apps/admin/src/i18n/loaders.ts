import type { MessageLoaders } from '@milepost/web/i18n/make-i18n.ts';
import type { admin } from './en.ts';
import type { settings } from './en/settings.ts';
import type { content } from './en/content.ts';
import type { operations } from './en/operations.ts';
import type { assignments } from './en/assignments.ts';
import type { completions } from './en/completions.ts';
import type { tracking } from './en/tracking.ts';
import type { past } from './en/past.ts';
import type { savedViews } from './en/saved-views.ts';
import type { trainingProgress } from './en/training-progress.ts';
import type { people } from './en/people.ts';
import type { directory } from './en/directory.ts';
import type { audiences } from './en/audiences.ts';
import type { groups } from './en/groups.ts';
import type { plans } from './en/plans.ts';
import type { catalogs } from './en/catalogs.ts';

declare module '@milepost/web/i18n/resources.ts' {
  interface MessageNamespaces {
    admin: typeof admin;
    settings: typeof settings;
    content: typeof content;
    operations: typeof operations;
    assignments: typeof assignments;
    completions: typeof completions;
    tracking: typeof tracking;
    past: typeof past;
    savedViews: typeof savedViews;
    trainingProgress: typeof trainingProgress;
    people: typeof people;
    directory: typeof directory;
    audiences: typeof audiences;
    groups: typeof groups;
    plans: typeof plans;
    catalogs: typeof catalogs;
  }
}

/** The admin's words, one chunk per language. */
export const loaders: MessageLoaders = {
  en: () => import('./en.ts'),
  'zh-CN': () => import('./zh-CN.ts'),
};
