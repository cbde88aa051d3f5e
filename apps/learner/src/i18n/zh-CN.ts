import { webMessages } from '@milepost/web/i18n/locales/zh-CN.ts';
import type { Translation } from '@milepost/web/i18n/translation.ts';
import type { learner as source } from './en.ts';

/** 学员端框架的文字。 */
export const learner: Translation<typeof source> = {
  app: 'Milepost',
  nav: { home: '首页', myLearning: '我的学习', profile: '我的资料' },
  start: {
    greeting: '{{name}}，您好',
    title: '目前没有学习任务',
    home: '有任务指派给您时，会自动显示在这里。',
    myLearning: '您正在学习和已经学完的内容将显示在这里。',
  },
};

/** 学员端的全部中文文字。 */
export const messages = { ...webMessages, learner };
