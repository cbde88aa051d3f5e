import { sayMessage, type AnyMessage, type Catalog, type Language, type Message, type Speech } from '../shared/message.ts';
import type { VersionChange } from './diff-versions.ts';
import { quoteMilestone, type MilestoneReference } from './milestone-name.ts';
import type { DueAnchor, DueUnit } from './plan-definition.ts';
import { spokenValue, type ChangeValue, type MilestoneField, type VersionField } from './version-fields.ts';

type OfMilestone = { milestone: MilestoneReference };
type OfItem = OfMilestone & { item: string };
type Days = { days: number };

/** What the sentences about the difference of two versions carry. */
export type VersionChangeShapes = {
  PLAN_FIELD: { field: VersionField; before: ChangeValue; after: ChangeValue };
  MILESTONE_FIELD: OfMilestone & { field: MilestoneField; before: ChangeValue; after: ChangeValue };
  MILESTONE_ADDED: OfMilestone;
  MILESTONE_REMOVED: OfMilestone;
  MILESTONE_MOVED: OfMilestone & { from: number; to: number };
  ITEMS_REORDERED: OfMilestone;
  ITEM_ADDED: OfItem;
  ITEM_REMOVED: OfItem;
  ITEM_MANDATORY: OfItem;
  ITEM_OPTIONAL: OfItem;
  ITEM_EXAM_CHANGED: OfItem;

  TEXT: {};
  PICTURE: { alt: string };
  DAY: { date: string };
  MOMENT: { at: string };
  UNITS: { units: string };
  DUE_RELATIVE: { amount: number; unit: DueUnit; anchor: DueAnchor };
  OPENS_AT_ONCE: {};
  OPENS_BY_HAND: {};
  OPENS_AFTER_ENROLLMENT: Days;
  OPENS_AFTER_PREVIOUS_RELEASED: Days;
  OPENS_AFTER_PREVIOUS_COMPLETED: Days;
  COUNTS_ANY: {};
  COUNTS_AFTER_ENROLLMENT: {};
  COUNTS_SINCE: { date: string };
  COUNTS_WITHIN_DAYS: Days;
  VALID_FOR: { amount: number; unit: DueUnit };
  VALID_TO_END_OF_MONTH: { months: number };
  ENFORCED: {};
  NON_ENFORCED: {};
  DISABLED: {};
  SHOW_NONE: {};
  SHOW_TITLES: {};
  SHOW_DETAILS: {};
  CLOSE: {};
  KEEP_OPEN: {};
  METRIC_SESSIONS: {};
  METRIC_CREDITS: {};
  METRIC_NONE: {};
};

/** A difference as a sentence has it. */
export type VersionChangeMessage = Message<Pick<VersionChangeShapes, VersionChange['kind']>>;

type Words = { readonly [L in Language]: string };

const FIELDS: { readonly [F in VersionField | MilestoneField]: Words } = {
  name: { en: 'Name', 'zh-CN': '名称' },
  description: { en: 'Description', 'zh-CN': '说明' },
  cover: { en: 'Cover picture', 'zh-CN': '封面图片' },
  startsAt: { en: 'Start', 'zh-CN': '开始时间' },
  endsAt: { en: 'End', 'zh-CN': '结束时间' },
  dueRule: { en: 'Due', 'zh-CN': '截止日期' },
  milestoneOrderEnforced: { en: 'Milestones in order', 'zh-CN': '按顺序完成里程碑' },
  registrationType: { en: 'Registration', 'zh-CN': '报名方式' },
  autoRegister: { en: 'Registered automatically', 'zh-CN': '自动报名' },
  displayUnreleasedSteps: { en: 'Steps that are not open yet', 'zh-CN': '尚未开放的步骤' },
  lookback: { en: 'What was done before', 'zh-CN': '此前的完成记录' },
  endPolicy: { en: 'After the end', 'zh-CN': '结束之后' },
  graceDays: { en: 'Days of grace', 'zh-CN': '宽限天数' },
  minimumDays: { en: 'Least days that it takes', 'zh-CN': '最少所需天数' },
  certificateTemplateId: { en: 'Certificate', 'zh-CN': '证书' },
  issueOnExemption: { en: 'Certificate for the exempt', 'zh-CN': '免修者可获证书' },
  validity: { en: 'Valid', 'zh-CN': '有效期' },
  metric: { en: 'Counts', 'zh-CN': '计量方式' },
  units: { en: 'Required', 'zh-CN': '要求数量' },
  creditType: { en: 'Type of credit', 'zh-CN': '学分类型' },
  itemOrderEnforced: { en: 'Items in order', 'zh-CN': '按顺序完成内容' },
  releaseRule: { en: 'Opens', 'zh-CN': '开放时间' },
};

const UNITS: { readonly [U in DueUnit]: { readonly en: { readonly one: string; readonly other: string }; readonly 'zh-CN': string } } = {
  DAYS: { en: { one: 'day', other: 'days' }, 'zh-CN': '天' },
  WEEKS: { en: { one: 'week', other: 'weeks' }, 'zh-CN': '周' },
  MONTHS: { en: { one: 'month', other: 'months' }, 'zh-CN': '个月' },
};

