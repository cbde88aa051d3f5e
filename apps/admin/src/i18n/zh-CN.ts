import { webMessages } from '@milepost/web/i18n/locales/zh-CN.ts';
import { content } from './zh-CN/content.ts';
import { operations } from './zh-CN/operations.ts';
import { assignments } from './zh-CN/assignments.ts';
import { tracking } from './zh-CN/tracking.ts';
import { people } from './zh-CN/people.ts';
import { audiences } from './zh-CN/audiences.ts';
import { plans } from './zh-CN/plans.ts';
import type { Translation } from '@milepost/web/i18n/translation.ts';
import type { admin as source } from './en.ts';

/** 管理端框架的文字。 */
export const admin: Translation<typeof source> = {
  app: 'Milepost 管理',
  nav: {
    home: '首页',
    plans: '计划',
    content: '内容',
    people: '人员',
    assignments: '指派',
    progress: '进度',
    settings: '设置',
  },
  toLearner: '我自己的学习',
  noAccess: {
    title: '此部分供管理员使用',
    text: '您以 {{name}} 的身份登录，没有管理员权限。您自己的学习在学员端。',
    action: '前往我的学习',
  },
  start: {
    home: '需要您处理的事项将显示在这里：异常、逾期人员和正在运行的操作。',
    plans: '您创建或可见的计划将显示在这里。',
    content: '课程、模块和上传的文件将显示在这里。',
    people: '您组织中的人员将显示在这里。',
    assignments: '指派及其覆盖的人员将显示在这里。',
    progress: '培训进度和操作将显示在这里。',
    settings: '您组织的设置将显示在这里。',
    title: '这里还没有内容',
  },
};

/** 管理端的全部中文文字。 */
export const messages = { ...webMessages, admin, content, operations, assignments, tracking, people, audiences, plans };
