import type { Translation } from '@milepost/web/i18n/translation.ts';
import type { operations as source } from '../en/operations.ts';

/** 批量操作的文字。 */
export const operations: Translation<typeof source> = {
  kind: { ASSIGN: '指派“{{plan}}”', IMPORT_PEOPLE: '从 {{file}} 导入人员' },
  state: {
    ANALYSING: '正在分析',
    PREVIEWED: '等待您决定',
    APPLYING: '进行中',
    DONE: '已完成',
    FAILED: '失败',
    CANCELLED: '已放弃',
    EXPIRED: '预览已过期',
    UNDOING: '正在撤销',
    UNDONE: '已撤销',
  },
  class: {
    ASSIGN: {
      APPLIED: '获得计划',
      MERGED: '已有此计划：增加一个来源，日期按规则确定',
      CONFLICT: '已由其他群组指派：保留该群组的日期',
      EXCEPTION: '需要决定',
      SKIPPED_ALREADY_COMPLETED: '已完成：无需处理',
      SKIPPED_ALREADY_ASSIGNED: '已有此次指派',
      SKIPPED_CHANGED_SINCE_PREVIEW: '预览后有变化：未处理',
    },
    IMPORT_PEOPLE: { NEW: '新增', CHANGED: '有更改', UNCHANGED: '无变化', ERROR: '错误', IMPORTED: '已导入' },
  },
  outcome: {
    ASSIGN: {
      APPLIED: '已获得计划',
      MERGED: '原已拥有：增加一个来源，日期按规则确定',
      CONFLICT: '原由其他群组指派：保留该群组的日期',
      SKIPPED_ALREADY_COMPLETED: '原已完成：无需处理',
      SKIPPED_ALREADY_ASSIGNED: '原已有此次指派',
    },
  },
  attention: {
    CONFLICT_other: '{{count}} 人已有其他群组的日期。该日期保留；您的日期在该群组的指派结束后生效。',
    ERROR_other: '{{count}} 行无法导入，原因见列表；其余行可以导入。',
    EXCEPTION_other: '{{count}} 人之后需要决定。',
  },
  haveAlready: '已有此计划（合计）',
  stale: '您查看之后有变化：{{what}} 由 {{was}} 变为 {{now}}。',
  staleRows: '您查看之后有变化：数量相同，但人员不同。',
  rows: '按类别查看',
  noRows: '没有任何行。',
  row: { line: '行', person: '人员', details: '详情', reason: '问题', outcome: '结果' },
  field: {
    employeeNumber: '工号',
    email: '电子邮件',
    displayName: '姓名',
    departmentPath: '部门',
    position: '岗位',
    jobRole: '职责',
    managerEmployeeNumber: '上级',
    language: '语言',
    timeZone: '时区',
    hireDate: '入职日期',
    partnerAccount: '合作伙伴',
  },
  finished: '结束于 {{time}}',
  running: { title: '正在运行的操作', label_other: '{{count}} 个正在运行的操作', done: '已结束' },
  open: { none: '没有正在运行或等待您处理的操作。' },
  list: {
    what: '内容',
    state: '状态',
    rows: '行数',
    when: '时间',
    emptyTitle: '还没有操作',
    emptyText: '指派和导入会显示在这里，包括预览、进度和报告。',
  },
};
