import type { Due, SeedAudience } from './plans.ts';

/** Somebody who came after the others were imported; who has no job number is known by the e-mail address. */
export interface NewColleague {
  displayName: string;
  employeeNumber?: string;
  email: string;
  hireDate?: string;
  department: string;
  position: string;
  jobRole: string;
}

/**
 * Something that an admin did beside giving plans to audiences, how many days before the demonstration is loaded. People are named by job number or e-mail address, or are
 * as many of a plan as have not completed it by then.
 */
export type SeedHappening = { daysAgo: number } & (
  | { kind: 'HIRE'; person: NewColleague }
  | { kind: 'MOVE'; who: string; department: string }
  | { kind: 'END_EMPLOYMENT' | 'SUSPEND'; ofPlan: string; howMany: number; reason: string }
  | { kind: 'MERGE'; from: string; into: string }
  | { kind: 'ASSIGN'; name: string; plan: string; people?: string[]; audience?: SeedAudience; dueRule?: Due; again?: boolean }
  | { kind: 'ASSIGN_LIST'; name: string; plan: string; by: 'EMPLOYEE_NUMBER' | 'EMAIL'; file: string; lines: string[]; dueRule?: Due }
  | { kind: 'SET_DUE'; plan: string; howMany: number; inDays: number; reason: string }
  | { kind: 'WAIVE'; plan: string; assignment: string; milestone: string; reason: string }
  /** A milestone is held for people who do not have it open yet. */
  | { kind: 'HOLD_STEP'; plan: string; milestone: string; howMany: number; reason: string }
  | { kind: 'TAKE_AWAY'; plan: string; assignment: string; howMany: number; reason: string }
  /** A milestone links more courses and asks for more; without `publish` the version is still being written. */
  | { kind: 'NEXT_VERSION'; plan: string; milestone: string; courses: string[]; units: string; publish?: { choice: 'PIN' | 'MOVE_NOT_STARTED' | 'MOVE_ALL_OPEN' | 'DELTA'; changeNote: string } }
);

const days = (amount: number, anchor: Due['anchor']): Due => ({ kind: 'RELATIVE', amount, unit: 'DAYS', anchor });

/** What makes visible what happens to people and assignments: nothing of it is a special case of the demonstration, each is what admins do. */
export const HAPPENINGS: readonly SeedHappening[] = [
  // Somebody who was there before comes back and is entered anew; months later it is seen that both are one.
  { kind: 'HIRE', daysAgo: 120, person: { displayName: 'Joerg Mueller', employeeNumber: 'NW-31007', email: 'joerg.mueller@northwind.example', hireDate: '2026-07-15', department: 'Northwind / Legal & Compliance', position: 'Legal Counsel', jobRole: 'Business Support' } },
  { kind: 'MERGE', daysAgo: 6, from: 'NW-31007', into: 'NW-20288' },
  // The first has neither a job number nor a first day of work, the second no number.
  { kind: 'HIRE', daysAgo: 40, person: { displayName: 'Noor Haddad', email: 'noor.haddad@northwind.example', department: 'Northwind / Product & Engineering / Software / Applications', position: 'Software Engineer', jobRole: 'Engineer' } },
  { kind: 'HIRE', daysAgo: 40, person: { displayName: 'Felix Brandt', email: 'felix.brandt@northwind.example', hireDate: '2026-09-28', department: 'Northwind / Product & Engineering / Software / Platform', position: 'Software Engineer', jobRole: 'Engineer' } },
  { kind: 'ASSIGN', daysAgo: 34, name: 'Onboarding: colleagues from Brightwater', plan: 'ONBOARDING', people: ['noor.haddad@northwind.example', 'felix.brandt@northwind.example', 'NW-20338', 'NW-20682'], dueRule: days(90, 'HIRE_DATE') },
  {
    kind: 'ASSIGN_LIST', daysAgo: 30, name: 'Engineering craft: Brightwater team', plan: 'ENGINEERING-CRAFT', by: 'EMAIL', file: 'brightwater.csv', dueRule: days(120, 'ASSIGNED'),
    lines: ['E-mail,Name', 'noor.haddad@northwind.example,Noor Haddad', 'Felix.Brandt@northwind.example,Felix Brandt', 'gulsen.koc@northwind.example,Gülşen Koç', 'i.petrov@brightwater.example,I. Petrov'],
  },
  {
    kind: 'ASSIGN_LIST', daysAgo: 18, name: 'New managers: autumn list', plan: 'NEW-MANAGERS', by: 'EMPLOYEE_NUMBER', file: 'new-managers-autumn.csv',
    lines: ['Job number,Name', 'NW-20191,Päivi Hämäläinen', 'nw-20035,Gülşen Çelik', 'NW-20043,José Sánchez', 'NW-20043,José Sánchez', '2.0349E+04,Cristina Moreno', ',Somebody new', 'NW-99999,Alex Unknown'],
  },
  // Whoever comes into a department is in what its people are given.
  { kind: 'MOVE', daysAgo: 21, who: 'NW-20002', department: 'Northwind / Sales / EMEA / UK & Ireland' },
  { kind: 'MOVE', daysAgo: 3, who: 'NW-20098', department: 'Northwind / Sales / EMEA / UK & Ireland' },
  { kind: 'ASSIGN', daysAgo: 16, name: 'Safety: assembly, second round', plan: 'SHOP-FLOOR-SAFETY', audience: { kind: 'DEPARTMENTS', departments: ['Northwind / Operations / Manufacturing / Assembly'], includeSubDepartments: false }, dueRule: days(60, 'ASSIGNED'), again: true },
  { kind: 'SET_DUE', daysAgo: 12, plan: 'SECURITY-2026', howMany: 6, inDays: 40, reason: 'On a long assignment at a customer' },
  { kind: 'TAKE_AWAY', daysAgo: 11, plan: 'SECURITY-2026', assignment: 'Information security 2026: IT first', howMany: 2, reason: 'Joined the team after the first round' },
  { kind: 'WAIVE', daysAgo: 9, plan: 'SALES-ACADEMY', assignment: 'Sales academy: EMEA', milestone: 'know-the-portfolio', reason: 'Was a product trainer before' },
  { kind: 'HOLD_STEP', daysAgo: 4, plan: 'ONBOARDING', milestone: 'work-together', howMany: 8, reason: 'The workshop moves to the new building' },
  // Two versions with people on each, and a third that is being written.
  { kind: 'NEXT_VERSION', daysAgo: 10, plan: 'BEACON-CERTIFIED', milestone: 'on-site', courses: ['SAF-110'], units: '2', publish: { choice: 'MOVE_NOT_STARTED', changeNote: 'Whoever works on site takes the safety basics too.' } },
  { kind: 'NEXT_VERSION', daysAgo: 2, plan: 'BEACON-CERTIFIED', milestone: 'welcome', courses: ['SRV-110'], units: '2' },
  { kind: 'SUSPEND', daysAgo: 8, ofPlan: 'SHOP-FLOOR-SAFETY', howMany: 2, reason: 'Parental leave' },
  { kind: 'END_EMPLOYMENT', daysAgo: 5, ofPlan: 'SHOP-FLOOR-SAFETY', howMany: 2, reason: 'Left the company' },
];
