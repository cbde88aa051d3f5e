/** Chooses people by names; the loader puts ids in their place. */
export type SeedAudience =
  | { kind: 'EVERYONE' }
  | { kind: 'DEPARTMENTS'; departments: string[]; includeSubDepartments: boolean }
  | { kind: 'POSITIONS'; positions: string[] }
  | { kind: 'JOB_ROLES'; jobRoles: string[] }
  | { kind: 'LANGUAGES'; languages: string[] }
  | { kind: 'PARTNER_ACCOUNTS'; partnerAccounts: string[] }
  | { kind: 'HIRE_DATE'; from: string }
  | { kind: 'AND' | 'OR'; operands: SeedAudience[] }
  | { kind: 'NOT'; operand: SeedAudience };

/** When something is due, counted from a day. */
export type Due = { kind: 'RELATIVE'; amount: number; unit: 'DAYS' | 'WEEKS' | 'MONTHS'; anchor: 'ENROLLED' | 'ASSIGNED' | 'FIRST_SIGN_IN' | 'HIRE_DATE' | 'PREVIOUS_STEP' };
type Release = { kind: 'IMMEDIATE' | 'MANUAL' } | { kind: 'AFTER_ENROLLMENT' | 'AFTER_PREVIOUS_RELEASED' | 'AFTER_PREVIOUS_COMPLETED'; days: number };

/** A milestone; `items` are keys of courses, and one that ends in `!` is mandatory among them. */
export interface SeedMilestone {
  key: string;
  name: string;
  description: string;
  metric: 'SESSIONS' | 'CREDITS' | 'NONE';
  units?: string;
  creditType?: string;
  dueRule?: Due;
  releaseRule?: Release;
  itemOrderEnforced?: boolean;
  items: string[];
}

export interface SeedPlan {
  code: string;
  preset: 'LEARNING_PLAN' | 'TRAINING_PLAN' | 'CERTIFICATION_PLAN';
  name: string;
  description: string;
  /** A key of `accounts.json`. */
  owner: string;
  visibleRange?: SeedAudience;
  displayOnFrontEnd: boolean;
  showAddToMyPlans: boolean;
  registrationType: 'ENFORCED' | 'NON_ENFORCED' | 'DISABLED';
  milestoneOrderEnforced: boolean;
  displayUnreleasedSteps: 'NONE' | 'TITLES' | 'DETAILS';
  dueRule?: Due;
  validity?: { kind: 'DURATION'; amount: number; unit: 'MONTHS' };
  milestones: SeedMilestone[];
}

const days = (amount: number, anchor: Due['anchor']): Due => ({ kind: 'RELATIVE', amount, unit: 'DAYS', anchor });
const plan = (given: Omit<SeedPlan, 'owner' | 'displayOnFrontEnd' | 'showAddToMyPlans' | 'registrationType' | 'milestoneOrderEnforced' | 'displayUnreleasedSteps'> & Partial<SeedPlan>): SeedPlan => ({
  owner: 'planAdmin',
  displayOnFrontEnd: true,
  showAddToMyPlans: false,
  registrationType: 'DISABLED',
  milestoneOrderEnforced: false,
  displayUnreleasedSteps: 'TITLES',
  ...given,
});
const sessions = (key: string, name: string, units: number, items: string[], more: Partial<SeedMilestone> = {}): SeedMilestone => ({ key, name, description: '', metric: 'SESSIONS', units: String(units), items, ...more });
const credits = (key: string, name: string, units: string, creditType: string, items: string[], more: Partial<SeedMilestone> = {}): SeedMilestone => ({ key, name, description: '', metric: 'CREDITS', units, creditType, items, ...more });
const elective = (key: string, name: string, items: string[], more: Partial<SeedMilestone> = {}): SeedMilestone => ({ key, name, description: 'For those who want to know more. Not required.', metric: 'NONE', items, ...more });

const EVERYONE: SeedAudience = { kind: 'EVERYONE' };
const department = (...departments: string[]): SeedAudience => ({ kind: 'DEPARTMENTS', departments: departments.map((path) => `Northwind / ${path}`), includeSubDepartments: true });

