import { session } from './en/session.ts';
import { ui } from './en/ui.ts';

/** Everything `packages/web` says in English. */
export const webMessages = { ui, session };
