import type { Catalog } from '@milepost/domain';

/** What a learner's plan says in words. */
export type LearnerTextShapes = {
  OPENS_ON: { date: string };
  OPENS_LATER: {};
  /** `more`: also after what is not to be seen yet. */
  AFTER_MILESTONES: { names: readonly string[]; more: boolean };
  AFTER_ITEMS: { names: readonly string[] };
  EXPIRED_ON: { date: string };
  NO_ATTEMPTS_LEFT: {};
  ALSO_ASSIGNED: {};
  ALSO_ASSIGNED_DUE: { date: string };
  PLAN_INACTIVE: {};
  STARTED_YOURSELF: { date: string };
  ADDED_YOURSELF: { date: string };
};

export const learnerTexts: Catalog<LearnerTextShapes> = {
  OPENS_ON: { en: ({ date }, say) => `Opens on ${say.date(date)}.`, 'zh-CN': ({ date }, say) => `${say.date(date)}开放。` },
  OPENS_LATER: { en: () => 'Opens later; you will see when.', 'zh-CN': () => '稍后开放，届时会显示时间。' },
  AFTER_MILESTONES: {
    en: ({ names, more }, say) => `Opens when you have finished ${say.list([...names, ...(more ? ['a step to come'] : [])])}.`,
    'zh-CN': ({ names, more }, say) => `完成${say.list([...names, ...(more ? ['后续步骤'] : [])])}后开放。`,
  },
  AFTER_ITEMS: { en: ({ names }, say) => `First do ${say.list(names)}.`, 'zh-CN': ({ names }, say) => `请先完成${say.list(names)}。` },
  EXPIRED_ON: {
    en: ({ date }, say) => `Could be done until ${say.date(date)}.`,
    'zh-CN': ({ date }, say) => `已于${say.date(date)}截止。`,
  },
  ALSO_ASSIGNED: { en: () => 'Also assigned to you by itself.', 'zh-CN': () => '也单独指派给您。' },
  ALSO_ASSIGNED_DUE: {
    en: ({ date }, say) => `Also assigned to you by itself, due ${say.date(date)}.`,
    'zh-CN': ({ date }, say) => `也单独指派给您，${say.date(date)}截止。`,
  },
  STARTED_YOURSELF: { en: ({ date }, say) => `You started this yourself on ${say.date(date)}`, 'zh-CN': ({ date }, say) => `您于${say.date(date)}自行开始学习` },
  ADDED_YOURSELF: { en: ({ date }, say) => `You added this to your plans on ${say.date(date)}`, 'zh-CN': ({ date }, say) => `您于${say.date(date)}加入自己的计划` },
  PLAN_INACTIVE: {
    en: () => 'Inactive at present: nobody new gets this. You keep it, can go on, and what you complete counts.',
    'zh-CN': () => '目前已停用，不再分配给新的学员。您保留此项学习，可以继续，完成的内容照常计入。',
  },
  NO_ATTEMPTS_LEFT: { en: () => 'No tries are left.', 'zh-CN': () => '没有剩余次数。' },
};
