import { session } from './en/session.ts';
import { ui } from './en/ui.ts';
import { work } from './en/work.ts';

/** What `packages/web` says in English in both apps. */
export const webMessages = { ui, session };

/** Everything it says in English. */
export const allWebMessages = { ...webMessages, work };
