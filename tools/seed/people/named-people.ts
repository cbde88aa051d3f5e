import type { SiteName } from './organization.ts';

/** A grant of the demonstration: names instead of ids. */
export interface NamedGrant {
  role: 'MASTER_ADMIN' | 'SUB_ADMIN' | 'PLAN_ADMIN' | 'PARTNER_ADMIN' | 'AUDITOR';
  rights: ('COMPLETIONS' | 'CONTENT' | 'PEOPLE' | 'SETTINGS' | 'ASSIGN')[];
  scope: { kind: 'ORGANIZATION' } | { kind: 'DEPARTMENT'; department: string } | { kind: 'PARTNER_ACCOUNT'; partnerAccount: string };
}

/** A person whom the demonstration introduces by name, with the place that this person takes. */
export interface NamedPerson {
  key: string;
  who: string;
  name: string;
  /** Absent: signs in by employee number. */
  email?: string;
  department: string;
  place: 'head' | 'member';
  partnerAccount?: string;
  site: SiteName;
  language: 'en' | 'zh-CN';
  hireDate: string;
  position?: [position: string, jobRole: string];
  app: 'admin' | 'learner';
  grants: NamedGrant[];
}

const ORGANIZATION = { kind: 'ORGANIZATION' } as const;

export const NAMED_PEOPLE: readonly NamedPerson[] = [
  {
    key: 'masterAdmin', who: 'Master admin', name: 'Ada Lindqvist', email: 'ada.lindqvist@northwind.example', app: 'admin',
    department: 'Northwind / People & Culture / Learning & Development', place: 'head', site: 'stockholm', language: 'en', hireDate: '2015-03-02',
    grants: [{ role: 'MASTER_ADMIN', rights: [], scope: ORGANIZATION }],
  },
  {
    key: 'subAdmin', who: 'Sub admin (Operations)', name: 'Tomás Herrera', email: 'tomas.herrera@northwind.example', app: 'admin',
    department: 'Northwind / People & Culture / HR Operations', place: 'head', site: 'madrid', language: 'en', hireDate: '2017-09-11',
    grants: [{ role: 'SUB_ADMIN', rights: ['PEOPLE', 'COMPLETIONS', 'ASSIGN'], scope: { kind: 'DEPARTMENT', department: 'Northwind / Operations' } }],
  },
  {
    key: 'planAdmin', who: 'Plan admin', name: 'Priya Raghavan', email: 'priya.raghavan@northwind.example', app: 'admin',
    department: 'Northwind / People & Culture / Learning & Development', place: 'member', site: 'pune', language: 'en', hireDate: '2019-06-17',
    position: ['Learning Specialist', 'Business Support'],
    grants: [{ role: 'PLAN_ADMIN', rights: ['CONTENT', 'ASSIGN'], scope: ORGANIZATION }],
  },
  {
    key: 'supervisor', who: 'Supervisor', name: 'Jonas Weber', email: 'jonas.weber@northwind.example', app: 'learner',
    department: 'Northwind / Sales / EMEA / DACH', place: 'head', site: 'berlin', language: 'en', hireDate: '2016-01-04', grants: [],
  },
  {
    key: 'learner', who: 'Learner (Sales)', name: 'Mia Chen', email: 'mia.chen@northwind.example', app: 'learner',
    department: 'Northwind / Sales / EMEA / DACH', place: 'member', site: 'berlin', language: 'en', hireDate: '2025-02-03',
    position: ['Account Executive', 'Sales Professional'], grants: [],
  },
  {
    key: 'chineseLearner', who: 'Learner (简体中文)', name: '李婷', email: 'li.ting@northwind.example', app: 'learner',
    department: 'Northwind / Sales / APAC / Greater China', place: 'member', site: 'shanghai', language: 'zh-CN', hireDate: '2023-07-10',
    position: ['Key Account Manager', 'Sales Professional'], grants: [],
  },
  {
    key: 'shopFloorLearner', who: 'Learner (shop floor)', name: 'Marek Dvořák', app: 'learner',
    department: 'Northwind / Operations / Manufacturing / Assembly', place: 'member', site: 'prague', language: 'en', hireDate: '2021-11-15',
    position: ['Assembly Technician', 'Production Worker'], grants: [],
  },
  {
    key: 'partnerAdmin', who: 'Partner admin', name: 'Eleanor Finch', email: 'eleanor.finch@northwind.example', app: 'admin',
    department: 'Northwind / Partner Network', place: 'member', partnerAccount: 'Alder & Finch Distribution', site: 'london', language: 'en', hireDate: '2020-04-20',
    position: ['Partner Manager', 'People Manager'],
    grants: [{ role: 'PARTNER_ADMIN', rights: ['ASSIGN'], scope: { kind: 'PARTNER_ACCOUNT', partnerAccount: 'Alder & Finch Distribution' } }],
  },
  {
    key: 'auditor', who: 'Auditor', name: 'Ruth Okonkwo', email: 'ruth.okonkwo@northwind.example', app: 'admin',
    department: 'Northwind / Legal & Compliance', place: 'member', site: 'newYork', language: 'en', hireDate: '2018-02-26',
    position: ['Legal Counsel', 'Business Support'],
    grants: [{ role: 'AUDITOR', rights: [], scope: ORGANIZATION }],
  },
];
