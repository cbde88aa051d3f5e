import { session } from './zh-CN/session.ts';
import { ui } from './zh-CN/ui.ts';
import { work } from './zh-CN/work.ts';

/** `packages/web` 在两个应用中共用的中文文字。 */
export const webMessages = { ui, session };

/** `packages/web` 的全部中文文字。 */
export const allWebMessages = { ...webMessages, work };
