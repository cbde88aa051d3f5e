import type { CalendarDate } from '../shared/calendar.ts';
import { sayMessage, type Catalog, type Language, type Message } from '../shared/message.ts';
import type { EnrollmentStatus } from '../standing/standing.ts';
import { realisticDue } from './assigned-due-problem.ts';
import type { AssignmentException } from './assignment.ts';

/** What can be done with a case of the exception inbox. */
export type ExceptionChoice = 'REALISTIC_DUE' | 'KEEP' | 'DISMISS';

export type ExceptionShapes = {
  INACTIVE_PERSON: {};
  NO_EMPLOYEE_NUMBER: {};
  UNKNOWN_ANCHOR: {};
  UNREALISTIC_DUE: {};
  GIVE_DATE: { due: string };
  KEEP_WITHOUT_DATE: {};
  KEEP_DATE: {};
  KEEP_INACTIVE: {};
  KEEP_NUMBERLESS: {};
  DISMISS: {};
};
export type ExceptionMessage = Message<ExceptionShapes>;

/** One way out of a case, and what follows from it. */
export interface ExceptionOption {
  readonly choice: ExceptionChoice;
  /** REALISTIC_DUE: the day. */
  readonly due: CalendarDate | null;
  readonly consequence: ExceptionMessage;
}

/** Whether the case is about a date. */
function isAboutDue(exception: AssignmentException): boolean {
  return exception === 'UNKNOWN_ANCHOR' || exception === 'UNREALISTIC_DUE';
}

/**
 * The ways out of a case with what follows from each (2.4, ambition 9). Until one is chosen the person has the plan all the same.
 *
 * @param today in the zone of the person
 * @param minimumDays the least time that the plan takes
 */
export function exceptionOptions(exception: AssignmentException, today: CalendarDate, minimumDays: number): readonly ExceptionOption[] {
  const due = realisticDue(today, minimumDays);
  const dismiss: ExceptionOption = { choice: 'DISMISS', due: null, consequence: { code: 'DISMISS', params: {} } };
  const keep: ExceptionMessage = { code: KEPT[exception], params: {} };
  if (!isAboutDue(exception)) return [{ choice: 'KEEP', due: null, consequence: keep }, dismiss];
  return [{ choice: 'REALISTIC_DUE', due, consequence: { code: 'GIVE_DATE', params: { due } } }, { choice: 'KEEP', due: null, consequence: keep }, dismiss];
}

const KEPT = {
  INACTIVE_PERSON: 'KEEP_INACTIVE', NO_EMPLOYEE_NUMBER: 'KEEP_NUMBERLESS', UNKNOWN_ANCHOR: 'KEEP_WITHOUT_DATE', UNREALISTIC_DUE: 'KEEP_DATE',
} as const satisfies { readonly [E in AssignmentException]: keyof ExceptionShapes };

/** What decides what a choice comes to for one person. */
export interface ResolveSituation {
  readonly status: EnrollmentStatus;
  /** The open case; null: there is none any more. */
  readonly exception: AssignmentException | null;
  /** In the zone of the person. */
  readonly today: CalendarDate;
}

export type ResolveClass = 'RESOLVED' | 'DISMISSED' | 'NO_EXCEPTION' | 'NOT_ABOUT_A_DATE' | 'COMPLETED' | 'WITHDRAWN';

/** What a choice comes to for one person; a date is given only where a date is in question, and to who still has something to do. */
export function classifyResolution(choice: ExceptionChoice, { status, exception }: ResolveSituation): ResolveClass {
  if (exception === null) return 'NO_EXCEPTION';
  if (choice === 'DISMISS') return 'DISMISSED';
  if (choice === 'KEEP') return 'RESOLVED';
  if (!isAboutDue(exception)) return 'NOT_ABOUT_A_DATE';
  return status === 'COMPLETED' || status === 'WITHDRAWN' ? status : 'RESOLVED';
}

/** What is the matter, and what follows from a choice, in words. */
export const exceptionCatalog: Catalog<ExceptionShapes> = {
  INACTIVE_PERSON: { en: () => 'The person is suspended or has left', 'zh-CN': () => '此人已停用或离职' },
  NO_EMPLOYEE_NUMBER: { en: () => 'The person has no job number', 'zh-CN': () => '此人没有工号' },
  UNKNOWN_ANCHOR: { en: () => 'The due date counts from the hire date, which nobody has entered', 'zh-CN': () => '截止日期从入职日期起算，但未填写入职日期' },
  UNREALISTIC_DUE: { en: () => 'The due date had passed or left too little time when it was given', 'zh-CN': () => '设定时截止日期已过或时间过短' },
  GIVE_DATE: { en: (p, say) => `Due on ${say.date(p.due)}: the least time that the plan takes, and a week. The date is this person’s own.`, 'zh-CN': (p, say) => `截止日期为${say.date(p.due)}：计划所需最短时间加一周。该日期仅适用于此人。` },
  KEEP_WITHOUT_DATE: { en: () => 'The plan stays without a due date; it is never overdue.', 'zh-CN': () => '保留计划且没有截止日期，不会逾期。' },
  KEEP_DATE: { en: () => 'The plan stays with its date, as hard as that is.', 'zh-CN': () => '保留计划及其日期，尽管难以完成。' },
  KEEP_INACTIVE: { en: () => 'The plan stays, and waits until the person is back; their return closes this case.', 'zh-CN': () => '保留计划，等待此人恢复；恢复后此项自动关闭。' },
  KEEP_NUMBERLESS: {
    en: () => 'The plan stays. Lists by job number go on missing the person until the number is entered on their page; entering it closes this case.',
    'zh-CN': () => '保留计划。在人员页面填写工号之前，按工号的名单仍无法找到此人；填写后此项自动关闭。',
  },
  DISMISS: { en: () => 'This assignment no longer reaches the person. Who has the plan for no other reason loses it; what was done is kept.', 'zh-CN': () => '此指派不再适用于此人。若无其他来源则失去该计划；已完成的内容保留。' },
};

/** A message about a case in words. */
export function sayException(message: ExceptionMessage, language: Language): string {
  return sayMessage(exceptionCatalog, message, language);
}
