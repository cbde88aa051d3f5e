import { account } from './zh-CN/account.ts';
import { session } from './zh-CN/session.ts';
import { ui } from './zh-CN/ui.ts';
import { work } from './zh-CN/work.ts';

/** `packages/web` 的全部中文文字。 */
export const allWebMessages = { ui, session: { ...session, ...account }, work };
