import { sayMessage, type Catalog, type Language } from '../shared/message.ts';
import type { DepartmentProblem, DepartmentProblemShapes } from './check-department.ts';

/** Why a department cannot be as wished, in words that say what to do. */
export const departmentProblemCatalog: Catalog<DepartmentProblemShapes> = {
  DEPARTMENT_NAME_MISSING: { en: () => 'Give the department a name.', 'zh-CN': () => '请填写部门名称。' },
  DEPARTMENT_NAME_TOO_LONG: {
    en: (p, say) => `Use at most ${say.number(p.limit)} characters.`,
    'zh-CN': (p, say) => `最多 ${say.number(p.limit)} 个字符。`,
  },
  DEPARTMENT_NAME_CONTROL: { en: () => 'The name holds characters that cannot be seen. Type it again.', 'zh-CN': () => '名称含有不可见字符，请重新输入。' },
  DEPARTMENT_NAME_TAKEN: {
    en: (p) => `There is a department “${p.name}” at this place already. Choose another name, or merge the two.`,
    'zh-CN': (p) => `此处已有部门“${p.name}”。请使用其他名称，或将两者合并。`,
  },
  DEPARTMENT_NAME_SLASH: {
    en: () => 'A name cannot hold a slash: in files it parts the departments of a path.',
    'zh-CN': () => '名称不能包含斜杠：文件中用它分隔部门路径。',
  },
  DEPARTMENT_UNDER_ITSELF: {
    en: (p) => `“${p.name}” cannot stand below itself: ${p.path.join(' › ')}. Choose a department outside of it.`,
    'zh-CN': (p) => `“${p.name}”不能位于自身之下：${p.path.join(' › ')}。请选择它以外的部门。`,
  },
  DEPARTMENT_TOO_DEEP: {
    en: (p, say) => `Departments can be ${say.number(p.limit)} levels deep. Choose a place further up.`,
    'zh-CN': (p, say) => `部门最多 ${say.number(p.limit)} 层。请选择更上层的位置。`,
  },
  DEPARTMENT_INTO_ITSELF: { en: (p) => `“${p.name}” is the same department. Choose another one.`, 'zh-CN': (p) => `“${p.name}”是同一个部门，请选择其他部门。` },
  DEPARTMENT_INTO_OWN_PART: {
    en: (p) => `“${p.into}” belongs to “${p.name}”. Merge “${p.into}” into “${p.name}”, or move it out first.`,
    'zh-CN': (p) => `“${p.into}”属于“${p.name}”。请将“${p.into}”并入“${p.name}”，或先将其移出。`,
  },
  DEPARTMENT_PARTS_ALIKE: {
    en: (p, say) => `Both have ${say.list(p.names.map((name) => `“${name}”`))} below them. Merge or rename these first, then merge into “${p.into}”.`,
    'zh-CN': (p, say) => `两者之下都有${say.list(p.names.map((name) => `“${name}”`))}。请先合并或重命名这些部门，再并入“${p.into}”。`,
  },
};

/** Says why a department cannot be as wished. */
export function sayDepartmentProblem(problem: DepartmentProblem, language: Language): string {
  return sayMessage(departmentProblemCatalog, problem, language);
}
