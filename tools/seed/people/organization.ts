import type { PoolName } from './name-pools.ts';

/** A place where people work: their time zone, how they are called, and the share of them that reads Chinese. */
export interface Site {
  zone: string;
  pools: readonly (readonly [PoolName, number])[];
  chinese?: number;
}

const site = (zone: string, pool: PoolName, more: readonly (readonly [PoolName, number])[] = []): Site => ({ zone, pools: [[pool, 8], ...more] });

export const SITES = {
  berlin: site('Europe/Berlin', 'german', [['turkish', 2], ['slavicLatin', 1]]),
  vienna: site('Europe/Vienna', 'german', [['slavicLatin', 2]]),
  zurich: site('Europe/Zurich', 'german', [['french', 2]]),
  paris: site('Europe/Paris', 'french', [['arabic', 1]]),
  stockholm: site('Europe/Stockholm', 'nordic', [['arabic', 1]]),
  helsinki: site('Europe/Helsinki', 'nordic'),
  reykjavik: site('Atlantic/Reykjavik', 'nordic'),
  london: site('Europe/London', 'english', [['devanagari', 1], ['cyrillic', 1]]),
  dublin: site('Europe/Dublin', 'english', [['slavicLatin', 1]]),
  madrid: site('Europe/Madrid', 'iberian'),
  lisbon: site('Europe/Lisbon', 'iberian'),
  warsaw: site('Europe/Warsaw', 'slavicLatin', [['cyrillic', 2]]),
  prague: site('Europe/Prague', 'slavicLatin'),
  kyiv: site('Europe/Kyiv', 'cyrillic'),
  sofia: site('Europe/Sofia', 'cyrillic', [['greek', 1]]),
  athens: site('Europe/Athens', 'greek'),
  istanbul: site('Europe/Istanbul', 'turkish'),
  jerusalem: site('Asia/Jerusalem', 'hebrew', [['arabic', 2]]),
  cairo: site('Africa/Cairo', 'arabic'),
  dubai: site('Asia/Dubai', 'arabic', [['devanagari', 3], ['english', 1]]),
  lagos: site('Africa/Lagos', 'english'),
  newYork: site('America/New_York', 'english', [['iberian', 2], ['chinese', 1]]),
  chicago: site('America/Chicago', 'english', [['iberian', 2], ['slavicLatin', 1]]),
  denver: site('America/Denver', 'english'),
  losAngeles: site('America/Los_Angeles', 'english', [['iberian', 3], ['chinese', 1], ['vietnamese', 1]]),
  stJohns: site('America/St_Johns', 'english'),
  mexico: site('America/Mexico_City', 'iberian'),
  saoPaulo: site('America/Sao_Paulo', 'iberian', [['japanese', 1]]),
  buenosAires: site('America/Argentina/Buenos_Aires', 'iberian'),
  shanghai: { ...site('Asia/Shanghai', 'chinese'), chinese: 0.96 },
  hongKong: { ...site('Asia/Hong_Kong', 'chineseTraditional'), chinese: 0.5 },
  taipei: { ...site('Asia/Taipei', 'chineseTraditional'), chinese: 0.5 },
  singapore: { ...site('Asia/Singapore', 'chinese', [['devanagari', 2], ['english', 3]]), chinese: 0.3 },
  tokyo: site('Asia/Tokyo', 'japanese'),
  seoul: site('Asia/Seoul', 'korean'),
  pune: site('Asia/Kolkata', 'devanagari'),
  kathmandu: site('Asia/Kathmandu', 'devanagari'),
  bangkok: site('Asia/Bangkok', 'thai'),
  saigon: site('Asia/Ho_Chi_Minh', 'vietnamese'),
  sydney: site('Australia/Sydney', 'english', [['greek', 1], ['vietnamese', 1]]),
  adelaide: site('Australia/Adelaide', 'english'),
  auckland: site('Pacific/Auckland', 'english'),
} satisfies Record<string, Site>;

