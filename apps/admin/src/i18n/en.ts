import { allWebMessages } from '@milepost/web/i18n/locales/en.ts';
import { settings } from './en/settings.ts';
import { content } from './en/content.ts';
import { operations } from './en/operations.ts';
import { assignments } from './en/assignments.ts';
import { completions } from './en/completions.ts';
import { tracking } from './en/tracking.ts';
import { past } from './en/past.ts';
import { savedViews } from './en/saved-views.ts';
import { trainingProgress } from './en/training-progress.ts';
import { people } from './en/people.ts';
import { directory } from './en/directory.ts';
import { audiences } from './en/audiences.ts';
import { groups } from './en/groups.ts';
import { plans } from './en/plans.ts';
import { catalogs } from './en/catalogs.ts';

/** Words of the admin's shell. */
export const admin = {
  app: 'Milepost Admin',
  nav: {
    home: 'Home',
    plans: 'Plans',
    content: 'Content',
    people: 'People',
    assignments: 'Assignments',
    progress: 'Progress',
    settings: 'Settings',
  },
  toLearner: 'My own learning',
  noAccess: {
    title: 'This part is for administrators',
    text: 'You are signed in as {{name}}, who has no administrator’s rights. Your own learning is in the learner’s app.',
    action: 'Go to my learning',
  },
  notYours: { title: 'You have no right to this part', text: 'Nothing here is yours to see. If you need it, ask a master administrator for the role.', action: 'Go to the start page' },
  home: {
    people: 'Your people',
    peopleText: 'See how the people in your reach get on, and what they have done.',
    toPeople: 'Open the list of people',
    plans: 'How plans get on',
    nothingTracked: 'Nobody has a plan yet',
    nothingTrackedText: 'When somebody in your reach is given one, how they get on with it stands here.',
    exceptions: 'Needs a decision',
    operations: 'Running, waiting or failed',
  },
} as const;

/** Everything the admin's app says in English. */
export const messages = { ...allWebMessages, admin, settings, content, operations, assignments, completions, tracking, past, savedViews, trainingProgress, people, directory, audiences, groups, plans, catalogs };
