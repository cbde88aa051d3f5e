import type { Catalog, Message } from '../shared/message.ts';

export type ListProblemShapes = {
  NUMBER_MISSING: {};
  NUMBER_SHORTENED: { value: string; meant: string };
  NUMBER_UNKNOWN: { value: string; meant: string };
  NUMBER_AMBIGUOUS: { value: string; candidates: readonly string[] };
  ZEROS_RESTORED: { value: string; meant: string };
  EMAIL_MISSING: {};
  EMAIL_UNKNOWN: { value: string };
  EXTERNAL_ID_MISSING: {};
  EXTERNAL_ID_UNKNOWN: { value: string; meant: string };
  PERSON_WITHOUT_NUMBER: { name: string };
  PERSON_WITHOUT_EXTERNAL_ID: { name: string };
  PERSON_DOUBLED: { value: string; firstRow: number };
  PERSON_LEFT: { value: string; name: string };
  PERSON_AWAY: { name: string };
};

/** What is wrong with a row of a list, or was mended in it; which of the two, its state says. */
export type ListProblem = Message<ListProblemShapes>;

/** What is wrong with a row of a list of people, and what to do about it. */
export const listProblemCatalog: Catalog<ListProblemShapes> = {
  NUMBER_MISSING: { en: () => 'This row has no job number. Fill it in, or delete the row.', 'zh-CN': () => '该行没有工号，请填写或删除该行。' },
  NUMBER_SHORTENED: {
    en: (p) => `“${p.value}” is a number that a spreadsheet has shortened. Format the column as text and enter it again.${p.meant ? ` It may be ${p.meant}.` : ''}`,
    'zh-CN': (p) => `“${p.value}”是被电子表格缩写的数字，请将该列设为文本格式后重新填写。${p.meant ? `可能是 ${p.meant}。` : ''}`,
  },
  NUMBER_UNKNOWN: {
    en: (p) => `Nobody in your organization has the job number “${p.value}”. ${p.meant ? `It may be ${p.meant}.` : 'Check it, or import the person first.'}`,
    'zh-CN': (p) => `贵组织中没有工号为“${p.value}”的人员。${p.meant ? `可能是 ${p.meant}。` : '请核对，或先导入该人员。'}`,
  },
  NUMBER_AMBIGUOUS: {
    en: (p, say) => `“${p.value}” may have lost zeros in front: it can be ${say.list(p.candidates, 'or')}. Write it in full.`,
    'zh-CN': (p, say) => `“${p.value}”可能丢失了前导零：可能是${say.list(p.candidates, 'or')}。请填写完整。`,
  },
  ZEROS_RESTORED: { en: (p) => `“${p.value}” was read as ${p.meant}: zeros in front were lost.`, 'zh-CN': (p) => `“${p.value}”丢失了前导零，已按 ${p.meant} 读取。` },
  EMAIL_MISSING: { en: () => 'This row has no e-mail address. Fill it in, or delete the row.', 'zh-CN': () => '该行没有邮箱，请填写或删除该行。' },
  EMAIL_UNKNOWN: {
    en: (p) => `Nobody in your organization has the e-mail address “${p.value}”. Check it, or import the person first.`,
    'zh-CN': (p) => `贵组织中没有邮箱为“${p.value}”的人员。请核对，或先导入该人员。`,
  },
  EXTERNAL_ID_MISSING: { en: () => 'This row has no external ID. Fill it in, or delete the row.', 'zh-CN': () => '该行没有外部编号，请填写或删除该行。' },
  EXTERNAL_ID_UNKNOWN: {
    en: (p) => `Nobody in your organization has the external ID “${p.value}”. ${p.meant ? `It may be ${p.meant}.` : 'Check it, capital and small letters too, or import the person first.'}`,
    'zh-CN': (p) => `贵组织中没有外部编号为“${p.value}”的人员。${p.meant ? `可能是 ${p.meant}。` : '请核对（区分大小写），或先导入该人员。'}`,
  },
  PERSON_WITHOUT_EXTERNAL_ID: {
    en: (p) => `${p.name} has no external ID, and a list by external ID finds nobody without one. Enter it on the person’s page, or import this list by another identifier.`,
    'zh-CN': (p) => `${p.name}没有外部编号，按外部编号的名单无法找到此人。请在人员页面填写外部编号，或改为按其他标识导入此名单。`,
  },
  PERSON_WITHOUT_NUMBER: {
    en: (p) => `${p.name} has no job number, and a list by job number finds nobody without one. Enter the number on the person’s page, or import this list by e-mail.`,
    'zh-CN': (p) => `${p.name}没有工号，按工号的名单无法找到此人。请在人员页面填写工号，或改为按邮箱导入此名单。`,
  },
  PERSON_DOUBLED: {
    en: (p, say) => `“${p.value}” stands in row ${say.number(p.firstRow)} already. That row counts; delete this one.`,
    'zh-CN': (p, say) => `“${p.value}”在第${say.number(p.firstRow)}行已出现，以该行为准，请删除此行。`,
  },
  PERSON_LEFT: {
    en: (p) => `${p.name} (${p.value}) has left. Delete the row, or mark the person as active first.`,
    'zh-CN': (p) => `${p.name}（${p.value}）已离职。请删除该行，或先将该人员设为在职。`,
  },
  PERSON_AWAY: { en: (p) => `${p.name} is away and matches no audience until they are back.`, 'zh-CN': (p) => `${p.name}目前停用，恢复之前不会被任何受众选中。` },
};