export type SiteName = keyof typeof SITES;

/** Where the people of a part of the company work. */
const EUROPE: SiteName[] = ['berlin', 'paris', 'warsaw', 'madrid', 'prague', 'london'];
const WORLD: SiteName[] = [...EUROPE, 'newYork', 'chicago', 'shanghai', 'pune', 'tokyo', 'saoPaulo', 'singapore', 'kyiv', 'stockholm', 'istanbul', 'jerusalem', 'sydney', 'bangkok', 'lagos'];
const PLANTS: SiteName[] = ['prague', 'warsaw', 'shanghai', 'saigon', 'mexico', 'chicago', 'istanbul', 'bangkok'];

/** What a department's people do: positions and the job role of each, by weight. */
export interface Work {
  members: readonly (readonly [position: string, jobRole: string, weight: number])[];
  lead?: string;
  /** The share of people who have no e-mail address and sign in by their number. */
  withoutEmail?: number;
}

const SALES: Work = {
  members: [
    ['Account Executive', 'Sales Professional', 6],
    ['Key Account Manager', 'Sales Professional', 2],
    ['Sales Development Representative', 'Sales Professional', 4],
    ['Sales Engineer', 'Sales Engineer', 2],
    ['Sales Operations Analyst', 'Business Support', 1],
  ],
};
const FLOOR = (withoutEmail: number, members: Work['members']): Work => ({ lead: 'Shift Supervisor', withoutEmail, members });
const OFFICE = (...positions: string[]): Work => ({ members: positions.map((position) => [position, 'Business Support', 1]) });
const ENGINEERS = (...positions: string[]): Work => ({ members: positions.map((position) => [position, 'Engineer', 1]) });

const ASSEMBLY = FLOOR(0.7, [['Assembly Technician', 'Production Worker', 8], ['Process Engineer', 'Engineer', 1]]);
const MACHINING = FLOOR(0.65, [['CNC Operator', 'Machine Operator', 7], ['Process Engineer', 'Engineer', 1]]);
const QUALITY = FLOOR(0.4, [['Quality Inspector', 'Production Worker', 5], ['Test Engineer', 'Engineer', 1]]);
const MAINTENANCE = FLOOR(0.5, [['Maintenance Technician', 'Service Technician', 1]]);
const WAREHOUSE = FLOOR(0.75, [['Warehouse Associate', 'Warehouse Worker', 6], ['Forklift Operator', 'Warehouse Worker', 3]]);
const FLEET = FLOOR(0.8, [['Driver', 'Driver', 1]]);
const SUPPORT: Work = { members: [['Support Agent', 'Support Agent', 5], ['Support Specialist', 'Support Agent', 2]] };
const FIELD: Work = { members: [['Field Service Engineer', 'Service Technician', 1]], withoutEmail: 0.1 };
const PRODUCT: Work = { members: [['Product Manager', 'Product Specialist', 1]] };
const DESIGN: Work = { members: [['UX Designer', 'Product Specialist', 1]] };
const TECHNOLOGY = (...positions: string[]): Work => ({ members: positions.map((position) => [position, 'IT and Security', 1]) });
const MANAGEMENT = OFFICE('Executive Assistant');
export const PARTNERS: Work = {
  lead: 'Partner Manager',
  members: [['Partner Consultant', 'Partner Employee', 3], ['Partner Sales Representative', 'Partner Employee', 3], ['Partner Technician', 'Partner Employee', 2]],
};

/** One line of the organization chart. `size` counts the people of this department alone, its head included. */
export interface DepartmentPlan {
  path: string;
  size: number;
  sites: SiteName[];
  work: Work;
}

const department = (path: string, size: number, sites: SiteName[], work: Work): DepartmentPlan => ({ path: path ? `Northwind / ${path}` : 'Northwind', size, sites, work });