const ANCHORS: { readonly [A in DueAnchor]: Words } = {
  ENROLLED: { en: 'the enrollment', 'zh-CN': '加入计划' },
  ASSIGNED: { en: 'the assignment', 'zh-CN': '指派' },
  FIRST_SIGN_IN: { en: 'the first sign-in', 'zh-CN': '首次登录' },
  HIRE_DATE: { en: 'the hire date', 'zh-CN': '入职' },
  PREVIOUS_STEP: { en: 'the previous step', 'zh-CN': '完成上一步骤' },
};

const span = (amount: number, unit: DueUnit, say: Speech): string =>
  say.language === 'en' ? `${say.number(amount)} ${say.plural(amount, UNITS[unit].en)}` : `${say.number(amount)}${UNITS[unit]['zh-CN']}`;
const days = (p: Days, say: Speech): string => span(p.days, 'DAYS', say);

function sayValue(value: ChangeValue, say: Speech): string {
  const en = say.language === 'en';
  if (value === null) return en ? 'none' : '无';
  if (typeof value === 'boolean') return en ? (value ? 'yes' : 'no') : value ? '是' : '否';
  if (typeof value === 'number') return say.number(value);
  return typeof value === 'string' ? `“${value}”` : say.message(value);
}

const fieldWords = (field: VersionField | MilestoneField, say: Speech): string => FIELDS[field][say.language];
const values = (p: { before: ChangeValue; after: ChangeValue }, say: Speech): string => `${sayValue(p.before, say)} → ${sayValue(p.after, say)}`;
const quoted = (p: OfMilestone, say: Speech): string => quoteMilestone(p.milestone, say.language);

