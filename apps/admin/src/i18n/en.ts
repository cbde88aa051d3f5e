import { webMessages } from '@milepost/web/i18n/locales/en.ts';
import { content } from './en/content.ts';
import { operations } from './en/operations.ts';
import { assignments } from './en/assignments.ts';
import { tracking } from './en/tracking.ts';
import { people } from './en/people.ts';
import { audiences } from './en/audiences.ts';
import { plans } from './en/plans.ts';

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
  start: {
    home: 'What needs you will stand here: exceptions, late people and running operations.',
    plans: 'Plans that you create or may see will stand here.',
    content: 'Courses, modules and uploads will stand here.',
    people: 'The people of your organization will stand here.',
    assignments: 'Assignments will stand here, each with whom it reached.',
    progress: 'Training progress and operations will stand here.',
    settings: 'The settings of your organization will stand here.',
    title: 'Nothing here yet',
  },
} as const;

/** Everything the admin's app says in English. */
export const messages = { ...webMessages, admin, content, operations, assignments, tracking, people, audiences, plans };
