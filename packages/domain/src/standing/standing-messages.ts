import { quoteMilestone, type MilestoneReference } from '../learning-plans/milestone-name.ts';
import type { DueAnchor, DueUnit, Metric } from '../learning-plans/plan-definition.ts';
import { sayMessage, type AnyMessage, type Catalog, type Language, type Speech } from '../shared/message.ts';
import type { FactOrigin } from './standing-input.ts';

type NamedSince = { name: string | null; on: string };

/** What each message about a standing carries. */
export type StandingShapes = {
  LEARNER_OPEN: { why: AnyMessage; due: AnyMessage; next: AnyMessage };
  LEARNER_DONE: { why: AnyMessage; status: AnyMessage };
  OTHERS_OPEN: { why: AnyMessage; due: AnyMessage; next: AnyMessage };
  OTHERS_DONE: { why: AnyMessage; status: AnyMessage };

  STATUS_NOT_STARTED: {};
  STATUS_IN_PROGRESS: { progress: number; since: string | null };
  STATUS_COMPLETED: { on: string; late: boolean; assigned: boolean };
  STATUS_EXEMPT: {};
  STATUS_WITHDRAWN: {};
  STATUS_NOT_COMPLETED: {};
  EVIDENCE_WITHDRAWN: {};
  COMPLETED_BY_RECORD: { on: string; origin: FactOrigin };

  MILESTONE_COMPLETED: { milestone: MilestoneReference; on: string };
  MILESTONE_ELECTIVE_DONE: { milestone: MilestoneReference; on: string };
  MILESTONE_WAIVED: { milestone: MilestoneReference; on: string };
  MILESTONE_NOT_RELEASED: { milestone: MilestoneReference };
  MILESTONE_LOCKED: { milestone: MilestoneReference };
  MILESTONE_IN_PROGRESS: { milestone: MilestoneReference; earned: string; required: string; metric: Metric };
  MILESTONE_AVAILABLE: { milestone: MilestoneReference; required: string; metric: Metric };
  MANDATORY_OPEN: { items: readonly string[] };
  UNITS_ADJUSTED: { units: string; on: string };
  FACT: { item: string; on: string; origin: FactOrigin };
  LOCKED_BY: { milestones: readonly MilestoneReference[] };
  OPENS_ON: { on: string };
  OPENS_BY_HAND: {};
  OPENS_AFTER: { milestone: MilestoneReference; days: number };
  HELD: {};

  DUE_NONE: {};
  DUE_ON: { on: string; zone: string };
  DUE_AWAITING: { anchor: DueAnchor };
  DUE_UNKNOWN: { anchor: DueAnchor };
  DUE_TAKEN_AWAY: {};
  DUE_UNREALISTIC: {};
  DUE_BY_OVERRIDE: {};
  DUE_BY_SOURCE: { source: AnyMessage };
  DUE_BY_MILESTONE: {};
  DUE_BY_PLAN: {};
  DUE_INHERITED: {};
  RULE_FIXED: { on: string };
  RULE_RELATIVE: { amount: number; unit: DueUnit; anchor: DueAnchor };

  SOURCES: { live: number; ended: number };
  SOURCE_NONE: {};
  SOURCE_INDIVIDUAL: NamedSince;
  SOURCE_GROUP: NamedSince;
  SOURCE_DEPARTMENT: NamedSince;
  SOURCE_POSITION: NamedSince;
  SOURCE_JOB_ROLE: NamedSince;
  SOURCE_RULE: NamedSince;
  SOURCE_IMPORT: NamedSince;
  SOURCE_API: NamedSince;
  SOURCE_SELF_REGISTRATION: { on: string };
  SOURCE_SELF_STARTED: { on: string };
  SOURCE_BOOKMARK: { on: string };
  SOURCE_ENDED: { on: string };
  SOURCE_SUPPRESSED: {};
  SOURCE_DORMANT: {};
  SOURCE_KEPT: {};

  NEXT_ITEM: { item: string; milestone: MilestoneReference };
  NEXT_MORE: { milestone: MilestoneReference };
  NEXT_WAIT: { milestone: MilestoneReference; on: string | null };
  NEXT_HIDDEN: { on: string | null };
  NEXT_NOTHING: {};
};

