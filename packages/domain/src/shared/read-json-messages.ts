import type { Catalog } from './message.ts';
import type { JsonPath, JsonProblemShapes } from './read-json.ts';

/** What is wrong with JSON, in words. */
export const jsonProblemCatalog: Catalog<JsonProblemShapes> = {
  NOT_AN_OBJECT: { en: () => 'An object with fields was expected here.', 'zh-CN': () => '此处应为带字段的对象。' },
  UNKNOWN_FIELD: { en: (p) => `There is no field “${p.field}”. Remove it, or check its spelling.`, 'zh-CN': (p) => `没有“${p.field}”字段，请删除或检查拼写。` },
  FIELD_MISSING: { en: (p) => `The field “${p.field}” is missing.`, 'zh-CN': (p) => `缺少“${p.field}”字段。` },
  NOT_A_LIST: { en: () => 'A list was expected here.', 'zh-CN': () => '此处应为列表。' },
  TOO_MANY: { en: (p, say) => `There can be ${say.number(p.limit)} at most.`, 'zh-CN': (p, say) => `最多${say.number(p.limit)}项。` },
  NOT_A_TEXT: { en: () => 'A text was expected here.', 'zh-CN': () => '此处应为文本。' },
  TEXT_TOO_LONG: { en: (p, say) => `Shorten this to ${say.number(p.limit)} characters.`, 'zh-CN': (p, say) => `请缩短到${say.number(p.limit)}个字符以内。` },
  TEXT_HAS_CONTROL_CHARACTERS: { en: () => 'Remove the control characters from this text.', 'zh-CN': () => '请删除文本中的控制字符。' },
  NOT_ONE_OF: { en: (p, say) => `This must be ${say.list(p.values, 'or')}.`, 'zh-CN': (p, say) => `此处应为${say.list(p.values, 'or')}。` },
  NOT_A_WHOLE_NUMBER: { en: (p, say) => `A whole number from ${say.number(p.from)} to ${say.number(p.to)} was expected here.`, 'zh-CN': (p, say) => `此处应为${say.number(p.from)}到${say.number(p.to)}之间的整数。` },
  NOT_A_DECIMAL: { en: () => 'A number was expected here, written as a text such as "2.5".', 'zh-CN': () => '此处应为以文本书写的数字，例如"2.5"。' },
  NOT_A_BOOLEAN: { en: () => 'true or false was expected here.', 'zh-CN': () => '此处应为true或false。' },
  NOT_A_DATE: { en: () => 'This is not a date in the form YYYY-MM-DD.', 'zh-CN': () => '这不是YYYY-MM-DD格式的有效日期。' },
  NOT_AN_INSTANT: { en: () => 'This is not a moment such as 2027-06-30T12:00:00Z.', 'zh-CN': () => '这不是2027-06-30T12:00:00Z格式的有效时刻。' },
  NOT_A_SHA256: { en: () => 'This is not a SHA-256 in hexadecimal.', 'zh-CN': () => '这不是十六进制的SHA-256值。' },
  NOT_AN_ID: { en: () => 'This is not an id.', 'zh-CN': () => '这不是有效的标识。' },
};

/** A path as people write it: `milestones[0].items[3].id`. */
export function sayJsonPath(path: JsonPath): string {
  return path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`)).join('');
}
