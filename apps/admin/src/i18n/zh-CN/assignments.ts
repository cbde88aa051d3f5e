import type { Translation } from '@milepost/web/i18n/translation.ts';
import type { assignments as source } from '../en/assignments.ts';

/** 指派的文字。 */
export const assignments: Translation<typeof source> = {
  assign: '指派',
  numbered: '#{{number}} {{name}}',
  commit_other: '指派给 {{number}} 人',
  form: {
    plan: '计划',
    planText: '搜索已发布的计划',
    planNothing: '没有符合的已发布计划',
    planFailed: '搜索失败。请重新输入以重试。',
    due: '截止日期',
    dueAsPlan: '按计划规定',
    name: '指派名称',
    nameText: '便于以后查找。留空则使用计划名称。',
  },
  list: {
    name: '指派',
    audience: '对象',
    state: '状态',
    people: '人数',
    by: '指派人',
    when: '时间',
    emptyTitle: '还没有指派',
    emptyText: '将已发布的计划指派给部门、岗位或人员。执行之前您会看到影响哪些人。',
  },
  state: {
    SCHEDULED: '已排期',
    APPLYING: '进行中',
    ACTIVE: '有效',
    DONE: '已完成',
    INACTIVE: '停用',
    ENDED: '已结束',
    CANCELLED: '已取消',
  },
  member: {
    APPLIED: '已获得计划',
    MERGED: '原已拥有',
    CONFLICT: '保留其他群组的日期',
    SKIPPED_ALREADY_COMPLETED: '原已完成',
    SKIPPED_ALREADY_ASSIGNED: '原已有此指派',
    EXCEPTION: '需要决定',
    REMOVED: '已移除',
    ENDED: '已结束',
  },
  view: { plans: '计划', report: '报告' },
};
