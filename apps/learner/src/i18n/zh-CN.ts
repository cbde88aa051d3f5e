import { session } from '@milepost/web/i18n/locales/zh-CN/session.ts';
import { ui } from '@milepost/web/i18n/locales/zh-CN/ui.ts';
import type { Translation } from '@milepost/web/i18n/translation.ts';
import type { learner as source } from './en.ts';

/** 学员端首页及各页共用的文字。 */
export const learner: Translation<typeof source> = {
  app: 'Milepost',
  nav: { home: '首页', myLearning: '我的学习', centre: '学习中心', inbox: '消息', profile: '我的资料' },
  unread_other: '{{count}} 条未读消息',
  action: { start: '开始', continue: '继续' },
  kind: { content: '学习内容', COURSE: '课程', MODULE: '单元', ACTIVITY: '活动' },
  home: {
    greeting: '{{name}}，您好',
    goOn: '从上次停下的地方继续',
    begin: '从这里开始',
    overdue: '已逾期',
    dueSoon: '即将到期',
    inProgress: '进行中',
    toStart: '待开始',
    toMyLearning: '查看全部学习',
    emptyTitle: '目前没有学习任务',
    emptyText: '有任务指派给您时，会自动显示在这里。',
    allDoneTitle: '全部完成',
    allDoneText: '您已完成所有学习任务。有新的任务指派给您时，会自动显示在这里。',
    arrived: '新的{{term}}：{{names}}',
  },
  card: {
    fresh: '新',
    due: '截止',
    next: '下一步：{{name}}',
    opensOn: '{{name}}将于{{date}}开放',
    left: '还需约{{time}}',
    completedOn: '完成于{{date}}',
    progress: '{{name}}的进度',
  },
};

/** 学员端启动时的中文文字。 */
export const messages = { ui, session, learner };
