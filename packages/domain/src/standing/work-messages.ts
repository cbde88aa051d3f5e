import { sayMessage, type Catalog, type Language, type Message } from '../shared/message.ts';
import type { FactOrigin } from './standing-input.ts';
import { ORIGIN_WORDS } from './standing-messages.ts';

/** What each message about a person's work on one thing carries. Names are as they are now, `by` is who did it, days are the person's own. */
export type WorkShapes = {
  WORK_COMPLETED_BY_MODULES: { on: string; modules: number };
  WORK_COMPLETED_HERE: { on: string };
  WORK_COMPLETED_BY_RECORD: { on: string; origin: FactOrigin; by: string | null; recorded: string };
  WORK_STAYS_COMPLETED: { on: string };
  WORK_TAKEN_BACK: { on: string; completed: string; by: string | null };
  WORK_HELD_BACK: { on: string; completed: string; by: string | null };
  WORK_MODULES_OPEN: { done: number; modules: number };
  WORK_BEGUN: { since: string; progress: number };
  WORK_NEEDS_RECORD: {};
  WORK_NOT_BEGUN: {};

  WORK_FACT: { on: string; origin: FactOrigin; by: string | null; recorded: string };
  WORK_REASON: { reason: string };
  WORK_GIVEN_BACK: { recorded: string };
  WORK_REVOCATION: { completed: string; on: string; by: string | null };
  MODULE_COMPLETED: { module: string; on: string };
  MODULE_TAKEN_BACK: { module: string; completed: string; on: string; by: string | null };
  MODULE_OPEN: { module: string };
  RULE_OF_MODULES: {};
  RULE_STAYS: {};
  RULE_COMES_BACK: {};
};

export type WorkMessage = Message<WorkShapes>;

const byEn = (by: string | null): string => (by === null ? '' : ` by ${by}`);
const byZh = (by: string | null): string => (by === null ? '' : `由${by}`);

