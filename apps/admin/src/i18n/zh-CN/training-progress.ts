import type { Translation } from '@milepost/web/i18n/translation.ts';
import type { trainingProgress as source } from '../en/training-progress.ts';

/** 培训进度的文字。 */
export const trainingProgress: Translation<typeof source> = {
  title: '培训进度',
  open: '培训进度：谁在学、谁学完了什么',
  types: '培训类型',
  type: { MODULE: '模块', COURSE: '课程', ACTIVITY: '活动', CERTIFICATION: '认证', PLAN: '计划' },
  search: '按姓名、邮箱或工号搜索人员',
  person: '人员',
  item: '培训内容',
  progress: '进度',
  date: '日期',
  origin: '记录来源',
  partner: '合作伙伴',
  more: '{{number}}+',
  byTraining: '培训名称',
  clearPartner: '不限合作伙伴',
  from: '从',
  to: '到',
  inProgress: '进行中，{{percent}}',
  completedOn: '{{date}} 完成',
  startedOn: '{{date}} 开始',
  rowName: '{{person}}：{{item}}',
  origins: { AUTO: 'Milepost', MANUAL: '管理员', IMPORT: '文件导入', EVENT: '活动签到', PACKAGE: '内容包', API: '合作方系统' },
  emptyTitle: '还没有人开始学习',
  emptyText: '有人开始或完成此类培训后，记录会显示在这里。您可以先把培训指派给人员。',
  assign: '前往指派',
};
