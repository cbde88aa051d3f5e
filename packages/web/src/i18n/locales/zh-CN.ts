import { session } from './zh-CN/session.ts';
import { ui } from './zh-CN/ui.ts';

/** `packages/web` 的全部中文文字。 */
export const webMessages = { ui, session };