/** How a person's standing in a course, a module or an activity is explained: WORK_… up to WORK_NOT_BEGUN are whole sentences, all else reasons behind them. */
export const workCatalog: Catalog<WorkShapes> = {
  WORK_COMPLETED_BY_MODULES: {
    en: (p, say) => `Completed on ${say.date(p.on)}: ${say.plural(p.modules, { one: 'its module was completed', other: `all ${say.number(p.modules)} modules were completed` })}.`,
    'zh-CN': (p, say) => `已于${say.date(p.on)}完成：全部${say.number(p.modules)}个模块均已完成。`,
  },
  WORK_COMPLETED_HERE: { en: (p, say) => `Completed on ${say.date(p.on)}: it was done here.`, 'zh-CN': (p, say) => `已于${say.date(p.on)}完成：在本平台学完。` },
  WORK_COMPLETED_BY_RECORD: {
    en: (p, say) => `Completed on ${say.date(p.on)}: recorded ${ORIGIN_WORDS.en[p.origin]}${byEn(p.by)} on ${say.date(p.recorded)}.`,
    'zh-CN': (p, say) => `已于${say.date(p.on)}完成：${say.date(p.recorded)}${byZh(p.by)}记录（${ORIGIN_WORDS['zh-CN'][p.origin]}）。`,
  },
  WORK_STAYS_COMPLETED: {
    en: (p, say) => `Completed on ${say.date(p.on)}, and it stays so: a completion that it rests on was taken back later.`,
    'zh-CN': (p, say) => `已于${say.date(p.on)}完成，且保持完成：所依据的完成记录后来被撤销。`,
  },
  WORK_TAKEN_BACK: {
    en: (p, say) => `Not completed: the completion of ${say.date(p.completed)} was taken back on ${say.date(p.on)}${byEn(p.by)}.`,
    'zh-CN': (p, say) => `未完成：${say.date(p.completed)}的完成记录已于${say.date(p.on)}${byZh(p.by)}撤销。`,
  },
  WORK_HELD_BACK: {
    en: (p, say) =>
      `Not completed, though all modules are: the completion of ${say.date(p.completed)} was taken back on ${say.date(p.on)}${byEn(p.by)}, and nothing was recorded since.`,
    'zh-CN': (p, say) => `虽然全部模块均已完成，但尚未完成：${say.date(p.completed)}的完成记录已于${say.date(p.on)}${byZh(p.by)}撤销，此后没有新的记录。`,
  },
  WORK_MODULES_OPEN: {
    en: (p, say) => `In progress: ${say.number(p.done)} of ${say.number(p.modules)} ${say.plural(p.modules, { one: 'module', other: 'modules' })} completed.`,
    'zh-CN': (p, say) => `进行中：共${say.number(p.modules)}个模块，已完成${say.number(p.done)}个。`,
  },
  WORK_BEGUN: {
    en: (p, say) => `In progress since ${say.date(p.since)}, ${say.percent(p.progress)} done.`,
    'zh-CN': (p, say) => `自${say.date(p.since)}起进行中，已完成${say.percent(p.progress)}。`,
  },
  WORK_NEEDS_RECORD: {
    en: () => 'Not completed: a course without modules is completed by an event, or by a completion that somebody records.',
    'zh-CN': () => '未完成：没有模块的课程须通过活动出席或人工记录来完成。',
  },
  WORK_NOT_BEGUN: { en: () => 'Not begun.', 'zh-CN': () => '未开始。' },

  WORK_FACT: {
    en: (p, say) => `Completion of ${say.date(p.on)}, recorded ${ORIGIN_WORDS.en[p.origin]}${byEn(p.by)} on ${say.date(p.recorded)}`,
    'zh-CN': (p, say) => `${say.date(p.on)}的完成记录，${say.date(p.recorded)}${byZh(p.by)}记录（${ORIGIN_WORDS['zh-CN'][p.origin]}）`,
  },
  WORK_REASON: { en: (p) => `Reason: ${p.reason}`, 'zh-CN': (p) => `原因：${p.reason}` },
  WORK_GIVEN_BACK: { en: (p, say) => `It had been taken back, and was given back on ${say.date(p.recorded)}`, 'zh-CN': (p, say) => `曾被撤销，已于${say.date(p.recorded)}恢复` },
  WORK_REVOCATION: {
    en: (p, say) => `The completion of ${say.date(p.completed)} was taken back on ${say.date(p.on)}${byEn(p.by)}`,
    'zh-CN': (p, say) => `${say.date(p.completed)}的完成记录已于${say.date(p.on)}${byZh(p.by)}撤销`,
  },
  MODULE_COMPLETED: { en: (p, say) => `“${p.module}” was completed on ${say.date(p.on)}`, 'zh-CN': (p, say) => `“${p.module}”已于${say.date(p.on)}完成` },
  MODULE_TAKEN_BACK: {
    en: (p, say) => `“${p.module}”: the completion of ${say.date(p.completed)} was taken back on ${say.date(p.on)}${byEn(p.by)}`,
    'zh-CN': (p, say) => `“${p.module}”：${say.date(p.completed)}的完成记录已于${say.date(p.on)}${byZh(p.by)}撤销`,
  },
  MODULE_OPEN: { en: (p) => `“${p.module}” is not completed`, 'zh-CN': (p) => `“${p.module}”未完成` },
  RULE_OF_MODULES: { en: () => 'A course is completed with the last of its modules', 'zh-CN': () => '完成最后一个模块即完成课程' },
  RULE_STAYS: {
    en: () => 'What is taken back of a module leaves the courses alone that were completed with it',
    'zh-CN': () => '撤销模块的完成记录不影响已据此完成的课程',
  },
  RULE_COMES_BACK: {
    en: () => 'It is completed again by work that is recorded after that, or by a completion that somebody records',
    'zh-CN': () => '此后有新的学习记录，或由他人记录完成后，才会再次完成',
  },
};

/** A message about a person's work in words. */
export function sayWork(message: WorkMessage, language: Language): string {
  return sayMessage(workCatalog, message, language);
}
