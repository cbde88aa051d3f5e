import { sayMessage, type AnyMessage, type Catalog, type Language, type Speech } from '../shared/message.ts';
import type { AudienceProblem, AudienceProblemShapes } from './audience-expression.ts';

type Names = { names: readonly string[]; more: number };

export type AudienceShapes = {
  EVERYONE: {};
  PEOPLE_WHO: { condition: AnyMessage };
  ANYBODY: {};
  NAMED: Names;
  IN_GROUP: Names;
  IN_DEPARTMENT: Names;
  IN_DEPARTMENT_TREE: Names;
  IN_POSITION: Names;
  IN_JOB_ROLE: Names;
  OF_PARTNER: Names;
  SPEAKING: { languages: readonly string[] };
  HIRED_SINCE: { from: string };
  HIRED_UNTIL: { to: string };
  HIRED_BETWEEN: { from: string; to: string };
  ALL_OF: { conditions: readonly AnyMessage[] };
  ANY_OF: { conditions: readonly AnyMessage[] };
  NOT: { condition: AnyMessage };
  IN_BRACKETS: { condition: AnyMessage };
  ON_LIST: { name: string };
};

/** "Sales, Support, or 3 more". */
function anyOfEn({ names, more }: Names, say: Speech): string {
  return say.list(more > 0 ? [...names, names.length > 0 ? `${say.number(more)} more` : `${say.number(more)} of unknown name`] : names, 'or');
}

/** “销售”、“支持”或另外3个. */
function anyOfZh({ names, more }: Names, say: Speech): string {
  const quoted = names.map((name) => `“${name}”`);
  return say.list(more > 0 ? [...quoted, names.length > 0 ? `另外${say.number(more)}个` : `${say.number(more)}个名称不详者`] : quoted, 'or');
}

/** How an audience is said. */
export const audienceCatalog: Catalog<AudienceShapes> = {
  EVERYONE: { en: () => 'Everyone', 'zh-CN': () => '所有人' },
  PEOPLE_WHO: { en: (p, say) => `People ${say.message(p.condition)}`, 'zh-CN': (p, say) => `符合以下条件的人员：${say.message(p.condition)}` },
  ANYBODY: { en: () => 'of any kind', 'zh-CN': () => '任何人' },
  NAMED: { en: (p, say) => `named ${anyOfEn(p, say)}`, 'zh-CN': (p, say) => `姓名为${anyOfZh(p, say)}` },
  IN_GROUP: { en: (p, say) => `in the group ${anyOfEn(p, say)}`, 'zh-CN': (p, say) => `属于群组${anyOfZh(p, say)}` },
  IN_DEPARTMENT: { en: (p, say) => `directly in the department ${anyOfEn(p, say)}`, 'zh-CN': (p, say) => `直属部门${anyOfZh(p, say)}` },
  IN_DEPARTMENT_TREE: { en: (p, say) => `in the department ${anyOfEn(p, say)} (with sub-departments)`, 'zh-CN': (p, say) => `属于部门${anyOfZh(p, say)}（含下级部门）` },
  IN_POSITION: { en: (p, say) => `in the position ${anyOfEn(p, say)}`, 'zh-CN': (p, say) => `岗位为${anyOfZh(p, say)}` },
  IN_JOB_ROLE: { en: (p, say) => `with the job role ${anyOfEn(p, say)}`, 'zh-CN': (p, say) => `职务为${anyOfZh(p, say)}` },
  OF_PARTNER: { en: (p, say) => `of the partner ${anyOfEn(p, say)}`, 'zh-CN': (p, say) => `属于合作伙伴${anyOfZh(p, say)}` },
  SPEAKING: {
    en: (p, say) => `with the language ${say.list(p.languages.map(say.languageName), 'or')}`,
    'zh-CN': (p, say) => `语言为${say.list(p.languages.map(say.languageName), 'or')}`,
  },
  HIRED_SINCE: { en: (p, say) => `hired on ${say.date(p.from)} or later`, 'zh-CN': (p, say) => `${say.date(p.from)}及以后入职` },
  HIRED_UNTIL: { en: (p, say) => `hired on ${say.date(p.to)} or earlier`, 'zh-CN': (p, say) => `${say.date(p.to)}及以前入职` },
  HIRED_BETWEEN: { en: (p, say) => `hired from ${say.date(p.from)} to ${say.date(p.to)}`, 'zh-CN': (p, say) => `${say.date(p.from)}至${say.date(p.to)}入职` },
  ALL_OF: { en: (p, say) => say.list(p.conditions.map(say.message)), 'zh-CN': (p, say) => `${p.conditions.map(say.message).join('，且')}` },
  ANY_OF: { en: (p, say) => say.list(p.conditions.map(say.message), 'or'), 'zh-CN': (p, say) => `${p.conditions.map(say.message).join('，或')}` },
  NOT: { en: (p, say) => `not ${say.message(p.condition)}`, 'zh-CN': (p, say) => `并非${say.message(p.condition)}` },
  ON_LIST: { en: (p) => `People on the list “${p.name}”`, 'zh-CN': (p) => `名单“${p.name}”中的人员` },
  IN_BRACKETS: { en: (p, say) => `(${say.message(p.condition)})`, 'zh-CN': (p, say) => `（${say.message(p.condition)}）` },
};