/** Sixty departments, four deep. The people of partner accounts come on top, in "Partner Network". */
export const DEPARTMENTS: readonly DepartmentPlan[] = [
  department('', 4, ['berlin'], MANAGEMENT),
  department('Sales', 4, ['berlin', 'newYork'], MANAGEMENT),
  department('Sales / EMEA', 6, EUROPE, SALES),
  department('Sales / EMEA / DACH', 58, ['berlin', 'berlin', 'vienna', 'zurich'], SALES),
  department('Sales / EMEA / France', 40, ['paris'], SALES),
  department('Sales / EMEA / Nordics', 34, ['stockholm', 'helsinki', 'reykjavik'], SALES),
  department('Sales / EMEA / UK & Ireland', 44, ['london', 'london', 'dublin'], SALES),
  department('Sales / Americas', 5, ['newYork'], SALES),
  department('Sales / Americas / US East', 52, ['newYork', 'newYork', 'stJohns'], SALES),
  department('Sales / Americas / US West', 46, ['losAngeles', 'denver'], SALES),
  department('Sales / Americas / Latin America', 38, ['saoPaulo', 'mexico', 'buenosAires'], SALES),
  department('Sales / APAC', 5, ['singapore'], SALES),
  department('Sales / APAC / Greater China', 60, ['shanghai', 'shanghai', 'shanghai', 'hongKong', 'taipei'], SALES),
  department('Sales / APAC / Japan & Korea', 42, ['tokyo', 'seoul'], SALES),
  department('Sales / APAC / India & South Asia', 36, ['pune', 'pune', 'kathmandu'], SALES),
  department('Operations', 4, ['prague'], MANAGEMENT),
  department('Operations / Manufacturing', 8, PLANTS, ENGINEERS('Process Engineer')),
  department('Operations / Manufacturing / Assembly', 280, PLANTS, ASSEMBLY),
  department('Operations / Manufacturing / Machining', 130, PLANTS, MACHINING),
  department('Operations / Manufacturing / Quality Control', 64, PLANTS, QUALITY),
  department('Operations / Manufacturing / Maintenance', 48, PLANTS, MAINTENANCE),
  department('Operations / Logistics', 5, ['prague'], OFFICE('Supply Planner')),
  department('Operations / Logistics / Warehouse North', 90, ['warsaw', 'stockholm'], WAREHOUSE),
  department('Operations / Logistics / Warehouse South', 86, ['madrid', 'mexico', 'saigon'], WAREHOUSE),
  department('Operations / Logistics / Fleet', 54, ['warsaw', 'madrid', 'chicago'], FLEET),
  department('Operations / Supply Chain', 4, ['prague'], OFFICE('Supply Planner')),
  department('Operations / Supply Chain / Procurement', 30, WORLD, OFFICE('Buyer')),
  department('Operations / Supply Chain / Planning', 26, WORLD, OFFICE('Supply Planner')),
  department('Product & Engineering', 4, ['berlin'], MANAGEMENT),
  department('Product & Engineering / Software', 5, ['berlin', 'pune'], ENGINEERS('Senior Software Engineer')),
  department('Product & Engineering / Software / Platform', 82, WORLD, ENGINEERS('Software Engineer', 'Software Engineer', 'Senior Software Engineer')),
  department('Product & Engineering / Software / Applications', 102, WORLD, ENGINEERS('Software Engineer', 'Software Engineer', 'Senior Software Engineer')),
  department('Product & Engineering / Software / Quality Engineering', 38, WORLD, ENGINEERS('Test Engineer')),
  department('Product & Engineering / Hardware', 4, ['shanghai'], ENGINEERS('Mechanical Engineer')),
  department('Product & Engineering / Hardware / Mechanical Design', 44, ['shanghai', 'berlin', 'tokyo'], ENGINEERS('Mechanical Engineer')),
  department('Product & Engineering / Hardware / Electronics', 42, ['shanghai', 'seoul', 'taipei'], ENGINEERS('Electronics Engineer')),
  department('Product & Engineering / Product Management', 26, WORLD, PRODUCT),
  department('Product & Engineering / Design', 22, WORLD, DESIGN),
  department('Customer Service', 4, ['dublin'], MANAGEMENT),
  department('Customer Service / Field Service', 5, ['dublin'], FIELD),
  department('Customer Service / Field Service / Field Service EMEA', 54, [...EUROPE, 'cairo', 'dubai', 'athens', 'sofia'], FIELD),
  department('Customer Service / Field Service / Field Service APAC', 46, ['shanghai', 'bangkok', 'saigon', 'adelaide', 'auckland'], FIELD),
  department('Customer Service / Support Centre', 5, ['dublin'], SUPPORT),
  department('Customer Service / Support Centre / First Line', 102, ['dublin', 'pune', 'cairo', 'mexico', 'lisbon'], SUPPORT),
  department('Customer Service / Support Centre / Second Line', 46, ['dublin', 'pune', 'kyiv', 'shanghai'], SUPPORT),
  department('People & Culture', 5, ['berlin'], MANAGEMENT),
  department('People & Culture / Talent Acquisition', 20, WORLD, OFFICE('Recruiter')),
  department('People & Culture / Learning & Development', 22, WORLD, OFFICE('Learning Specialist')),
  department('People & Culture / HR Operations', 30, WORLD, OFFICE('HR Business Partner')),
  department('Finance', 5, ['zurich'], MANAGEMENT),
  department('Finance / Accounting', 36, WORLD, OFFICE('Accountant')),
  department('Finance / Controlling', 24, WORLD, OFFICE('Controller')),
  department('Finance / Treasury', 12, ['zurich', 'singapore'], OFFICE('Treasury Analyst')),
  department('Legal & Compliance', 8, ['berlin', 'newYork'], OFFICE('Legal Counsel')),
  department('Legal & Compliance / Privacy Office', 12, EUROPE, OFFICE('Privacy Officer')),
  department('Legal & Compliance / Contracts', 14, WORLD, OFFICE('Contract Manager')),
  department('Information Technology', 8, ['berlin'], TECHNOLOGY('Systems Administrator')),
  department('Information Technology / Infrastructure', 44, WORLD, TECHNOLOGY('Systems Administrator', 'IT Support Technician')),
  department('Information Technology / Information Security', 26, [...WORLD, 'jerusalem', 'jerusalem'], TECHNOLOGY('Security Analyst')),
  department('Partner Network', 13, ['london', 'newYork', 'singapore'], PARTNERS),
];

