import { account } from './en/account.ts';
import { session } from './en/session.ts';
import { ui } from './en/ui.ts';
import { work } from './en/work.ts';

/** Everything it says in English. */
export const allWebMessages = { ui, session: { ...session, ...account }, work };