/** Eight plans that between them use what plans can do. */
export const PLANS: readonly SeedPlan[] = [
  plan({
    code: 'SECURITY-2026', preset: 'TRAINING_PLAN', name: 'Information security 2026', visibleRange: EVERYONE, dueRule: days(60, 'ASSIGNED'),
    description: 'The yearly security training. Two of three topics are enough, the essentials among them; either language counts.',
    milestones: [
      sessions('essentials', 'Security essentials', 2, ['SEC-101!', 'SEC-120', 'PRI-101'], { description: 'Two of three, the essentials among them.' }),
      elective('deeper', 'Go deeper', ['SEC-310', 'DAT-140']),
    ],
  }),
  plan({
    code: 'ONBOARDING', preset: 'LEARNING_PLAN', name: 'Onboarding', visibleRange: EVERYONE, milestoneOrderEnforced: true,
    description: 'From the first day to the end of the third month, step by step.',
    milestones: [
      sessions('arrive', 'Arrive', 1, ['ONB-101'], { dueRule: days(7, 'HIRE_DATE') }),
      sessions('stay-safe', 'Stay safe', 2, ['SEC-101', 'CMP-101'], { dueRule: days(30, 'HIRE_DATE'), releaseRule: { kind: 'AFTER_ENROLLMENT', days: 3 } }),
      sessions('work-together', 'Work together', 2, ['COM-110', 'LEA-130', 'PRO-110', 'ESG-101'], { dueRule: days(90, 'HIRE_DATE'), releaseRule: { kind: 'AFTER_PREVIOUS_COMPLETED', days: 7 } }),
      elective('look-around', 'Look around', ['SAL-101', 'WEL-110', 'PRO-120']),
    ],
  }),
  plan({
    code: 'SALES-ACADEMY', preset: 'LEARNING_PLAN', name: 'Sales academy', visibleRange: department('Sales'), showAddToMyPlans: true, registrationType: 'NON_ENFORCED', milestoneOrderEnforced: true,
    description: 'From product knowledge to negotiating value. Three credits of the craft, in order.',
    dueRule: days(180, 'ASSIGNED'),
    milestones: [
      sessions('know-the-portfolio', 'Know the portfolio', 1, ['SAL-101'], { dueRule: days(30, 'ASSIGNED') }),
      credits('craft', 'The craft', '3.0', 'Sales', ['SAL-110', 'SAL-220', 'ZH-SAL-110'], { itemOrderEnforced: true }),
      sessions('fair-play', 'Fair play', 2, ['CMP-210', 'CMP-220']),
      elective('wider', 'A wider view', ['COM-110', 'DAT-110']),
    ],
  }),
  plan({
    code: 'NEW-MANAGERS', preset: 'LEARNING_PLAN', name: 'New managers', visibleRange: { kind: 'JOB_ROLES', jobRoles: ['People Manager'] }, showAddToMyPlans: true, registrationType: 'NON_ENFORCED',
    description: 'Ninety days into leading people: three credits of professional development, in your own order.',
    milestones: [
      credits('lead', 'Lead', '3.0', 'CPD', ['LEA-201!', 'LEA-110', 'PRO-110', 'ZH-LEA-201'], { dueRule: days(60, 'ENROLLED') }),
      sessions('talk', 'Talk', 1, ['LEA-130', 'SRV-110', 'COM-110'], { dueRule: days(90, 'ENROLLED') }),
    ],
  }),
  plan({
    code: 'SHOP-FLOOR-SAFETY', preset: 'TRAINING_PLAN', name: 'Safety on the shop floor', dueRule: days(30, 'ASSIGNED'),
    description: 'Required for everyone who works in manufacturing and logistics.',
    milestones: [
      sessions('begin', 'Before you begin', 1, ['ONB-140', 'ZH-SAF-101'], { dueRule: days(7, 'ASSIGNED') }),
      credits('practice', 'Practice', '1.5', 'Safety', ['SAF-110', 'SAF-120!', 'SAF-210']),
      elective('drivers', 'For drivers', ['SAF-230']),
    ],
  }),
  plan({
    code: 'BEACON-CERTIFIED', preset: 'CERTIFICATION_PLAN', name: 'Certified Beacon technician', milestoneOrderEnforced: true, validity: { kind: 'DURATION', amount: 24, unit: 'MONTHS' },
    visibleRange: { kind: 'OR', operands: [{ kind: 'JOB_ROLES', jobRoles: ['Partner Employee', 'Service Technician'] }, department('Partner Network')] },
    description: 'For technicians of partners and of our own field service. Valid for two years.', displayUnreleasedSteps: 'DETAILS',
    milestones: [
      sessions('welcome', 'Know the programme', 1, ['PAR-101'], { dueRule: days(30, 'ENROLLED') }),
      credits('product', 'Know the product', '4.0', 'Product', ['PAR-210!', 'PRD-240!'], { itemOrderEnforced: true, releaseRule: { kind: 'AFTER_PREVIOUS_COMPLETED', days: 0 } }),
      sessions('on-site', 'Be safe on site', 1, ['SRV-210'], { dueRule: { kind: 'RELATIVE', amount: 4, unit: 'WEEKS', anchor: 'PREVIOUS_STEP' } }),
    ],
  }),
  plan({
    code: 'CHINA-ESSENTIALS', preset: 'TRAINING_PLAN', name: '新员工与合规必修', visibleRange: { kind: 'LANGUAGES', languages: ['zh'] }, dueRule: days(45, 'ASSIGNED'),
    description: '面向使用简体中文的同事：入职、信息安全与个人信息保护。四门课程完成三门即可，其中信息安全为必修。',
    milestones: [
      sessions('essentials', '必修课程', 3, ['ZH-SEC-101!', 'ZH-PRI-101', 'ZH-ONB-101', 'ZH-SAF-101']),
      elective('more', '选修课程', ['ZH-SAL-110', 'ZH-LEA-201']),
    ],
  }),
  plan({
    code: 'ENGINEERING-CRAFT', preset: 'LEARNING_PLAN', name: 'Engineering craft', visibleRange: department('Product & Engineering', 'Information Technology'), showAddToMyPlans: true, registrationType: 'NON_ENFORCED',
    description: 'Security, privacy and accessibility in what we build; a new step opens every other week, and none is shown before.', displayUnreleasedSteps: 'NONE',
    milestones: [
      sessions('secure', 'Build it secure', 1, ['SEC-240']),
      sessions('private', 'Build it private', 1, ['PRI-220'], { releaseRule: { kind: 'AFTER_PREVIOUS_RELEASED', days: 14 } }),
      sessions('for-all', 'Build it for everyone', 1, ['PRD-120'], { releaseRule: { kind: 'AFTER_PREVIOUS_RELEASED', days: 14 } }),
      elective('measure', 'Measure it', ['DAT-110', 'DAT-140'], { releaseRule: { kind: 'AFTER_PREVIOUS_RELEASED', days: 120 } }),
    ],
  }),
];

