import type { AnyMessage, Catalog, Speech } from '@milepost/domain';

/** What the API itself can say, beside the messages of the domain. */
export type TextShapes = {
  NOT_FOUND: {};
  NOT_ALLOWED: {};
  STALE_EDIT: {};
  STALE_PREVIEW: {};
  ILLEGAL_OPERATION: { state: string };
  MUTATION_ID_REUSED: {};
  NAME_MISSING: {};
  TOO_LONG: { limit: number };
  DUPLICATED_NAME: { name: string };
  LINK_NOT_WEB: {};
  UNKNOWN_FILE: {};
  WRONG_FILE_KIND: {};
  NOT_A_PICTURE: {};
  PICTURE_TOO_LARGE: { width: number; height: number; side: number; megapixels: number };
  UNKNOWN_LEARNING_OBJECT: {};
  UNKNOWN_DEPARTMENT: {};
  UNKNOWN_GROUP: {};
  UNKNOWN_PERSON: {};
  NOT_IN_SCOPE: {};
  PLAN_NOT_ACTIVE: {};
  CONTENT_NOT_ACTIVE: { name: string };
  NOTHING_SELECTED: {};
  DUE_IN_PAST: { due: string };
  NOT_A_MODULE: { name: string };
  TOO_MANY: { limit: number };
  TOO_MANY_ENTRIES: { count: number; limit: number };
  LOCKED: {};
  NOT_A_DRAFT: {};
  PLAN_FILE_LINKS_UNKNOWN: { count: number };
  PLAN_CHANGED: {};
  CONTROL_CHARACTERS: {};
  PUBLISHED_ONCE: {};
  NO_NEXT_VERSION: {};
  LAST_MASTER_ADMIN: {};
  EXPIRES_IN_PAST: {};
  SCOPE_BEYOND_MAKER: {};
  OUT_OF_RANGE: { above: number; most: number };
  WHOLE_NUMBER_OUT_OF_RANGE: { from: number; to: number };
  NOT_FOR_THIS_KIND: {};
  TABLE_BROKEN: {};
  ROW_TOO_LONG: { row: number; limit: number };
  TABLE_TOO_LARGE: {};
  TABLE_EMPTY: {};
  TABLE_WITHOUT_ROWS: {};
  ANALYSIS_GIVEN_UP: {};
  START_REFUSED: {};
  OPERATION_GIVEN_UP: { done: number; total: number };
  NOBODY_SELECTED: {};
  NOT_UNDOABLE: {};
  ASSIGNMENT_CHANGED: {};
  UNDO_EXPIRED: {};
  STILL_USED: { name: string; people: number; departments: number; assignments: readonly string[]; plans: readonly string[]; catalogs: readonly string[]; groups: readonly string[]; admins: readonly string[]; keys: readonly string[] };
  MERGED_WITH_ITSELF: { name: string };
  DRIFT_CHECK_RUNNING: {};
  MEND_WITHOUT_TEXT: {};
  NOTHING_HELD_BACK: {};
  MEND_OF_ONE_OR_ALL: {};
  MERGED_ALREADY: { name: string };
  MERGED_INTO_LEFT: { name: string };
  UNKNOWN_POSITION: {};
  UNKNOWN_JOB_ROLE: {};
  UNKNOWN_PARTNER_ACCOUNT: {};
  OUTSIDE_OWN_SCOPE: {};
  NOT_ONESELF: {};
  STATUS_ALREADY: {};
  POLICY_ALREADY: {};
  GROUP_IN_USE: { users: readonly AnyMessage[] };
  USED_BY_RULE: { name: string };
  USED_BY_ASSIGNMENT: { name: string; number: number };
  USED_BY_VISIBLE_RANGE: { name: string };
  USED_BY_CATALOG: { name: string };
  UNKNOWN_CATALOG: {};
  UNKNOWN_PLAN: {};
  NOT_TO_BE_FOUND: {};
  PLAN_ENDED: {};
  NOT_TO_BE_ADDED: {};
  USED_BY_ADMIN: { name: string };
  USED_BY_API_KEY: { name: string };
  EVERYBODY_NOT_CONFIRMED: {};
  GROUP_CIRCLE: { groups: readonly string[] };
  GROUP_IS_DYNAMIC: {};
  GROUP_IS_STATIC: {};
  REASON_MISSING: {};
  GROUP_ASSIGNED: { names: readonly string[] };
};

