import { allWebMessages } from '@milepost/web/i18n/locales/zh-CN.ts';
import { settings } from './zh-CN/settings.ts';
import { content } from './zh-CN/content.ts';
import { operations } from './zh-CN/operations.ts';
import { assignments } from './zh-CN/assignments.ts';
import { completions } from './zh-CN/completions.ts';
import { tracking } from './zh-CN/tracking.ts';
import { past } from './zh-CN/past.ts';
import { savedViews } from './zh-CN/saved-views.ts';
import { trainingProgress } from './zh-CN/training-progress.ts';
import { people } from './zh-CN/people.ts';
import { directory } from './zh-CN/directory.ts';
import { audiences } from './zh-CN/audiences.ts';
import { groups } from './zh-CN/groups.ts';
import { plans } from './zh-CN/plans.ts';
import { catalogs } from './zh-CN/catalogs.ts';
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
  notYours: { title: '您没有此部分的权限', text: '此处没有您可以查看的内容。如有需要，请向主管理员申请相应角色。', action: '前往首页' },
  home: {
    people: '您的人员',
    peopleText: '查看您管辖范围内人员的进展和学习记录。',
    toPeople: '打开人员列表',
    plans: '计划进展',
    nothingTracked: '还没有人获得计划',
    nothingTrackedText: '当您管辖范围内的人员获得计划后，其进展会显示在这里。',
    exceptions: '需要决定',
    operations: '运行中、待决定或失败的操作',
  },
};

/** 管理端的全部中文文字。 */
export const messages = { ...allWebMessages, admin, settings, content, operations, assignments, completions, tracking, past, savedViews, trainingProgress, people, directory, audiences, groups, plans, catalogs };
