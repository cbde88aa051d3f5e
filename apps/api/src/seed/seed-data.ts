import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../../tools/seed/data/', import.meta.url));

/** The path of one of the demonstration's files. */
export function seedPath(name: string): string {
  return folder + name;
}

function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(seedPath(name), 'utf8')) as T;
}

export interface SeedAccount {
  readonly key: string;
  readonly who: string;
  readonly name: string;
  readonly employeeNumber: string;
  readonly signIn: string;
  readonly app: 'admin' | 'learner';
  readonly grants?: readonly { readonly role: string; readonly rights: readonly string[]; readonly scope: SeedScope }[];
}

export interface SeedScope {
  readonly kind: 'ORGANIZATION' | 'DEPARTMENT' | 'PARTNER_ACCOUNT';
  readonly department?: string;
  readonly partnerAccount?: string;
}

export interface SeedModule {
  readonly title: string;
  readonly durationMinutes: number;
  readonly kind: 'ARTICLE' | 'DOCUMENT' | 'LINK' | 'VIDEO';
  readonly markdown?: string;
  readonly url?: string;
  readonly file?: string;
}

export interface SeedCourse {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly durationMinutes: number;
  readonly creditLines?: readonly { readonly creditType: string; readonly amount: string }[];
  readonly modules: readonly SeedModule[];
}

export interface SeedPlan {
  readonly code: string;
  readonly preset: 'LEARNING_PLAN' | 'TRAINING_PLAN' | 'CERTIFICATION_PLAN';
  readonly owner: string;
  readonly name: string;
  readonly description: string;
  readonly displayOnFrontEnd: boolean;
  readonly showAddToMyPlans: boolean;
  readonly registrationType: 'ENFORCED' | 'NON_ENFORCED' | 'DISABLED';
  readonly milestoneOrderEnforced: boolean;
  readonly displayUnreleasedSteps: 'NONE' | 'TITLES' | 'DETAILS';
  readonly visibleRange?: SeedAudience;
  readonly dueRule?: unknown;
  readonly milestones: readonly SeedMilestone[];
}

export interface SeedMilestone {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly metric: 'SESSIONS' | 'CREDITS' | 'NONE';
  readonly units?: string;
  readonly creditType?: string;
  readonly dueRule?: unknown;
  readonly releaseRule?: unknown;
  readonly itemOrderEnforced?: boolean;
  readonly items: readonly { readonly course: string; readonly mandatory: boolean }[];
}

export interface SeedAudience {
  readonly kind: string;
  readonly departments?: readonly string[];
  readonly positions?: readonly string[];
  readonly jobRoles?: readonly string[];
  readonly partnerAccounts?: readonly string[];
  readonly groups?: readonly string[];
  readonly operand?: SeedAudience;
  readonly operands?: readonly SeedAudience[];
  readonly [other: string]: unknown;
}

export interface SeedAssignment {
  readonly name: string;
  readonly plans: readonly string[];
  readonly audience: SeedAudience;
  readonly startedDaysAgo: number;
  readonly dueRule?: unknown;
  readonly mode: 'ONE_TIME' | 'DYNAMIC';
  readonly onLeave: 'KEEP' | 'KEEP_IF_STARTED' | 'REMOVE';
  readonly notify: boolean;
}

/** Something that an admin did; people are named by job number or e-mail address, or are as many of a plan as have not completed it. */
export type SeedHappening = { readonly daysAgo: number } & (
  | { readonly kind: 'HIRE'; readonly person: SeedNewColleague }
  | { readonly kind: 'MOVE'; readonly who: string; readonly department: string }
  | { readonly kind: 'END_EMPLOYMENT' | 'SUSPEND'; readonly ofPlan: string; readonly howMany: number; readonly reason: string }
  | { readonly kind: 'MERGE'; readonly from: string; readonly into: string }
  | { readonly kind: 'ASSIGN'; readonly name: string; readonly plan: string; readonly people?: readonly string[]; readonly audience?: SeedAudience; readonly dueRule?: unknown; readonly again?: boolean }
  | { readonly kind: 'ASSIGN_LIST'; readonly name: string; readonly plan: string; readonly by: 'EMPLOYEE_NUMBER' | 'EMAIL'; readonly file: string; readonly lines: readonly string[]; readonly dueRule?: unknown }
  | { readonly kind: 'SET_DUE'; readonly plan: string; readonly howMany: number; readonly inDays: number; readonly reason: string }
  | { readonly kind: 'WAIVE'; readonly plan: string; readonly assignment: string; readonly milestone: string; readonly reason: string }
  | { readonly kind: 'HOLD_STEP'; readonly plan: string; readonly milestone: string; readonly howMany: number; readonly reason: string }
  | { readonly kind: 'TAKE_AWAY'; readonly plan: string; readonly assignment: string; readonly howMany: number; readonly reason: string }
  | {
      readonly kind: 'NEXT_VERSION'; readonly plan: string; readonly milestone: string; readonly courses: readonly string[]; readonly units: string;
      readonly publish?: { readonly choice: 'PIN' | 'MOVE_NOT_STARTED' | 'MOVE_ALL_OPEN' | 'DELTA'; readonly changeNote: string };
    }
);

export interface SeedNewColleague {
  readonly displayName: string;
  readonly employeeNumber?: string;
  readonly email: string;
  readonly hireDate?: string;
  readonly department: string;
  readonly position: string;
  readonly jobRole: string;
}

/** A group by the keys of accounts, or by a rule. */
export interface SeedGroup {
  readonly name: string;
  readonly accounts?: readonly string[];
  readonly rule?: SeedAudience;
}

export interface SeedHistory {
  readonly seed: number;
  readonly days: number;
  readonly plans: readonly {
    readonly plan: string;
    readonly starts: number;
    readonly completes: number;
    readonly daysToStart: number;
    readonly daysToComplete: number;
  }[];
  readonly departments: readonly { readonly department: string; readonly factor: number }[];
  readonly untouched: readonly { readonly account: string; readonly plans: readonly string[] }[];
}

export const seedAccounts = (): readonly SeedAccount[] => readJson<{ accounts: SeedAccount[] }>('accounts.json').accounts;
export const seedCourses = (): readonly SeedCourse[] => readJson<{ courses: SeedCourse[] }>('content.json').courses;
export const seedPlans = (): readonly SeedPlan[] => readJson<{ plans: SeedPlan[] }>('plans.json').plans;
export const seedAssignments = (): readonly SeedAssignment[] => readJson<{ assignments: SeedAssignment[] }>('assignments.json').assignments;
export const seedHappenings = (): readonly SeedHappening[] => readJson<{ happenings: SeedHappening[] }>('happenings.json').happenings;
export const seedGroups = (): readonly SeedGroup[] => readJson<{ groups: SeedGroup[] }>('groups.json').groups;
export const seedHistory = (): SeedHistory => readJson<SeedHistory>('history.json');