export const texts: Catalog<TextShapes> = {
  NOT_FOUND: { en: () => 'There is nothing here under this id.', 'zh-CN': () => '找不到该编号对应的内容。' },
  NOT_ALLOWED: {
    en: () => 'You may see this, but not change it. Ask its owner or an administrator.',
    'zh-CN': () => '您可以查看此内容，但不能更改。请联系所有者或管理员。',
  },
  STALE_EDIT: {
    en: () => 'Somebody else changed this while you were editing. Nothing was saved; compare and save again.',
    'zh-CN': () => '在您编辑期间，他人已更改此内容。未保存任何更改；请对比后重新保存。',
  },
  STALE_PREVIEW: {
    en: () => 'Something has changed since the preview. Nothing was carried out; look at the new preview.',
    'zh-CN': () => '预览之后数据已发生变化。未执行任何操作；请查看新的预览。',
  },
  ILLEGAL_OPERATION: {
    en: ({ state }) => `This is not possible in the state ${state}.`,
    'zh-CN': ({ state }) => `当前状态（${state}）下无法执行此操作。`,
  },
  ASSIGNMENT_CHANGED: {
    en: () => 'The assignment or its plan is no longer in the state for this. Load the page anew to see how it is.',
    'zh-CN': () => '该指派或其计划的状态已改变，无法执行此操作。请重新加载页面查看。',
  },
  START_REFUSED: {
    en: () => 'What it gives was no longer in use when its time came, so nothing was given.',
    'zh-CN': () => '到预定时间时，所指派的内容已停用，因此未执行任何操作。',
  },
  NOBODY_SELECTED: {
    en: () => 'Nobody is in this audience. Choose somebody, or let the assignment also be for those who join later.',
    'zh-CN': () => '该范围内没有任何人。请选择人员，或将指派设为包括之后加入的人。',
  },
  NOT_UNDOABLE: { en: () => 'This kind of act cannot be undone.', 'zh-CN': () => '此类操作无法撤销。' },
  UNDO_EXPIRED: { en: () => 'This can no longer be undone: 72 hours have passed.', 'zh-CN': () => '已超过 72 小时，无法再撤销。' },
  MUTATION_ID_REUSED: {
    en: () => 'This clientMutationId was used for another act. Use a new one.',
    'zh-CN': () => '此 clientMutationId 已用于其他操作。请使用新的编号。',
  },
  NAME_MISSING: { en: () => 'Give it a name.', 'zh-CN': () => '请填写名称。' },
  TOO_LONG: {
    en: ({ limit }, say) => `Use at most ${say.number(limit)} characters.`,
    'zh-CN': ({ limit }, say) => `最多 ${say.number(limit)} 个字符。`,
  },
  DUPLICATED_NAME: {
    en: ({ name }) => `“${name}” exists already. Choose another name.`,
    'zh-CN': ({ name }) => `“${name}”已存在。请使用其他名称。`,
  },
  LINK_NOT_WEB: {
    en: () => 'Give an address that begins with https:// or http://.',
    'zh-CN': () => '请输入以 https:// 或 http:// 开头的地址。',
  },
  UNKNOWN_FILE: { en: () => 'This file is not here. Upload it again.', 'zh-CN': () => '找不到该文件。请重新上传。' },
  WRONG_FILE_KIND: {
    en: () => 'This file is of another kind than is needed here.',
    'zh-CN': () => '该文件的类型不符合此处的要求。',
  },
  NOT_A_PICTURE: {
    en: () => 'This file is no picture that can be shown. Take a PNG, JPEG or WebP.',
    'zh-CN': () => '此文件不是可显示的图片。请使用PNG、JPEG或WebP格式。',
  },
  PICTURE_TOO_LARGE: {
    en: (p, say) => `This picture has ${say.number(p.width)} × ${say.number(p.height)} pixels. At most ${say.number(p.side)} a side and ${say.number(p.megapixels)} million in all are taken.`,
    'zh-CN': (p, say) => `此图片为${say.number(p.width)} × ${say.number(p.height)}像素。每边最多${say.number(p.side)}像素，总计最多${say.number(p.megapixels)}百万像素。`,
  },
  UNKNOWN_LEARNING_OBJECT: {
    en: () => 'This content does not exist or is not for you.',
    'zh-CN': () => '该内容不存在或您无权访问。',
  },
  UNKNOWN_DEPARTMENT: { en: () => 'This department does not exist.', 'zh-CN': () => '该部门不存在。' },
  UNKNOWN_GROUP: { en: () => 'This group does not exist.', 'zh-CN': () => '该群组不存在。' },
  UNKNOWN_PERSON: { en: () => 'This person does not exist or is not in your scope.', 'zh-CN': () => '该人员不存在或不在您的管理范围内。' },
  NOT_IN_SCOPE: { en: () => 'This is outside the people you look after.', 'zh-CN': () => '超出您的管理范围。' },
  PLAN_NOT_ACTIVE: {
    en: () => 'Only a published, active plan can be assigned.',
    'zh-CN': () => '只有已发布且启用的计划才能指派。',
  },
  CONTENT_NOT_ACTIVE: {
    en: ({ name }) => `“${name}” is not in use and cannot be assigned.`,
    'zh-CN': ({ name }) => `“${name}”未启用，无法指派。`,
  },
  NOTHING_SELECTED: { en: () => 'Choose at least one.', 'zh-CN': () => '请至少选择一项。' },
  DUE_IN_PAST: {
    en: ({ due }, say) => `${say.date(due)} has passed. Choose today or a later day.`,
    'zh-CN': ({ due }, say) => `${say.date(due)}已过。请选择今天或之后的日期。`,
  },
  NOT_A_MODULE: { en: ({ name }) => `“${name}” is not a module.`, 'zh-CN': ({ name }) => `“${name}”不是模块。` },
  TOO_MANY: {
    en: ({ limit }, say) => `At most ${say.number(limit)} are possible.`,
    'zh-CN': ({ limit }, say) => `最多 ${say.number(limit)} 个。`,
  },
  TOO_MANY_ENTRIES: {
    en: ({ count, limit }, say) => `Each of them in each catalog comes to ${say.number(count)} entries; ${say.number(limit)} at once are possible. Choose fewer.`,
    'zh-CN': ({ count, limit }, say) => `每项内容放入每个目录共${say.number(count)}个条目；一次最多${say.number(limit)}个。请少选一些。`,
  },
  LOCKED: {
    en: () => 'This is not open for you yet. Your plan says what comes first.',
    'zh-CN': () => '此内容尚未对您开放。请查看计划了解先完成什么。',
  },
  PUBLISHED_ONCE: {
    en: () => 'A plan that was published cannot be deleted: people may have had it. Archive it instead.',
    'zh-CN': () => '已发布过的计划不能删除，因为可能有人拥有过。请改为归档。',
  },
  CONTROL_CHARACTERS: { en: () => 'Remove the control characters from this text.', 'zh-CN': () => '请删除文本中的控制字符。' },
  PLAN_CHANGED: { en: () => 'The plan has changed since. Look at it again.', 'zh-CN': () => '计划已发生变化，请重新查看。' },
  PLAN_FILE_LINKS_UNKNOWN: {
    en: (p, say) => `${say.number(p.count)} ${say.plural(p.count, { one: 'item', other: 'items' })} of the file ${say.plural(p.count, { one: 'is', other: 'are' })} not here. Create them first, or leave them out.`,
    'zh-CN': (p, say) => `文件中有${say.number(p.count)}项内容在这里找不到。请先创建，或选择略过。`,
  },
  NOT_A_DRAFT: {
    en: () => 'A published version cannot be changed. Make a new version.',
    'zh-CN': () => '已发布的版本不能更改。请创建新版本。',
  },
  NO_NEXT_VERSION: {
    en: () => 'There is no draft of a next version: it was published or discarded meanwhile, or nobody has begun one.',
    'zh-CN': () => '没有下一版本的草稿：可能已发布、已丢弃，或尚未创建。',
  },
  LAST_MASTER_ADMIN: {
    en: () => 'This is the last master admin. Name another one first.',
    'zh-CN': () => '这是最后一位主管理员。请先指定另一位。',
  },
  EXPIRES_IN_PAST: { en: () => 'Choose a day in the future.', 'zh-CN': () => '请选择未来的日期。' },
  SCOPE_BEYOND_MAKER: {
    en: () => 'A key cannot do more than the person who makes it.',
    'zh-CN': () => '密钥的权限不能超过其创建者。',
  },
  WHOLE_NUMBER_OUT_OF_RANGE: {
    en: ({ from, to }, say) => `Enter a whole number from ${say.number(from)} to ${say.number(to)}.`,
    'zh-CN': ({ from, to }, say) => `请输入 ${say.number(from)} 到 ${say.number(to)} 之间的整数。`,
  },
  OUT_OF_RANGE: {
    en: ({ above, most }, say) => `Give a number above ${say.number(above)} and not above ${say.number(most)}.`,
    'zh-CN': ({ above, most }, say) => `请输入大于${say.number(above)}且不超过${say.number(most)}的数字。`,
  },
  NOT_FOR_THIS_KIND: {
    en: () => 'This kind of content does not have that.',
    'zh-CN': () => '此类内容不支持该设置。',
  },
  TABLE_BROKEN: {
    en: () => 'This file cannot be read as a table: it is damaged, a quote is never closed, or a cell is far too long. Save it as XLSX or CSV again.',
    'zh-CN': () => '无法将此文件读取为表格：文件已损坏、引号未闭合或单元格过长。请重新另存为 XLSX 或 CSV。',
  },
  ROW_TOO_LONG: {
    en: ({ row, limit }, say) => `Row ${say.number(row)} is longer than ${say.number(limit)} characters. Perhaps a quote is opened there and never closed.`,
    'zh-CN': ({ row, limit }, say) => `第 ${say.number(row)} 行超过 ${say.number(limit)} 个字符，可能是该行的引号未闭合。`,
  },
  TABLE_TOO_LARGE: {
    en: () => 'This spreadsheet is too large to be read. Keep only the sheet and the columns that are needed, and save it again.',
    'zh-CN': () => '此电子表格过大，无法读取。请只保留所需的工作表和列，然后重新保存。',
  },
  ANALYSIS_GIVEN_UP: {
    en: () => 'The file could not be analysed, and that is not its fault. Nothing was written; import it again later.',
    'zh-CN': () => '文件未能完成分析，这并非文件的问题。未写入任何内容；请稍后重新导入。',
  },
  OPERATION_GIVEN_UP: {
    en: ({ done, total }, say) => `This stopped before its end: ${say.number(done)} of ${say.number(total)} rows are done and stay. Go on with the rest when the fault is mended.`,
    'zh-CN': ({ done, total }, say) => `此操作中途停止：${say.number(total)} 行中已完成 ${say.number(done)} 行，结果保留。故障排除后可继续处理其余行。`,
  },
  REASON_MISSING: { en: () => 'Say why: the reason is kept with the change.', 'zh-CN': () => '请说明原因：原因将与更改一并保存。' },
  GROUP_ASSIGNED: {
    en: ({ names }, say) => `This person has the plan through ${say.list(names)}. Confirm that the change takes them out of that assignment: what is changed there later no longer reaches them.`,
    'zh-CN': ({ names }, say) => `此人通过${say.list(names)}拥有该计划。请确认此更改会将其移出该指派：之后对该指派的更改不再影响此人。`,
  },
  TABLE_WITHOUT_ROWS: { en: () => 'This file has a header and no rows below it.', 'zh-CN': () => '此文件只有表头，没有数据行。' },
  GROUP_IN_USE: {
    en: ({ users }, say) => `This group is in use: ${say.list(users.map(say.message))}. Take it out there first.`,
    'zh-CN': ({ users }, say) => `该群组正在使用：${say.list(users.map(say.message))}。请先从这些位置移除。`,
  },
  USED_BY_RULE: { en: ({ name }) => `the rule of the group “${name}”`, 'zh-CN': ({ name }) => `群组“${name}”的规则` },
  USED_BY_ASSIGNMENT: { en: ({ name, number }) => `assignment ${number} “${name}”`, 'zh-CN': ({ name, number }) => `指派 ${number}“${name}”` },
  USED_BY_VISIBLE_RANGE: { en: ({ name }) => `the visible range of the plan “${name}”`, 'zh-CN': ({ name }) => `计划“${name}”的可见范围` },
  USED_BY_CATALOG: { en: ({ name }) => `the audience of the catalog “${name}”`, 'zh-CN': ({ name }) => `目录“${name}”的受众` },
  UNKNOWN_CATALOG: { en: () => 'This catalog does not exist any more.', 'zh-CN': () => '该目录已不存在。' },
  UNKNOWN_PLAN: { en: () => 'This plan does not exist or is not for you.', 'zh-CN': () => '该计划不存在或您无权访问。' },
  NOT_TO_BE_FOUND: {
    en: () => 'This is no longer on offer to you. Nothing was changed.',
    'zh-CN': () => '此内容已不再向您开放。未作任何更改。',
  },
  PLAN_ENDED: { en: () => 'This has ended and takes nobody new.', 'zh-CN': () => '此内容已结束，不再接受新学员。' },
  NOT_TO_BE_ADDED: {
    en: () => 'This cannot be added for later, but it can be started.',
    'zh-CN': () => '此内容不能先行添加，但可以直接开始学习。',
  },
  USED_BY_ADMIN: { en: ({ name }) => `the rights of ${name}`, 'zh-CN': ({ name }) => `${name}的权限` },
  USED_BY_API_KEY: { en: ({ name }) => `the API key “${name}”`, 'zh-CN': ({ name }) => `API 密钥“${name}”` },
  EVERYBODY_NOT_CONFIRMED: {
    en: () => 'This chooses everybody. Confirm that everybody is meant, or narrow it.',
    'zh-CN': () => '该条件选中了所有人。请确认确实针对所有人，或缩小范围。',
  },
  GROUP_CIRCLE: {
    en: ({ groups }) => `The groups would refer to each other in a circle: ${groups.map((name) => `“${name}”`).join(' → ')}.`,
    'zh-CN': ({ groups }) => `群组之间将形成循环引用：${groups.map((name) => `“${name}”`).join(' → ')}。`,
  },
  GROUP_IS_DYNAMIC: {
    en: () => 'A rule decides who is in this group. Change the rule instead.',
    'zh-CN': () => '该群组的成员由规则决定。请改为修改规则。',
  },
  GROUP_IS_STATIC: { en: () => 'This group has no rule: its people are added by hand.', 'zh-CN': () => '该群组没有规则：成员由人工添加。' },
  TABLE_EMPTY: { en: () => 'This file is empty.', 'zh-CN': () => '此文件为空。' },
  STILL_USED: {
    en: (uses, say) => `“${uses.name}” is still used: ${say.list(usesIn('en', uses, say))}. Move, merge or change these first.`,
    'zh-CN': (uses, say) => `“${uses.name}”仍在使用：${say.list(usesIn('zh-CN', uses, say))}。请先移动、合并或更改它们。`,
  },
  DRIFT_CHECK_RUNNING: { en: () => 'A check is under way already. Wait until it is done.', 'zh-CN': () => '已有一项检查正在进行，请等待其完成。' },
  NOTHING_HELD_BACK: { en: () => 'It does not become complete by what is on record. Record a completion instead.', 'zh-CN': () => '依据现有记录并不能完成。请改为记录一次完成。' },
  MEND_WITHOUT_TEXT: { en: () => 'Say what the cell is to be read as, or leave the correction out.', 'zh-CN': () => '请填写更正后的内容，或移除该更正。' },
  MEND_OF_ONE_OR_ALL: { en: () => 'A correction is for one row or for all that say the same: give either `row` or `where`.', 'zh-CN': () => '更正应针对一行，或针对内容相同的所有行：请提供 row 或 where 其中之一。' },
  MERGED_ALREADY: { en: ({ name }) => `The record of ${name} has been merged into another one already.`, 'zh-CN': ({ name }) => `${name}的记录已并入另一条记录。` },
  MERGED_INTO_LEFT: {
    en: ({ name }) => `${name} has left, and nobody would be left who takes part. Merge the other way round, or let ${name} return first.`,
    'zh-CN': ({ name }) => `${name}已离职，合并后将无人参与。请反向合并，或先恢复${name}。`,
  },
  MERGED_WITH_ITSELF: { en: ({ name }) => `“${name}” is the same. Choose another one.`, 'zh-CN': ({ name }) => `“${name}”是同一项，请选择其他项。` },
  UNKNOWN_POSITION: { en: () => 'This position does not exist.', 'zh-CN': () => '该岗位不存在。' },
  UNKNOWN_JOB_ROLE: { en: () => 'This job role does not exist.', 'zh-CN': () => '该职责不存在。' },
  UNKNOWN_PARTNER_ACCOUNT: { en: () => 'This partner account does not exist.', 'zh-CN': () => '该合作伙伴不存在。' },
  OUTSIDE_OWN_SCOPE: {
    en: () => 'This person would not be among the people you look after. Choose a department or partner account of yours.',
    'zh-CN': () => '此人将不在您的管理范围内。请选择您负责的部门或合作伙伴。',
  },
  NOT_ONESELF: { en: () => 'You cannot do this to yourself. Ask another administrator.', 'zh-CN': () => '您不能对自己执行此操作。请联系其他管理员。' },
  POLICY_ALREADY: { en: () => 'This rule is in force already.', 'zh-CN': () => '该规则已在生效。' },
  STATUS_ALREADY: { en: () => 'The person has this status already.', 'zh-CN': () => '此人已处于该状态。' },
};