const ANCHORS: { readonly [L in Language]: { readonly [A in DueAnchor]: string } } = {
  en: { ENROLLED: 'enrollment', ASSIGNED: 'assignment', FIRST_SIGN_IN: 'the first sign-in', HIRE_DATE: 'the hire date', PREVIOUS_STEP: 'the previous step' },
  'zh-CN': { ENROLLED: '加入计划', ASSIGNED: '指派', FIRST_SIGN_IN: '首次登录', HIRE_DATE: '入职', PREVIOUS_STEP: '完成上一步骤' },
};
/** How a completion came on record. */
export const ORIGIN_WORDS: { readonly [L in Language]: { readonly [O in FactOrigin]: string } } = {
  en: { AUTO: 'automatically', MANUAL: 'by hand', IMPORT: 'by an import', EVENT: 'by attendance', PACKAGE: 'by the course package', API: 'through the API' },
  'zh-CN': { AUTO: '自动', MANUAL: '手动', IMPORT: '导入', EVENT: '出席', PACKAGE: '课件', API: 'API' },
};

const UNITS: { readonly [U in DueUnit]: { readonly one: string; readonly other: string; readonly zh: string } } = {
  DAYS: { one: 'day', other: 'days', zh: '天' },
  WEEKS: { one: 'week', other: 'weeks', zh: '周' },
  MONTHS: { one: 'month', other: 'months', zh: '个月' },
};

/** "2 sessions", "1.5 credits", "3 items". */
function amountEn(amount: string, metric: Metric, say: Speech): string {
  const noun = { SESSIONS: { one: 'session', other: 'sessions' }, CREDITS: { one: 'credit', other: 'credits' }, NONE: { one: 'item', other: 'items' } }[metric];
  return `${say.number(amount)} ${say.plural(amount, noun)}`;
}

function amountZh(amount: string, metric: Metric, say: Speech): string {
  return `${say.number(amount)}${{ SESSIONS: '场', CREDITS: '学分', NONE: '项' }[metric]}`;
}

const named = (en: string, zh: string): Catalog<{ X: NamedSince }>['X'] => ({
  en: (p, say) => `${en}${p.name === null ? '' : ` “${p.name}”`}, since ${say.date(p.on)}`,
  'zh-CN': (p, say) => `${say.date(p.on)}起，${zh}${p.name === null ? '' : `“${p.name}”`}`,
});