/** How one version differs from another, each difference a line of its own. */
export const versionChangeCatalog: Catalog<VersionChangeShapes> = {
  PLAN_FIELD: {
    en: (p, say) => `${fieldWords(p.field, say)}: ${values(p, say)}`,
    'zh-CN': (p, say) => `${fieldWords(p.field, say)}：${values(p, say)}`,
  },
  MILESTONE_FIELD: {
    en: (p, say) => `${quoted(p, say)}: ${fieldWords(p.field, say)}: ${values(p, say)}`,
    'zh-CN': (p, say) => `${quoted(p, say)}：${fieldWords(p.field, say)}：${values(p, say)}`,
  },
  MILESTONE_ADDED: { en: (p, say) => `${quoted(p, say)} is new`, 'zh-CN': (p, say) => `新增${quoted(p, say)}` },
  MILESTONE_REMOVED: { en: (p, say) => `${quoted(p, say)} is gone`, 'zh-CN': (p, say) => `移除${quoted(p, say)}` },
  MILESTONE_MOVED: {
    en: (p, say) => `${quoted(p, say)} moves from place ${say.number(p.from)} to place ${say.number(p.to)}`,
    'zh-CN': (p, say) => `${quoted(p, say)}由第${say.number(p.from)}位移至第${say.number(p.to)}位`,
  },
  ITEMS_REORDERED: { en: (p, say) => `${quoted(p, say)}: the items stand in another order`, 'zh-CN': (p, say) => `${quoted(p, say)}：内容的顺序有变` },
  ITEM_ADDED: { en: (p, say) => `${quoted(p, say)}: “${p.item}” is added`, 'zh-CN': (p, say) => `${quoted(p, say)}：新增“${p.item}”` },
  ITEM_REMOVED: { en: (p, say) => `${quoted(p, say)}: “${p.item}” is taken out`, 'zh-CN': (p, say) => `${quoted(p, say)}：移除“${p.item}”` },
  ITEM_MANDATORY: { en: (p, say) => `${quoted(p, say)}: “${p.item}” is mandatory`, 'zh-CN': (p, say) => `${quoted(p, say)}：“${p.item}”为必做` },
  ITEM_OPTIONAL: { en: (p, say) => `${quoted(p, say)}: “${p.item}” is no longer mandatory`, 'zh-CN': (p, say) => `${quoted(p, say)}：“${p.item}”不再必做` },
  ITEM_EXAM_CHANGED: { en: (p, say) => `${quoted(p, say)}: the exam “${p.item}” is taken anew`, 'zh-CN': (p, say) => `${quoted(p, say)}：考试“${p.item}”须重新参加` },

  TEXT: { en: () => 'a text', 'zh-CN': () => '文本' },
  PICTURE: {
    en: (p) => (p.alt ? `a picture (“${p.alt}”)` : 'a picture'),
    'zh-CN': (p) => (p.alt ? `图片（“${p.alt}”）` : '图片'),
  },
  DAY: { en: (p, say) => say.date(p.date), 'zh-CN': (p, say) => say.date(p.date) },
  MOMENT: {
    en: (p, say) => `${say.date(p.at.slice(0, 10))}, ${p.at.slice(11, 16)} UTC`,
    'zh-CN': (p, say) => `${say.date(p.at.slice(0, 10))} ${p.at.slice(11, 16)}（UTC）`,
  },
  UNITS: { en: (p, say) => `${say.number(p.units)} ${say.plural(p.units, { one: 'unit', other: 'units' })}`, 'zh-CN': (p, say) => `${say.number(p.units)}个单位` },
  DUE_RELATIVE: {
    en: (p, say) => `${span(p.amount, p.unit, say)} after ${ANCHORS[p.anchor].en}`,
    'zh-CN': (p, say) => `${ANCHORS[p.anchor]['zh-CN']}后${span(p.amount, p.unit, say)}`,
  },
  OPENS_AT_ONCE: { en: () => 'at once', 'zh-CN': () => '立即' },
  OPENS_BY_HAND: { en: () => 'by hand', 'zh-CN': () => '手动' },
  OPENS_AFTER_ENROLLMENT: { en: (p, say) => `${days(p, say)} after the enrollment`, 'zh-CN': (p, say) => `加入计划后${days(p, say)}` },
  OPENS_AFTER_PREVIOUS_RELEASED: { en: (p, say) => `${days(p, say)} after the previous step opened`, 'zh-CN': (p, say) => `上一步骤开放后${days(p, say)}` },
  OPENS_AFTER_PREVIOUS_COMPLETED: { en: (p, say) => `${days(p, say)} after the previous step was completed`, 'zh-CN': (p, say) => `上一步骤完成后${days(p, say)}` },
  COUNTS_ANY: { en: () => 'counts', 'zh-CN': () => '全部计入' },
  COUNTS_AFTER_ENROLLMENT: { en: () => 'does not count', 'zh-CN': () => '不计入' },
  COUNTS_SINCE: { en: (p, say) => `counts from ${say.date(p.date)}`, 'zh-CN': (p, say) => `自${say.date(p.date)}起计入` },
  COUNTS_WITHIN_DAYS: { en: (p, say) => `counts if done within ${days(p, say)} before the enrollment`, 'zh-CN': (p, say) => `加入计划前${days(p, say)}内的计入` },
  VALID_FOR: { en: (p, say) => `for ${span(p.amount, p.unit, say)}`, 'zh-CN': (p, say) => span(p.amount, p.unit, say) },
  VALID_TO_END_OF_MONTH: { en: (p, say) => `to the end of the month, ${span(p.months, 'MONTHS', say)} later`, 'zh-CN': (p, say) => `${span(p.months, 'MONTHS', say)}后的月底` },
  ENFORCED: { en: () => 'for all of it', 'zh-CN': () => '须全部报名' },
  NON_ENFORCED: { en: () => 'as one likes', 'zh-CN': () => '自愿报名' },
  DISABLED: { en: () => 'off', 'zh-CN': () => '关闭' },
  SHOW_NONE: { en: () => 'hidden', 'zh-CN': () => '隐藏' },
  SHOW_TITLES: { en: () => 'shown by title', 'zh-CN': () => '仅显示标题' },
  SHOW_DETAILS: { en: () => 'shown in full', 'zh-CN': () => '显示详情' },
  CLOSE: { en: () => 'closed', 'zh-CN': () => '关闭' },
  KEEP_OPEN: { en: () => 'stays open', 'zh-CN': () => '保持开放' },
  METRIC_SESSIONS: { en: () => 'sessions', 'zh-CN': () => '课次' },
  METRIC_CREDITS: { en: () => 'credits', 'zh-CN': () => '学分' },
  METRIC_NONE: { en: () => 'nothing (elective)', 'zh-CN': () => '不计（选修）' },
};

/**
 * A difference as it is sent and said.
 *
 * @param nameOf what a learning object is called
 */
export function describeVersionChange(change: VersionChange, nameOf: (learningObjectId: string) => string): VersionChangeMessage {
  return { code: change.kind, params: paramsOf(change, nameOf) } as VersionChangeMessage;
}

function paramsOf(change: VersionChange, nameOf: (learningObjectId: string) => string): AnyMessage['params'] {
  switch (change.kind) {
    case 'PLAN_FIELD':
      return { field: change.field, before: spokenValue(change.field, change.before), after: spokenValue(change.field, change.after) };
    case 'MILESTONE_FIELD':
      return { milestone: change.milestone, field: change.field, before: spokenValue(change.field, change.before), after: spokenValue(change.field, change.after) };
    case 'MILESTONE_MOVED':
      return { milestone: change.milestone, from: change.from, to: change.to };
    case 'MILESTONE_ADDED':
    case 'MILESTONE_REMOVED':
    case 'ITEMS_REORDERED':
      return { milestone: change.milestone };
    default:
      return { milestone: change.milestone, item: nameOf(change.learningObjectId) };
  }
}

/** The same in words. */
export function sayVersionChange(change: VersionChange, nameOf: (learningObjectId: string) => string, language: Language): string {
  return sayMessage(versionChangeCatalog, describeVersionChange(change, nameOf), language);
}
