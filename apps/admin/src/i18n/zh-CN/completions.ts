import type { Translation } from '@milepost/web/i18n/translation.ts';
import type { completions as source } from '../en/completions.ts';

/** 代为记录完成情况的文字。 */
export const completions: Translation<typeof source> = {
  import: {
    action: '导入完成记录',
    title: '导入完成记录',
    columns: '依次为四列：人员、培训类型（模块、课程、认证或计划）、列表中的名称、日期（yyyy-mm-dd）。每行一条完成记录。',
    templateText: '含两行示例，请删除，否则会被报告为错误。',
    further: '记录再次完成',
    furtherText: '已完成的人将以另一日期再记录一次完成。未勾选时，这些行不会导入。',
    upload: '完成记录 CSV 或 XLSX 文件',
    analysing: '正在分析文件… 可以离开此页面，分析会继续进行，并可在“进度”中找到。',
    ready: '尚未记录任何内容。请查看各行，然后导入新的记录。',
    stale: '分析之后情况已发生变化。这是新的数据；请重新查看后导入。',
    nothing: '此文件中没有新的记录。',
    again: '选择其他文件',
    commit_other: '导入 {{number}} 条完成记录',
    confirmTitle_other: '导入 {{number}} 条完成记录？',
    confirmText: '课程和计划将随之更新。已完成的 {{completed}} 行和有错误的 {{errors}} 行将被忽略。',
    done: '完成记录已导入。',
    toReport: '查看报告或撤销',
  },
};
