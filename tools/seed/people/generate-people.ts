import type { Random } from '../random.ts';
import { composeName, NAME_POOLS, type PoolName } from './name-pools.ts';
import { NAMED_PEOPLE, type NamedPerson } from './named-people.ts';
import { DEPARTMENTS, type DepartmentPlan, PARTNER_ACCOUNTS, PARTNERS, type Site, type SiteName, SITES, type Work } from './organization.ts';

/** A row of `people.csv`. */
export interface SeedPerson {
  employeeNumber: string;
  email: string;
  name: string;
  department: string;
  position: string;
  jobRole: string;
  managerEmployeeNumber: string;
  language: 'en' | 'zh-CN';
  timeZone: string;
  hireDate: string;
  partnerAccount: string;
}

/** Who the people whom the demonstration introduces are, by key. */
export type NamedNumbers = Record<string, string>;

const TEAM = 10;
const FIRST_HIRE = Date.UTC(2014, 10, 1);
const LAST_HIRE = Date.UTC(2026, 9, 31);
const DAY = 86_400_000;

const MANAGER_TITLES = ['Chief Executive Officer', 'Vice President', 'Director', 'Department Manager'];

interface Place {
  department: string;
  sites: readonly SiteName[];
  work: Work;
  partnerAccount: string;
}

/**
 * Everybody who works at Northwind and its partners: each department has a head, who reports to the head of the department above; larger ones have team leads between
 * the head and the others. The same `random` gives the same people, sorted by employee number.
 */
export function generatePeople(random: Random): { people: SeedPerson[]; named: NamedNumbers } {
  const hiring = new Hiring(random);
  const heads = new Map<string, SeedPerson>();
  for (const plan of DEPARTMENTS) {
    const above = heads.get(plan.path.slice(0, plan.path.lastIndexOf(' / ')));
    heads.set(plan.path, hiring.fillDepartment(plan, above?.employeeNumber ?? ''));
  }
  const network = heads.get('Northwind / Partner Network') as SeedPerson;
  for (const { name, size, sites } of PARTNER_ACCOUNTS) {
    hiring.fillTeam({ department: network.department, sites, work: PARTNERS, partnerAccount: name }, size, network.employeeNumber, 'People Manager');
  }
  return { people: hiring.people.toSorted((a, b) => (a.employeeNumber < b.employeeNumber ? -1 : 1)), named: hiring.named };
}

class Hiring {
  readonly people: SeedPerson[] = [];
  readonly named: NamedNumbers = {};
  readonly #random: Random;
  readonly #numbers: number[];
  readonly #emails = new Map<string, number>();
  readonly #waiting = [...NAMED_PEOPLE];

  constructor(random: Random) {
    this.#random = random;
    // Numbers say nothing about rank or place, and leave gaps, as numbers do after some years.
    this.#numbers = random.shuffle(Array.from({ length: 6_000 }, (_, index) => 20_000 + index));
    for (const { email } of NAMED_PEOPLE) if (email) this.#emails.set(email.slice(0, email.indexOf('@')), 1);
  }

  /** Fills a department; returns its head. */
  fillDepartment({ path, size, sites, work }: DepartmentPlan, manager: string): SeedPerson {
    const depth = path.split(' / ').length;
    const place: Place = { department: path, sites, work, partnerAccount: '' };
    const title = MANAGER_TITLES[depth - 1] as string;
    const head = this.#hire(place, manager, title, depth <= 2 ? 'Executive' : 'People Manager', 'head');
    const members = size - 1;
    if (members <= TEAM) {
      for (let count = 0; count < members; count++) this.#hireMember(place, head.employeeNumber);
      return head;
    }
    const teams = Math.ceil(members / (TEAM + 1));
    for (let team = 0; team < teams; team++) {
      const end = Math.floor((members * (team + 1)) / teams);
      this.fillTeam(place, end - Math.floor((members * team) / teams), head.employeeNumber, 'People Manager');
    }
    return head;
  }

  /** A lead and the members who report to the lead, `size` in all. */
  fillTeam(place: Place, size: number, manager: string, leadRole: string): void {
    const lead = this.#hire(place, manager, place.work.lead ?? 'Team Lead', leadRole);
    for (let count = 1; count < size; count++) this.#hireMember(place, lead.employeeNumber);
  }

  #hireMember(place: Place, manager: string): void {
    const [position, jobRole] = this.#random.weighted(place.work.members.map(([name, role, weight]) => [[name, role] as const, weight]));
    this.#hire(place, manager, position, jobRole, 'member');
  }

  #hire(place: Place, manager: string, position: string, jobRole: string, as?: 'head' | 'member'): SeedPerson {
    const introduced = as ? this.#take(place, as) : undefined;
    const site: Site = SITES[introduced?.site ?? this.#random.pick(place.sites)];
    const { name, ascii } = this.#nameFrom(site);
    // Those who lead have an address; on the shop floor many of the others do not.
    const hasEmail = as !== 'member' || !this.#random.chance(place.work.withoutEmail ?? 0);
    const email = hasEmail ? this.#emailFor(`${ascii.given}.${ascii.family}`) : '';
    const language = this.#random.chance(site.chinese ?? 0) ? 'zh-CN' : 'en';
    const hireDate = this.#hireDate();
    const person: SeedPerson = {
      employeeNumber: `${place.partnerAccount ? 'PX' : 'NW'}-${this.#numbers.pop()}`,
      email: introduced ? (introduced.email ?? '') : email,
      name: introduced?.name ?? name,
      department: place.department,
      position: introduced?.position?.[0] ?? position,
      jobRole: introduced?.position?.[1] ?? jobRole,
      managerEmployeeNumber: manager,
      language: introduced?.language ?? language,
      timeZone: site.zone,
      hireDate: introduced?.hireDate ?? hireDate,
      partnerAccount: place.partnerAccount,
    };
    if (introduced) this.named[introduced.key] = person.employeeNumber;
    this.people.push(person);
    return person;
  }

  #take(place: Place, as: 'head' | 'member'): NamedPerson | undefined {
    const index = this.#waiting.findIndex((person) => person.department === place.department && (person.partnerAccount ?? '') === place.partnerAccount && person.place === as);
    return index < 0 ? undefined : this.#waiting.splice(index, 1)[0];
  }

  #nameFrom(site: Site) {
    const pool: PoolName = this.#random.weighted(site.pools);
    return composeName(pool, this.#random.pick(NAME_POOLS[pool].given), this.#random.pick(NAME_POOLS[pool].family));
  }

  #emailFor(local: string): string {
    const count = (this.#emails.get(local) ?? 0) + 1;
    this.#emails.set(local, count);
    return `${local}${count > 1 ? count : ''}@northwind.example`;
  }

  #hireDate(): string {
    // The square root favours recent years: companies grow and people leave.
    const days = Math.round((LAST_HIRE - FIRST_HIRE) / DAY);
    return new Date(FIRST_HIRE + Math.floor(Math.sqrt(this.#random.next()) * (days + 1)) * DAY).toISOString().slice(0, 10);
  }
}