/** Who was given which plan, how many days before the demonstration is loaded. */
export interface SeedAssignment {
  name: string;
  plans: string[];
  audience: SeedAudience;
  mode: 'ONE_TIME' | 'DYNAMIC';
  startedDaysAgo: number;
  dueRule?: Due;
  onLeave: 'KEEP' | 'KEEP_IF_STARTED' | 'REMOVE';
  notify: boolean;
}

const assignment = (name: string, plans: string[], audience: SeedAudience, startedDaysAgo: number, more: Partial<SeedAssignment> = {}): SeedAssignment => ({
  name, plans, audience, startedDaysAgo, mode: 'DYNAMIC', onLeave: 'KEEP_IF_STARTED', notify: true, ...more,
});

export const ASSIGNMENTS: readonly SeedAssignment[] = [
  assignment('Information security 2026: all employees', ['SECURITY-2026'], { kind: 'NOT', operand: { kind: 'JOB_ROLES', jobRoles: ['Partner Employee'] } }, 200, { dueRule: days(90, 'ASSIGNED') }),
  assignment('Information security 2026: IT first', ['SECURITY-2026'], department('Information Technology'), 230, { mode: 'ONE_TIME', dueRule: days(30, 'ASSIGNED') }),
  assignment('Onboarding of new colleagues', ['ONBOARDING'], { kind: 'HIRE_DATE', from: '2025-12-01' }, 350),
  assignment('Sales academy: EMEA', ['SALES-ACADEMY'], department('Sales / EMEA'), 150),
  assignment('Sales academy: Greater China', ['SALES-ACADEMY'], department('Sales / APAC / Greater China'), 60),
  assignment('New managers, spring', ['NEW-MANAGERS'], { kind: 'AND', operands: [{ kind: 'JOB_ROLES', jobRoles: ['People Manager'] }, { kind: 'HIRE_DATE', from: '2023-01-01' }] }, 120, { mode: 'ONE_TIME' }),
  assignment('Safety: manufacturing and logistics', ['SHOP-FLOOR-SAFETY'], department('Operations / Manufacturing', 'Operations / Logistics'), 280, { dueRule: days(45, 'ASSIGNED') }),
  assignment('Safety: partner technicians', ['SHOP-FLOOR-SAFETY'], { kind: 'POSITIONS', positions: ['Partner Technician'] }, 45, { onLeave: 'REMOVE' }),
  assignment('Beacon certification: partners', ['BEACON-CERTIFIED'], { kind: 'PARTNER_ACCOUNTS', partnerAccounts: ['Alder & Finch Distribution', 'Cedar Valley Systems', 'Indus Automation', '东岸科技有限公司'] }, 300),
  assignment('Beacon certification: field service', ['BEACON-CERTIFIED'], department('Customer Service / Field Service'), 90),
  // A visitor who tries the other language is given nothing by it.
  assignment('必修课程：中文同事', ['CHINA-ESSENTIALS'], { kind: 'LANGUAGES', languages: ['zh'] }, 75, { mode: 'ONE_TIME' }),
];

