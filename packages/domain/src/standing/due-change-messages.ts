import type { DueAnchor } from '../learning-plans/plan-definition.ts';
import { sayMessage, type AnyMessage, type Catalog, type Language } from '../shared/message.ts';
import type { DueChangeCause } from './due-change.ts';

/** What the messages about a moved due date carry; names of assignments, null where a person was named or the plan decides. */
export type DueChangeShapes = {
  DUE_MOVED: { before: string | null; after: string | null; because: AnyMessage };
  OVERRIDDEN: {};
  OVERRIDE_ENDED: {};
  ASSIGNED: { name: string | null };
  ASSIGNMENT_ENDED: { name: string | null; next: string | null };
  ASSIGNMENT_CHANGED: { name: string | null };
  POLICY_CHANGED: { name: string | null };
  ANCHOR_CHANGED: { anchor: DueAnchor };
  PLAN_CHANGED: {};
  COMPLETED: {};
};

const ANCHORS: { readonly [L in Language]: { readonly [A in DueAnchor]: string } } = {
  en: { ENROLLED: 'the enrollment', ASSIGNED: 'the assignment', FIRST_SIGN_IN: 'the first sign-in', HIRE_DATE: 'the hire date', PREVIOUS_STEP: 'the previous step' },
  'zh-CN': { ENROLLED: '加入计划的日期', ASSIGNED: '指派日期', FIRST_SIGN_IN: '首次登录', HIRE_DATE: '入职日期', PREVIOUS_STEP: '上一步骤' },
};

const quoted = (name: string | null, ofPerson: string): string => (name === null ? ofPerson : `“${name}”`);

/** Why a due date moved, as a part of a sentence, and the sentence. */
export const dueChangeCatalog: Catalog<DueChangeShapes> = {
  DUE_MOVED: {
    en: (p, say) => {
      const from = p.before === null ? 'no date' : say.date(p.before);
      const to = p.after === null ? 'no date' : say.date(p.after);
      return `Due moved from ${from} to ${to}, because ${say.message(p.because)}`;
    },
    'zh-CN': (p, say) => {
      const from = p.before === null ? '无日期' : say.date(p.before);
      const to = p.after === null ? '无日期' : say.date(p.after);
      return `截止日期由${from}改为${to}，原因：${say.message(p.because)}`;
    },
  },
  OVERRIDDEN: { en: () => 'it was set for this person alone', 'zh-CN': () => '为此人单独设定' },
  OVERRIDE_ENDED: { en: () => 'the date that was set for this person alone was taken back', 'zh-CN': () => '为此人单独设定的日期已取消' },
  ASSIGNED: {
    en: (p) => `${quoted(p.name, 'an individual assignment')} decides it now`,
    'zh-CN': (p) => `现由${quoted(p.name, '单独指派')}决定`,
  },
  ASSIGNMENT_ENDED: {
    en: (p) => `${quoted(p.name, 'what gave it')} no longer holds for the person${p.next === null ? '' : `, and “${p.next}” takes over`}`,
    'zh-CN': (p) => `${quoted(p.name, '原先的指派')}不再适用于此人${p.next === null ? '' : `，由“${p.next}”接替`}`,
  },
  ASSIGNMENT_CHANGED: {
    en: (p) => `the dates of ${quoted(p.name, 'the individual assignment')} were changed`,
    'zh-CN': (p) => `${quoted(p.name, '单独指派')}的日期已更改`,
  },
  POLICY_CHANGED: {
    en: (p) => `the organization changed which of several assignments decides${p.name === null ? '' : `: now “${p.name}”`}`,
    'zh-CN': (p) => `组织更改了多个指派冲突时的规则${p.name === null ? '' : `，现由“${p.name}”决定`}`,
  },
  ANCHOR_CHANGED: {
    en: (p) => `the day that it is counted from became known or changed: ${ANCHORS.en[p.anchor]}`,
    'zh-CN': (p) => `起算日期已确定或更改：${ANCHORS['zh-CN'][p.anchor]}`,
  },
  PLAN_CHANGED: { en: () => 'the dates of the plan itself apply or were changed', 'zh-CN': () => '适用或更改了计划本身的日期' },
  COMPLETED: { en: () => 'it was completed, and the date of that day stays', 'zh-CN': () => '计划已完成，保留完成当日的截止日期' },
};

/** What is kept of a change, with the assignments by name. */
export interface ToldDueChange {
  readonly before: string | null;
  readonly after: string | null;
  readonly cause: DueChangeCause;
  readonly nameBefore: string | null;
  readonly nameAfter: string | null;
  readonly anchor: DueAnchor | null;
}

/** Why a due date moved: "“Sales onboarding” no longer holds for the person, and “Everybody” takes over". */
export function sayDueCause(change: ToldDueChange, language: Language): string {
  return sayMessage(dueChangeCatalog, causeMessage(change), language);
}

/** The whole sentence: "Due moved from … to …, because …". */
export function sayDueChange(change: ToldDueChange, language: Language): string {
  const { before, after } = change;
  return sayMessage(dueChangeCatalog, { code: 'DUE_MOVED', params: { before, after, because: causeMessage(change) } }, language);
}

function causeMessage({ cause, nameBefore, nameAfter, anchor }: ToldDueChange): AnyMessage {
  switch (cause) {
    case 'ASSIGNED':
    case 'POLICY_CHANGED': return { code: cause, params: { name: nameAfter } };
    case 'ASSIGNMENT_CHANGED': return { code: cause, params: { name: nameAfter ?? nameBefore } };
    case 'ASSIGNMENT_ENDED': return { code: cause, params: { name: nameBefore, next: nameAfter } };
    case 'ANCHOR_CHANGED': return { code: cause, params: { anchor: anchor ?? 'ENROLLED' } };
    case 'OVERRIDDEN':
    case 'OVERRIDE_ENDED':
    case 'PLAN_CHANGED':
    case 'COMPLETED': return { code: cause, params: {} };
  }
}