/** Who still refers to something, each kind of them in words. */
function usesIn(language: 'en' | 'zh-CN', uses: TextShapes['STILL_USED'], say: Speech): string[] {
  const quoted = (names: readonly string[]): string => say.list(names.map((name) => `“${name}”`));
  const zh = language === 'zh-CN';
  const said: string[] = [];
  if (uses.people > 0) said.push(zh ? `${say.number(uses.people)} 人` : `${say.number(uses.people)} ${say.plural(uses.people, { one: 'person', other: 'people' })}`);
  if (uses.departments > 0) said.push(zh ? `${say.number(uses.departments)} 个下级部门` : `${say.number(uses.departments)} ${say.plural(uses.departments, { one: 'department', other: 'departments' })} below it`);
  const kinds = [
    [uses.assignments, 'the audience of assignment', '指派的受众'],
    [uses.plans, 'the visible range of', '计划的可见范围'],
    [uses.catalogs, 'the audience of the catalog', '目录的受众'],
    [uses.groups, 'the rule of the group', '群组规则'],
    [uses.admins, 'what is looked after by', '管理员的范围'],
    [uses.keys, 'the scope of the key', '密钥的范围'],
  ] as const;
  for (const [names, en, chinese] of kinds) if (names.length > 0) said.push(`${zh ? chinese : en} ${quoted(names)}`);
  return said;
}
