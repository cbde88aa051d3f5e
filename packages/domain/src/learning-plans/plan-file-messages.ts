import { sayMessage, type Catalog, type Language } from '../shared/message.ts';
import { jsonProblemCatalog } from '../shared/read-json-messages.ts';
import type { PlanFileProblem, PlanFileProblemShapes } from './read-plan-file.ts';

/** What is wrong with a plan file, in words that say what to do. */
export const planFileProblemCatalog: Catalog<PlanFileProblemShapes> = {
  ...jsonProblemCatalog,
  NOT_A_PLAN_FILE: { en: () => 'This is not a plan file. Choose one that was exported from a plan.', 'zh-CN': () => '这不是计划文件。请选择从计划导出的文件。' },
  NEWER_FORMAT: {
    en: (p, say) => `This file has the format ${say.number(p.formatVersion)}; up to ${say.number(p.known)} can be read here. Update Milepost, or export it from the same version.`,
    'zh-CN': (p, say) => `此文件的格式版本为${say.number(p.formatVersion)}，这里最高可读取${say.number(p.known)}。请更新Milepost，或从相同版本导出。`,
  },
  TOO_MANY_ITEMS: { en: (p, say) => `A plan can link ${say.number(p.limit)} items; this one links ${say.number(p.count)}.`, 'zh-CN': (p, say) => `一个计划最多关联${say.number(p.limit)}项内容，现有${say.number(p.count)}项。` },
  DUPLICATED_KEY: { en: (p) => `Another milestone has the key ${p.key} as well. Give each its own.`, 'zh-CN': (p) => `另有里程碑使用键${p.key}。请为每个里程碑使用不同的键。` },
  DUPLICATED_ITEM: { en: (p) => `“${p.name}” is linked to this milestone twice. Remove one of the two.`, 'zh-CN': (p) => `“${p.name}”在该里程碑中重复关联，请删除其一。` },
};

/** A problem of a plan file in words. */
export function sayPlanFileProblem(problem: PlanFileProblem, language: Language): string {
  return sayMessage(planFileProblemCatalog, problem, language);
}