/** What is wrong with an audience, in words. */
export const audienceProblemCatalog: Catalog<AudienceProblemShapes> = {
  NOT_AN_OBJECT: { en: () => 'A condition was expected here.', 'zh-CN': () => '此处应为一个条件。' },
  UNKNOWN_KIND: { en: (p) => `There is no condition of the kind “${p.kind}”.`, 'zh-CN': (p) => `没有“${p.kind}”这种条件。` },
  UNKNOWN_FIELD: { en: (p) => `This condition has no field “${p.field}”.`, 'zh-CN': (p) => `该条件没有“${p.field}”字段。` },
  FIELD_MISSING: { en: (p) => `The field “${p.field}” is missing.`, 'zh-CN': (p) => `缺少“${p.field}”字段。` },
  NOT_A_LIST: { en: () => 'A list was expected here.', 'zh-CN': () => '此处应为列表。' },
  LIST_EMPTY: { en: () => 'Choose at least one.', 'zh-CN': () => '请至少选择一项。' },
  TOO_MANY_IDS: {
    en: (p, say) => `No more than ${say.number(p.limit)} can be chosen in one condition. Make a group of them instead.`,
    'zh-CN': (p, say) => `一个条件最多可选${say.number(p.limit)}项，请改用群组。`,
  },
  NOT_AN_ID: { en: () => 'This is not an id.', 'zh-CN': () => '这不是有效的标识。' },
  NOT_A_LANGUAGE: { en: () => 'This is not a language tag such as “en” or “zh-CN”.', 'zh-CN': () => '这不是“en”或“zh-CN”之类的语言标记。' },
  NOT_A_BOOLEAN: { en: () => 'Yes or no was expected here.', 'zh-CN': () => '此处应为是或否。' },
  NOT_A_DATE: { en: () => 'This is not a date in the form YYYY-MM-DD.', 'zh-CN': () => '这不是YYYY-MM-DD格式的有效日期。' },
  RANGE_EMPTY: { en: () => 'Give the first day, the last day, or both.', 'zh-CN': () => '请填写起始日期、结束日期或两者。' },
  RANGE_REVERSED: { en: () => 'The first day is after the last.', 'zh-CN': () => '起始日期晚于结束日期。' },
  TOO_DEEP: { en: (p, say) => `Conditions can be nested ${say.number(p.limit)} deep at most.`, 'zh-CN': (p, say) => `条件最多可嵌套${say.number(p.limit)}层。` },
  TOO_MANY_NODES: { en: (p, say) => `An audience can have ${say.number(p.limit)} conditions at most.`, 'zh-CN': (p, say) => `一个受众最多可有${say.number(p.limit)}个条件。` },
};

/** A problem of an audience in words. */
export function sayAudienceProblem(problem: AudienceProblem, language: Language): string {
  return sayMessage(audienceProblemCatalog, problem, language);
}