/** Outside companies whose people learn here, with how many of them and where. */
export const PARTNER_ACCOUNTS: readonly { name: string; size: number; sites: SiteName[] }[] = [
  { name: 'Alder & Finch Distribution', size: 22, sites: ['london', 'dublin'] },
  { name: 'Bluefjord Logistikk', size: 14, sites: ['stockholm'] },
  { name: 'Cedar Valley Systems', size: 20, sites: ['denver', 'chicago'] },
  { name: '东岸科技有限公司', size: 24, sites: ['shanghai'] },
  { name: 'Estrela do Sul Comércio', size: 12, sites: ['saoPaulo'] },
  { name: 'Föhrenbach Maschinenhandel', size: 16, sites: ['zurich', 'vienna'] },
  { name: 'Garonne Services', size: 13, sites: ['paris'] },
  { name: 'Hikari Trading 株式会社', size: 15, sites: ['tokyo'] },
  { name: 'Indus Automation', size: 18, sites: ['pune'] },
  { name: 'Juniper Field Partners', size: 11, sites: ['sydney', 'auckland'] },
  { name: 'Kestrel Industrial', size: 12, sites: ['lagos', 'cairo'] },
  { name: 'Levant Teknik', size: 10, sites: ['istanbul', 'dubai'] },
];