/**
 * How a year went, for the simulation that runs when the demonstration is loaded: of those who have a plan, the share that begins, the share of these that completes, days
 * until either in the middle case, and how much better or worse some departments do (a factor on completing).
 */
export const HISTORY = {
  seed: 20_271,
  days: 365,
  plans: [
    { plan: 'SECURITY-2026', starts: 0.94, completes: 0.9, daysToStart: 12, daysToComplete: 21 },
    { plan: 'ONBOARDING', starts: 0.99, completes: 0.82, daysToStart: 1, daysToComplete: 58 },
    { plan: 'SALES-ACADEMY', starts: 0.78, completes: 0.46, daysToStart: 16, daysToComplete: 74 },
    { plan: 'NEW-MANAGERS', starts: 0.85, completes: 0.63, daysToStart: 6, daysToComplete: 49 },
    { plan: 'SHOP-FLOOR-SAFETY', starts: 0.97, completes: 0.93, daysToStart: 5, daysToComplete: 14 },
    { plan: 'BEACON-CERTIFIED', starts: 0.72, completes: 0.58, daysToStart: 20, daysToComplete: 66 },
    { plan: 'CHINA-ESSENTIALS', starts: 0.88, completes: 0.71, daysToStart: 8, daysToComplete: 26 },
  ],
  departments: [
    { department: 'Northwind / Information Technology', factor: 1.08 },
    { department: 'Northwind / Legal & Compliance', factor: 1.1 },
    { department: 'Northwind / Sales / Americas', factor: 0.82 },
    { department: 'Northwind / Operations / Logistics / Fleet', factor: 0.7 },
    { department: 'Northwind / Customer Service / Support Centre / First Line', factor: 0.88 },
  ],
  /** People who find a plan by themselves and begin it without being given it. */
  selfStarts: [
    { plan: 'ENGINEERING-CRAFT', share: 0.34, completes: 0.41, daysToComplete: 63 },
    { plan: 'NEW-MANAGERS', share: 0.06, completes: 0.3, daysToComplete: 55 },
  ],
  /** Left as they are for the visitor: named people whose progress the tour moves by itself. */
  untouched: [{ account: 'learner', plans: ['SALES-ACADEMY'] }],
};