/** How a standing is explained. Messages named LEARNER_… and OTHERS_… are whole sentences, to the person and about them; all else are parts or nodes of a tree. */
export const standingCatalog: Catalog<StandingShapes> = {
  LEARNER_OPEN: {
    en: (p, say) => `Why you have this: ${say.message(p.why)}. ${say.message(p.due)}. Next: ${say.message(p.next)}.`,
    'zh-CN': (p, say) => `您拥有此计划的原因：${say.message(p.why)}。${say.message(p.due)}。下一步：${say.message(p.next)}。`,
  },
  LEARNER_DONE: {
    en: (p, say) => `${say.message(p.status)}. Why you have this: ${say.message(p.why)}.`,
    'zh-CN': (p, say) => `${say.message(p.status)}。您拥有此计划的原因：${say.message(p.why)}。`,
  },
  OTHERS_OPEN: {
    en: (p, say) => `Why they have this: ${say.message(p.why)}. ${say.message(p.due)}. Next: ${say.message(p.next)}.`,
    'zh-CN': (p, say) => `拥有原因：${say.message(p.why)}。${say.message(p.due)}。下一步：${say.message(p.next)}。`,
  },
  OTHERS_DONE: {
    en: (p, say) => `${say.message(p.status)}. Why they have this: ${say.message(p.why)}.`,
    'zh-CN': (p, say) => `${say.message(p.status)}。拥有原因：${say.message(p.why)}。`,
  },

  STATUS_NOT_STARTED: { en: () => 'Not started', 'zh-CN': () => '未开始' },
  STATUS_IN_PROGRESS: {
    en: (p, say) => `In progress, ${say.percent(p.progress)}${p.since === null ? '' : `, since ${say.date(p.since)}`}`,
    'zh-CN': (p, say) => `进行中，${say.percent(p.progress)}${p.since === null ? '' : `，始于${say.date(p.since)}`}`,
  },
  STATUS_COMPLETED: {
    en: (p, say) => `Completed on ${say.date(p.on)}${p.late ? ', after the due date' : ''}, as ${p.assigned ? 'assigned study' : 'self-learning'}`,
    'zh-CN': (p, say) => `已于${say.date(p.on)}完成${p.late ? '（逾期）' : ''}，${p.assigned ? '指派学习' : '自主学习'}`,
  },
  STATUS_EXEMPT: { en: () => 'Exempt: every required milestone was waived', 'zh-CN': () => '已免修：所有必修里程碑均被豁免' },
  STATUS_WITHDRAWN: { en: () => 'Withdrawn: no assignment holds the person any more', 'zh-CN': () => '已退出：不再有任何指派' },
  STATUS_NOT_COMPLETED: { en: () => 'Not completed: the plan closed first', 'zh-CN': () => '未完成：计划已先行关闭' },
  EVIDENCE_WITHDRAWN: { en: () => 'A completion that this rests on was revoked later', 'zh-CN': () => '所依据的完成记录后来被撤销' },
  COMPLETED_BY_RECORD: { en: (p, say) => `The plan was recorded as completed on ${say.date(p.on)}, ${ORIGIN_WORDS.en[p.origin]}`, 'zh-CN': (p, say) => `计划已记录为${say.date(p.on)}完成（${ORIGIN_WORDS['zh-CN'][p.origin]}）` },

  MILESTONE_COMPLETED: { en: (p, say) => `${quoteMilestone(p.milestone, say.language)} was completed on ${say.date(p.on)}`, 'zh-CN': (p, say) => `${quoteMilestone(p.milestone, say.language)}已于${say.date(p.on)}完成` },
  MILESTONE_ELECTIVE_DONE: { en: (p, say) => `The elective ${quoteMilestone(p.milestone, say.language)} was done on ${say.date(p.on)}`, 'zh-CN': (p, say) => `选修${quoteMilestone(p.milestone, say.language)}已于${say.date(p.on)}完成` },
  MILESTONE_WAIVED: { en: (p, say) => `${quoteMilestone(p.milestone, say.language)} was waived on ${say.date(p.on)}`, 'zh-CN': (p, say) => `${quoteMilestone(p.milestone, say.language)}已于${say.date(p.on)}豁免` },
  MILESTONE_NOT_RELEASED: { en: (p, say) => `${quoteMilestone(p.milestone, say.language)} is not open yet`, 'zh-CN': (p, say) => `${quoteMilestone(p.milestone, say.language)}尚未开放` },
  MILESTONE_LOCKED: { en: (p, say) => `${quoteMilestone(p.milestone, say.language)} is locked`, 'zh-CN': (p, say) => `${quoteMilestone(p.milestone, say.language)}已锁定` },
  MILESTONE_IN_PROGRESS: {
    en: (p, say) => `${quoteMilestone(p.milestone, say.language)} has ${say.number(p.earned)} of ${amountEn(p.required, p.metric, say)}`,
    'zh-CN': (p, say) => `${quoteMilestone(p.milestone, say.language)}已完成${say.number(p.earned)}，共需${amountZh(p.required, p.metric, say)}`,
  },
  MILESTONE_AVAILABLE: { en: (p, say) => `${quoteMilestone(p.milestone, say.language)} can be started: ${amountEn(p.required, p.metric, say)}`, 'zh-CN': (p, say) => `${quoteMilestone(p.milestone, say.language)}可以开始，共需${amountZh(p.required, p.metric, say)}` },
  MANDATORY_OPEN: { en: (p, say) => `Mandatory and still open: ${say.list(p.items)}`, 'zh-CN': (p, say) => `必须完成而尚未完成：${say.list(p.items)}` },
  UNITS_ADJUSTED: { en: (p, say) => `The requirement was adjusted to ${say.number(p.units)} on ${say.date(p.on)}`, 'zh-CN': (p, say) => `要求已于${say.date(p.on)}调整为${say.number(p.units)}` },
  FACT: { en: (p, say) => `“${p.item}” was completed on ${say.date(p.on)}, recorded ${ORIGIN_WORDS.en[p.origin]}`, 'zh-CN': (p, say) => `“${p.item}”已于${say.date(p.on)}完成（${ORIGIN_WORDS['zh-CN'][p.origin]}记录）` },
  LOCKED_BY: { en: (p, say) => `Complete ${say.list(p.milestones.map((each) => quoteMilestone(each, say.language)))} first`, 'zh-CN': (p, say) => `请先完成${say.list(p.milestones.map((each) => quoteMilestone(each, say.language)))}` },
  OPENS_ON: { en: (p, say) => `It opens on ${say.date(p.on)}`, 'zh-CN': (p, say) => `将于${say.date(p.on)}开放` },
  OPENS_BY_HAND: { en: () => 'It is opened by an administrator', 'zh-CN': () => '由管理员开放' },
  OPENS_AFTER: {
    en: (p, say) => `It opens ${say.number(p.days)} ${say.plural(p.days, UNITS.DAYS)} after ${quoteMilestone(p.milestone, say.language)}`,
    'zh-CN': (p, say) => `在${quoteMilestone(p.milestone, say.language)}之后${say.number(p.days)}天开放`,
  },
  HELD: { en: () => 'An administrator holds it back', 'zh-CN': () => '管理员已暂缓开放' },

  DUE_NONE: { en: () => 'No due date', 'zh-CN': () => '没有截止日期' },
  DUE_ON: { en: (p, say) => `Due by the end of ${say.date(p.on)} (${p.zone})`, 'zh-CN': (p, say) => `截止日期为${say.date(p.on)}结束前（${p.zone}）` },
  DUE_AWAITING: { en: (p) => `The due date is counted from ${ANCHORS.en[p.anchor]}, which has not happened yet`, 'zh-CN': (p) => `截止日期从${ANCHORS['zh-CN'][p.anchor]}起算，目前尚未发生` },
  DUE_UNKNOWN: { en: (p) => `The due date is counted from ${ANCHORS.en[p.anchor]}, which is not known`, 'zh-CN': (p) => `截止日期从${ANCHORS['zh-CN'][p.anchor]}起算，但该日期未知` },
  DUE_TAKEN_AWAY: { en: () => 'The due date was taken away', 'zh-CN': () => '截止日期已取消' },
  DUE_UNREALISTIC: { en: () => 'It had passed or left too little time when it was set', 'zh-CN': () => '设定时已过期或时间过短' },
  DUE_BY_OVERRIDE: { en: () => 'Set for this person alone', 'zh-CN': () => '为此人单独设定' },
  DUE_BY_SOURCE: { en: (p, say) => `Set by an assignment: ${say.message(p.source)}`, 'zh-CN': (p, say) => `由指派设定：${say.message(p.source)}` },
  DUE_BY_MILESTONE: { en: () => 'Set by the milestone', 'zh-CN': () => '由里程碑设定' },
  DUE_BY_PLAN: { en: () => 'Set by the plan', 'zh-CN': () => '由计划设定' },
  DUE_INHERITED: { en: () => 'It has no due date of its own and takes that of the plan', 'zh-CN': () => '自身没有截止日期，沿用计划的截止日期' },
  RULE_FIXED: { en: (p, say) => `On ${say.date(p.on)}`, 'zh-CN': (p, say) => `${say.date(p.on)}` },
  RULE_RELATIVE: {
    en: (p, say) => `${say.number(p.amount)} ${say.plural(p.amount, UNITS[p.unit])} after ${ANCHORS.en[p.anchor]}`,
    'zh-CN': (p, say) => `${ANCHORS['zh-CN'][p.anchor]}后${say.number(p.amount)}${UNITS[p.unit].zh}`,
  },

  SOURCES: {
    en: (p, say) => `${say.number(p.live)} ${say.plural(p.live, { one: 'reason', other: 'reasons' })} to have this, ${say.number(p.ended)} ended`,
    'zh-CN': (p, say) => `拥有此计划的有效原因${say.number(p.live)}个，已结束${say.number(p.ended)}个`,
  },
  SOURCE_NONE: { en: () => 'nothing gives it any more', 'zh-CN': () => '已没有任何来源' },
  SOURCE_INDIVIDUAL: named('assigned by name', '单独指派'),
  SOURCE_GROUP: named('assigned to the group', '指派给群组'),
  SOURCE_DEPARTMENT: named('assigned to the department', '指派给部门'),
  SOURCE_POSITION: named('assigned to the position', '指派给岗位'),
  SOURCE_JOB_ROLE: named('assigned to the job role', '指派给职务'),
  SOURCE_RULE: named('assigned by the rule', '按规则指派'),
  SOURCE_IMPORT: named('assigned by an import', '通过导入指派'),
  SOURCE_API: named('assigned by a partner system', '由外部系统指派'),
  SOURCE_SELF_REGISTRATION: { en: (p, say) => `registered on ${say.date(p.on)}`, 'zh-CN': (p, say) => `${say.date(p.on)}自行报名` },
  SOURCE_SELF_STARTED: { en: (p, say) => `started on one’s own on ${say.date(p.on)}`, 'zh-CN': (p, say) => `${say.date(p.on)}自行开始` },
  SOURCE_BOOKMARK: { en: (p, say) => `added to one’s own plans on ${say.date(p.on)}`, 'zh-CN': (p, say) => `${say.date(p.on)}自行添加` },
  SOURCE_ENDED: { en: (p, say) => `Ended on ${say.date(p.on)}`, 'zh-CN': (p, say) => `已于${say.date(p.on)}结束` },
  SOURCE_SUPPRESSED: { en: () => 'Removed by hand, although the rule still matches', 'zh-CN': () => '规则仍匹配，但已被手动移除' },
  SOURCE_DORMANT: { en: () => 'Its dates wait until the earlier assignment has ended', 'zh-CN': () => '其日期在较早的指派结束前不生效' },
  SOURCE_KEPT: { en: () => 'Kept after leaving the audience', 'zh-CN': () => '离开受众后仍予保留' },

  NEXT_ITEM: { en: (p, say) => `“${p.item}” in ${quoteMilestone(p.milestone, say.language)}`, 'zh-CN': (p, say) => `${quoteMilestone(p.milestone, say.language)}中的“${p.item}”` },
  NEXT_MORE: { en: (p, say) => `${quoteMilestone(p.milestone, say.language)}, where nothing can be started at present`, 'zh-CN': (p, say) => `${quoteMilestone(p.milestone, say.language)}，目前没有可以开始的内容` },
  NEXT_WAIT: {
    en: (p, say) => `wait for ${quoteMilestone(p.milestone, say.language)}${p.on === null ? '' : `, which opens on ${say.date(p.on)}`}`,
    'zh-CN': (p, say) => `等待${quoteMilestone(p.milestone, say.language)}开放${p.on === null ? '' : `（${say.date(p.on)}）`}`,
  },
  NEXT_HIDDEN: {
    en: (p, say) => `wait for the next step${p.on === null ? '' : `, which opens on ${say.date(p.on)}`}`,
    'zh-CN': (p, say) => `等待下一步骤开放${p.on === null ? '' : `（${say.date(p.on)}）`}`,
  },
  NEXT_NOTHING: { en: () => 'nothing is left to do', 'zh-CN': () => '没有待办内容' },
};

/** A message about a standing in words. */
export function sayStanding(message: AnyMessage, language: Language): string {
  return sayMessage(standingCatalog, message, language);
}
