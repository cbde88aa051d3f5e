import { sayMessage, type Catalog, type Language } from '../shared/message.ts';

/** What a person is told of: a plan was published for them to find, something was given to them, they go on in a newer version of a plan, or a step of one has opened. */
export type NoticeType = 'PLAN_PUBLISHED' | 'ASSIGNED' | 'VERSION_MOVED' | 'STEP_OPENED';

/** What a notice speaks of. */
export interface Notice {
  readonly type: NoticeType;
  /** What the plan or content is called now. */
  readonly name: string;
  /** The day by whose end the person has to be done, as it is now; null: none, or none any more. */
  readonly due: string | null;
  /** STEP_OPENED: what the step is called; null: it has no name, or is not open to them any more. */
  readonly step?: string | null;
}

/** What the sentences carry. */
export type NoticeShapes = {
  PLAN_PUBLISHED: { name: string };
  ASSIGNED: { name: string };
  ASSIGNED_DUE: { name: string; due: string };
  VERSION_MOVED: { name: string };
  STEP_OPENED: { name: string };
  NAMED_STEP_OPENED: { name: string; step: string };
};

/** What stands in a person's inbox (C18). */
export const noticeCatalog: Catalog<NoticeShapes> = {
  PLAN_PUBLISHED: {
    en: (p) => `“${p.name}” is new in the Learning centre. You can start it whenever you like.`,
    'zh-CN': (p) => `学习中心新增了“${p.name}”，您可以随时开始学习。`,
  },
  ASSIGNED: { en: (p) => `“${p.name}” was assigned to you.`, 'zh-CN': (p) => `您被指派学习“${p.name}”。` },
  ASSIGNED_DUE: {
    en: (p, say) => `“${p.name}” was assigned to you. It is due on ${say.date(p.due)}.`,
    'zh-CN': (p, say) => `您被指派学习“${p.name}”，截止日期为${say.date(p.due)}。`,
  },
  VERSION_MOVED: {
    en: (p) => `“${p.name}” has a new version, in which you go on. What you have done still counts wherever it asks for it.`,
    'zh-CN': (p) => `“${p.name}”已更新版本，您将在新版本中继续学习。您已完成的内容在新版本要求之处仍然有效。`,
  },
  STEP_OPENED: { en: (p) => `A step of “${p.name}” is open for you now.`, 'zh-CN': (p) => `“${p.name}”中的一个步骤现已向您开放。` },
  NAMED_STEP_OPENED: { en: (p) => `“${p.step}” in “${p.name}” is open for you now.`, 'zh-CN': (p) => `“${p.name}”中的“${p.step}”现已向您开放。` },
};

/** A notice as its reader sees it. */
export function sayNotice({ type, name, due, step }: Notice, language: Language): string {
  if (type === 'ASSIGNED' && due !== null) return sayMessage(noticeCatalog, { code: 'ASSIGNED_DUE', params: { name, due } }, language);
  if (type === 'STEP_OPENED' && step) return sayMessage(noticeCatalog, { code: 'NAMED_STEP_OPENED', params: { name, step } }, language);
  return sayMessage(noticeCatalog, { code: type, params: { name } }, language);
}
