import { sayMessage, type Catalog, type Language, type Message } from '../shared/message.ts';

type Numbered = { number: number; name: string };

export type AbsenceShapes = {
  SUPPRESSED: { name: string | null; on: string; by: string | null; reason: string };
  LOST: { name: string | null; on: string; by: string | null; how: string };
  PERSON_INACTIVE: { left: boolean };
  PLAN_OUT_OF_USE: { draft: boolean };
  NEVER_ASSIGNED: {};
  NOT_IN_AUDIENCE: Numbered;
  NOT_ON_LIST: Numbered;
  ASSIGNMENT_OVER: Numbered;
  NOT_REACHED_YET: Numbered;
  FAILS: { condition: string };
  COULD_TAKE_IT_UP: {};
  NOT_VISIBLE: {};
};
export type AbsenceMessage = Message<AbsenceShapes>;

const HOW: { readonly [code: string]: { readonly en: string; readonly 'zh-CN': string } } = {
  UNASSIGNED: { en: 'removed by hand', 'zh-CN': '被手动移除' },
  UNDONE: { en: 'the assignment was undone', 'zh-CN': '指派被撤销' },
  DISMISSED: { en: 'dismissed in the exception inbox', 'zh-CN': '在待决定事项中被取消' },
  LEFT: { en: 'left the audience', 'zh-CN': '离开了受众' },
};

/** How it is said why somebody has not a plan. */
export const absenceCatalog: Catalog<AbsenceShapes> = {
  SUPPRESSED: {
    en: (p, say) => `${p.name ?? 'A rule'} still matches, but ${p.by ?? 'somebody'} took the plan away on ${say.date(p.on)}: ${p.reason}. It is not given again until that is lifted`,
    'zh-CN': (p, say) => `${p.name ?? '规则'}仍匹配，但${p.by ?? '有人'}已于${say.date(p.on)}取消该计划：${p.reason}。在解除之前不会再次指派`,
  },
  LOST: {
    en: (p, say) => `Had it ${p.name === null ? 'by themselves or by name' : `by ${p.name}`} until ${say.date(p.on)}: ${HOW[p.how]?.en ?? 'that ended'}${p.by === null ? '' : `, by ${p.by}`}`,
    'zh-CN': (p, say) => `曾${p.name === null ? '自行或单独' : `通过${p.name}`}拥有，至${say.date(p.on)}：${HOW[p.how]?.['zh-CN'] ?? '已结束'}${p.by === null ? '' : `（${p.by}）`}`,
  },
  PERSON_INACTIVE: { en: (p) => (p.left ? 'The person has left, and belongs to no audience' : 'The person is suspended, and belongs to no audience until they return'), 'zh-CN': (p) => (p.left ? '此人已离职，不属于任何受众' : '此人已停用，恢复前不属于任何受众') },
  PLAN_OUT_OF_USE: { en: (p) => (p.draft ? 'The plan is a draft: nobody has it' : 'The plan is not in use: it takes nobody new'), 'zh-CN': (p) => (p.draft ? '该计划为草稿，尚无人拥有' : '该计划已停用，不接收新成员') },
  NEVER_ASSIGNED: { en: () => 'The plan was never assigned to anybody', 'zh-CN': () => '该计划从未指派给任何人' },
  NOT_IN_AUDIENCE: { en: (p) => `Not in the audience of “${p.name}” (#${p.number})`, 'zh-CN': (p) => `不在“${p.name}”（#${p.number}）的受众中` },
  NOT_ON_LIST: { en: (p) => `Not on the list by which “${p.name}” (#${p.number}) was assigned`, 'zh-CN': (p) => `不在“${p.name}”（#${p.number}）所用的名单中` },
  ASSIGNMENT_OVER: { en: (p) => `In the audience of “${p.name}” (#${p.number}) now, but not when it was carried out, and it reaches nobody new`, 'zh-CN': (p) => `现在属于“${p.name}”（#${p.number}）的受众，但执行时不在其中，且该指派不再接收新成员` },
  NOT_REACHED_YET: { en: (p) => `In the audience of “${p.name}” (#${p.number}), which has not come to them yet`, 'zh-CN': (p) => `属于“${p.name}”（#${p.number}）的受众，但尚未处理到此人` },
  FAILS: { en: (p) => `It is for: ${p.condition}`, 'zh-CN': (p) => `适用于：${p.condition}` },
  COULD_TAKE_IT_UP: { en: () => 'Can find it, and could take it up', 'zh-CN': () => '可以找到并自行开始' },
  NOT_VISIBLE: { en: () => 'Cannot find it: it is not visible to them', 'zh-CN': () => '无法找到：对此人不可见' },
};

/** A message about an absence in words. */
export function sayAbsenceMessage(message: AbsenceMessage, language: Language): string {
  return sayMessage(absenceCatalog, message, language);
}
