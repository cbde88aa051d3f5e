import { sayMessage, type Catalog, type Language } from '../shared/message.ts';
import { quoteMilestone } from './milestone-name.ts';
import type { PlanProblem, PlanProblemShapes } from './plan-problem.ts';

/** What is wrong with a plan, in words that say what to do. */
export const planProblemCatalog: Catalog<PlanProblemShapes> = {
  NAME_MISSING: { en: () => 'Give it a name.', 'zh-CN': () => '请填写名称。' },
  TEXT_TOO_LONG: {
    en: (p, say) => `Shorten this to ${say.number(p.limit)} characters; it has ${say.number(p.length)}.`,
    'zh-CN': (p, say) => `请缩短到${say.number(p.limit)}个字符以内，现有${say.number(p.length)}个。`,
  },
  TEXT_HAS_CONTROL_CHARACTERS: { en: () => 'Remove the control characters from this text.', 'zh-CN': () => '请删除文本中的控制字符。' },
  COVER_WITHOUT_TEXT: {
    en: () => 'Say in a few words what is to be seen on the cover picture, for those who do not see it.',
    'zh-CN': () => '请用几个字描述封面图片的内容，供看不到图片的人了解。',
  },
  ENDS_BEFORE_START: { en: () => 'The plan must end after it starts.', 'zh-CN': () => '计划的结束时间必须晚于开始时间。' },
  ALREADY_ENDED: { en: () => 'The plan has ended already. Choose an end in the future, or none.', 'zh-CN': () => '计划已经结束。请选择将来的结束时间，或不设结束时间。' },
  DUE_IN_PAST: { en: (p, say) => `The due date ${say.date(p.due)} has passed.`, 'zh-CN': (p, say) => `截止日期${say.date(p.due)}已过。` },
  DUE_AFTER_END: {
    en: (p, say) => `The plan is due on ${say.date(p.due)}, after its end on ${say.date(p.end)}.`,
    'zh-CN': (p, say) => `计划的截止日期${say.date(p.due)}晚于结束日期${say.date(p.end)}。`,
  },
  DUE_BEFORE_START: {
    en: (p, say) => `The plan is due on ${say.date(p.due)}, before its start on ${say.date(p.start)}.`,
    'zh-CN': (p, say) => `计划的截止日期${say.date(p.due)}早于开始日期${say.date(p.start)}。`,
  },
  NUMBER_OUT_OF_RANGE: {
    en: (p, say) => `Enter a whole number from ${say.number(p.from)} to ${say.number(p.to)}.`,
    'zh-CN': (p, say) => `请输入${say.number(p.from)}到${say.number(p.to)}之间的整数。`,
  },
  PREVIOUS_STEP_ON_PLAN: { en: () => 'The due date of a plan cannot be counted from a previous step.', 'zh-CN': () => '计划的截止日期不能从上一步骤起算。' },
  PREVIOUS_STEP_ON_FIRST: {
    en: (p, say) => `${quoteMilestone(p.milestone, say.language)} is the first required milestone: its due date cannot be counted from a previous one.`,
    'zh-CN': (p, say) => `${quoteMilestone(p.milestone, say.language)}是第一个必修里程碑，其截止日期不能从上一里程碑起算。`,
  },
  RELEASE_AFTER_PREVIOUS_ON_FIRST: {
    en: (p, say) => `${quoteMilestone(p.milestone, say.language)} cannot open after a previous required milestone: there is none before it.`,
    'zh-CN': (p, say) => `${quoteMilestone(p.milestone, say.language)}之前没有必修里程碑，不能设为在其之后开放。`,
  },
  AUTO_REGISTER_WITHOUT_ENFORCED: { en: () => 'Automatic registration is only possible when registration is enforced.', 'zh-CN': () => '只有强制报名时才能自动报名。' },
  ADD_BUTTON_WITH_ENFORCED: {
    en: () => 'The button “Add to my learning plans” is only possible when registration is not enforced.',
    'zh-CN': () => '强制报名时不能显示“添加到我的学习计划”按钮。',
  },
  PLAN_TERM_TOO_LONG: {
    en: (p, say) => `Your word for a learning plan can have ${say.number(p.limit)} characters; it has ${say.number(p.length)}.`,
    'zh-CN': (p, say) => `学习计划的自定义名称最多${say.number(p.limit)}个字符，现有${say.number(p.length)}个。`,
  },
  NO_MILESTONE: { en: () => 'Add at least one milestone.', 'zh-CN': () => '请至少添加一个里程碑。' },
  TOO_MANY_MILESTONES: {
    en: (p, say) => `A plan can have ${say.number(p.limit)} milestones; this one has ${say.number(p.count)}.`,
    'zh-CN': (p, say) => `一个计划最多${say.number(p.limit)}个里程碑，现有${say.number(p.count)}个。`,
  },
  TOO_MANY_ITEMS: {
    en: (p, say) => `A plan can link ${say.number(p.limit)} items; this one links ${say.number(p.count)}.`,
    'zh-CN': (p, say) => `一个计划最多关联${say.number(p.limit)}项内容，现有${say.number(p.count)}项。`,
  },
  DUPLICATED_MILESTONE_KEY: { en: (p, say) => `Another milestone has the same key as ${quoteMilestone(p.milestone, say.language)}.`, 'zh-CN': (p, say) => `另有里程碑与${quoteMilestone(p.milestone, say.language)}的键相同。` },
  DUPLICATED_ITEM: { en: (p, say) => `“${p.item}” is linked to ${quoteMilestone(p.milestone, say.language)} twice.`, 'zh-CN': (p, say) => `“${p.item}”在${quoteMilestone(p.milestone, say.language)}中重复关联。` },
  NO_REQUIRED_MILESTONE: { en: () => 'All milestones are electives: nobody can complete this plan.', 'zh-CN': () => '所有里程碑均为选修，无人能完成此计划。' },
  CERTIFICATE_WITHOUT_REQUIRED_MILESTONE: { en: () => 'A plan with a certificate needs at least one required milestone.', 'zh-CN': () => '颁发证书的计划至少需要一个必修里程碑。' },
  CERTIFICATION_WITHOUT_COURSE: { en: () => 'A certification plan needs at least one course.', 'zh-CN': () => '认证计划至少需要一门课程。' },
  UNITS_MISSING: { en: (p, say) => `Say how much ${quoteMilestone(p.milestone, say.language)} requires.`, 'zh-CN': (p, say) => `请填写${quoteMilestone(p.milestone, say.language)}的要求数量。` },
  UNITS_ON_ELECTIVE: { en: (p, say) => `${quoteMilestone(p.milestone, say.language)} is an elective: it requires no number.`, 'zh-CN': (p, say) => `${quoteMilestone(p.milestone, say.language)}为选修，不需要数量要求。` },
  UNITS_NOT_POSITIVE: { en: (p, say) => `${quoteMilestone(p.milestone, say.language)} must require more than zero.`, 'zh-CN': (p, say) => `${quoteMilestone(p.milestone, say.language)}的要求必须大于零。` },
  UNITS_NOT_WHOLE: { en: (p, say) => `${quoteMilestone(p.milestone, say.language)} counts sessions: require a whole number.`, 'zh-CN': (p, say) => `${quoteMilestone(p.milestone, say.language)}按场次计算，请填写整数。` },
  UNITS_TOO_LARGE: {
    en: (p, say) => `${quoteMilestone(p.milestone, say.language)} can require ${say.number(p.limit)} at most.`,
    'zh-CN': (p, say) => `${quoteMilestone(p.milestone, say.language)}的要求最多为${say.number(p.limit)}。`,
  },
  CREDIT_TYPE_WITHOUT_CREDITS: { en: (p, say) => `${quoteMilestone(p.milestone, say.language)} does not count credits: remove the credit type.`, 'zh-CN': (p, say) => `${quoteMilestone(p.milestone, say.language)}不按学分计算，请删除学分类型。` },
  CANNOT_BE_COMPLETED: {
    en: (p, say) => `${quoteMilestone(p.milestone, say.language)} can never be completed: it requires ${say.number(p.required)}, and what it links gives ${say.number(p.reachable)}.`,
    'zh-CN': (p, say) => `${quoteMilestone(p.milestone, say.language)}永远无法完成：要求${say.number(p.required)}，所关联的内容最多提供${say.number(p.reachable)}。`,
  },
  CREDITS_SHARED_WITH_EARLIER: {
    en: (p, say) => `${quoteMilestone(p.milestone, say.language)} can never be completed: it requires ${say.number(p.required)} credits, and ${say.number(p.reachable)} are left after what ${say.list(p.sharedWith.map((each) => quoteMilestone(each, say.language)))} counts. A credit counts once.`,
    'zh-CN': (p, say) => `${quoteMilestone(p.milestone, say.language)}永远无法完成：要求${say.number(p.required)}学分，扣除${say.list(p.sharedWith.map((each) => quoteMilestone(each, say.language)))}已计入的部分后只剩${say.number(p.reachable)}。每个学分只计一次。`,
  },
  ACTIVITY_IN_CREDITS: { en: (p, say) => `“${p.item}” is an activity and gives no credits: remove it from ${quoteMilestone(p.milestone, say.language)}.`, 'zh-CN': (p, say) => `“${p.item}”是没有学分的活动，请从${quoteMilestone(p.milestone, say.language)}中移除。` },
  NO_ITEMS: { en: (p, say) => `${quoteMilestone(p.milestone, say.language)} links nothing.`, 'zh-CN': (p, say) => `${quoteMilestone(p.milestone, say.language)}没有关联任何内容。` },
  ITEM_UNKNOWN: { en: (p, say) => `${quoteMilestone(p.milestone, say.language)} links something that no longer exists.`, 'zh-CN': (p, say) => `${quoteMilestone(p.milestone, say.language)}关联了已不存在的内容。` },
  ITEM_NOT_ACTIVE: { en: (p, say) => `“${p.item}” in ${quoteMilestone(p.milestone, say.language)} is a draft or retired.`, 'zh-CN': (p, say) => `${quoteMilestone(p.milestone, say.language)}中的“${p.item}”是草稿或已停用。` },
  ITEM_EXPIRED: { en: (p, say) => `“${p.item}” in ${quoteMilestone(p.milestone, say.language)} expired on ${say.date(p.expiredOn)}.`, 'zh-CN': (p, say) => `${quoteMilestone(p.milestone, say.language)}中的“${p.item}”已于${say.date(p.expiredOn)}过期。` },
  ITEM_EXPIRES_BEFORE_DUE: {
    en: (p, say) => `“${p.item}” in ${quoteMilestone(p.milestone, say.language)} expires on ${say.date(p.expiresOn)}, before it is due on ${say.date(p.due)}.`,
    'zh-CN': (p, say) => `${quoteMilestone(p.milestone, say.language)}中的“${p.item}”将于${say.date(p.expiresOn)}过期，早于截止日期${say.date(p.due)}。`,
  },
  COURSE_WITHOUT_MODULES: {
    en: (p, say) => `“${p.item}” in ${quoteMilestone(p.milestone, say.language)} has no modules: it is completed by hand or by attendance only.`,
    'zh-CN': (p, say) => `${quoteMilestone(p.milestone, say.language)}中的“${p.item}”没有模块，只能手动或通过出席完成。`,
  },
  MILESTONE_DUE_AFTER_PLAN: {
    en: (p, say) => `${quoteMilestone(p.milestone, say.language)} is due on ${say.date(p.due)}, after the plan on ${say.date(p.planDue)}.`,
    'zh-CN': (p, say) => `${quoteMilestone(p.milestone, say.language)}的截止日期${say.date(p.due)}晚于计划的截止日期${say.date(p.planDue)}。`,
  },
  MILESTONE_TERM_LONGER_THAN_PLAN: { en: (p, say) => `${quoteMilestone(p.milestone, say.language)} is due later than the plan.`, 'zh-CN': (p, say) => `${quoteMilestone(p.milestone, say.language)}的截止日期晚于计划。` },
  COLLABORATION_WITHOUT_OWNER: { en: () => 'The plan has no owner who could switch collaboration off.', 'zh-CN': () => '计划没有可以关闭协作的负责人。' },
  VISIBLE_RANGE_MISSING: { en: () => 'The plan is in no catalog and visible to nobody: only those assigned will find it.', 'zh-CN': () => '计划不在任何目录中，也未设可见范围：只有被指派的人能找到。' },
};

/** A problem of a plan in words. */
export function sayPlanProblem(problem: PlanProblem, language: Language): string {
  return sayMessage(planProblemCatalog, problem, language);
}
