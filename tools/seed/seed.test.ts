import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { demonstrationFiles } from './generate.ts';
import { parseCourse, type SeedCourse } from './parse-course.ts';
import { peopleCsv } from './people/people-csv.ts';
import type { SeedHappening } from './happenings.ts';
import type { SeedAssignment, SeedAudience } from './plans.ts';
import { createRandom } from './random.ts';

/** The committed files are what is tested: they are what the product loads. */
const read = (name: string) => readFileSync(join(import.meta.dirname, 'data', name), 'utf8');
const json = <T>(name: string) => JSON.parse(read(name)) as T;

type Row = Record<'employee_number' | 'email' | 'name' | 'department' | 'position' | 'job_role' | 'manager_employee_number' | 'language' | 'time_zone' | 'hire_date' | 'partner_account', string>;

/** No cell of ours holds a comma, a quote or a line end; a test says so. */
function rowsOf(csv: string): Row[] {
  const [header = '', ...lines] = csv.trimEnd().split('\n');
  const columns = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [columns[index], cell])) as Row);
}

const people = rowsOf(read('people.csv'));
const byNumber = new Map(people.map((person) => [person.employee_number, person]));
const { departments, partnerAccounts } = json<{ departments: string[]; partnerAccounts: string[] }>('organization.json');
const { courses } = json<{ courses: SeedCourse[] }>('content.json');
const { plans } = json<{ plans: { code: string; preset: string; owner: string; visibleRange?: SeedAudience; milestones: { key: string; metric: string; units?: string; creditType?: string; items: { course: string; mandatory: boolean }[]; releaseRule?: { kind: string } }[] }[] }>('plans.json');
const { assignments } = json<{ assignments: SeedAssignment[] }>('assignments.json');
const { happenings } = json<{ happenings: SeedHappening[] }>('happenings.json');
const { groups } = json<{ groups: { name: string; accounts?: string[]; rule?: SeedAssignment['audience'] }[] }>('groups.json');
const { accounts } = json<{ accounts: { key: string; name: string; employeeNumber: string; signIn: string; grants: { role: string; scope: { kind: string; department?: string; partnerAccount?: string } }[] }[] }>('accounts.json');
const account = (key: string) => accounts.find((found) => found.key === key);

const values = (column: keyof Row) => new Set(people.map((person) => person[column]));
const duplicates = (items: string[]) => items.filter((item, index) => items.indexOf(item) !== index);

test('the committed files are what the generator writes, every time', () => {
  for (const [name, content] of demonstrationFiles()) expect(content === read(name) ? 'same' : name).toBe('same');
});

describe('people.csv', () => {
  test('has 2,400 people in the columns of the import', () => {
    expect(read('people.csv').split('\n', 1)[0]).toBe('employee_number,email,name,department,position,job_role,manager_employee_number,language,time_zone,hire_date,partner_account');
    expect(people).toHaveLength(2400);
    expect(read('people.csv')).not.toContain('"');
    for (const line of read('people.csv').trimEnd().split('\n')) expect(line.split(',')).toHaveLength(11);
  });

  test('names everybody once, by number and by an address at the reserved domain', () => {
    expect(duplicates(people.map(({ employee_number }) => employee_number))).toEqual([]);
    const emails = people.map(({ email }) => email).filter(Boolean);
    expect(duplicates(emails)).toEqual([]);
    expect(emails.filter((email) => !/^[a-z-]+\.[a-z-]+\d*@northwind\.example$/.test(email))).toEqual([]);
  });

  test('has people on the shop floor without an address, and no one elsewhere in the office', () => {
    const without = people.filter(({ email }) => email === '');
    expect(without.length).toBeGreaterThan(300);
    expect(new Set(without.map(({ department }) => department.split(' / ')[1]))).toEqual(new Set(['Customer Service', 'Operations']));
  });

  test('has 60 departments four deep, all of them with people, around 45 positions and 15 job roles', () => {
    expect(departments).toHaveLength(60);
    expect([...values('department')].sort()).toEqual([...departments].sort());
    expect(Math.max(...departments.map((path) => path.split(' / ').length))).toBe(4);
    for (const path of departments.filter((candidate) => candidate !== 'Northwind')) expect(departments).toContain(path.slice(0, path.lastIndexOf(' / ')));
    expect(departments).toContain('Northwind / Sales / EMEA / DACH');
    expect(values('position').size).toBeGreaterThanOrEqual(40);
    expect(values('job_role').size).toBe(15);
  });

  test('leads from everyone to one head without a circle', () => {
    const top = people.filter(({ manager_employee_number }) => manager_employee_number === '');
    expect(top).toHaveLength(1);
    for (const person of people) {
      const seen = new Set<string>();
      for (let at: Row | undefined = person; at && at !== top[0]; at = byNumber.get(at.manager_employee_number)) {
        expect(seen.has(at.employee_number)).toBe(false);
        seen.add(at.employee_number);
        expect(byNumber.has(at.manager_employee_number)).toBe(true);
      }
      expect(seen.size).toBeLessThanOrEqual(6);
    }
  });

  test('has names of eleven scripts and more', () => {
    const scripts = ['Latin', 'Han', 'Hiragana', 'Hangul', 'Cyrillic', 'Arabic', 'Hebrew', 'Devanagari', 'Thai', 'Greek'];
    for (const script of scripts) expect([script, people.filter(({ name }) => new RegExp(`\\p{Script=${script}}`, 'u').test(name)).length > 5]).toEqual([script, true]);
    for (const [kind, letters] of [['diacritics', /[øłßžö]/], ['Vietnamese', /[ễạứ]/]] as const) expect([kind, people.some(({ name }) => letters.test(name))]).toEqual([kind, true]);
  });

  test('speaks two languages, lives in zones that exist and was hired over twelve years', () => {
    expect(values('language')).toEqual(new Set(['en', 'zh-CN']));
    expect(values('time_zone').size).toBeGreaterThan(30);
    for (const timeZone of values('time_zone')) expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
    const dates = [...values('hire_date')].sort();
    expect(dates[0]?.slice(0, 4)).toMatch(/201[45]/);
    expect(dates.at(-1)).toMatch(/^2026-(09|10)-/);
    for (const date of dates) expect(new Date(date).toISOString().slice(0, 10)).toBe(date);
  });

  test('has the people of 12 partner accounts', () => {
    expect(partnerAccounts).toHaveLength(12);
    expect(values('partner_account')).toEqual(new Set(['', ...partnerAccounts]));
    for (const name of partnerAccounts) expect(people.filter(({ partner_account }) => partner_account === name).length).toBeGreaterThanOrEqual(10);
  });

  test('is quoted where a cell needs it', () => {
    const odd = { employeeNumber: '1', email: '', name: 'Finch, "Ellie"', department: 'A\nB', position: '', jobRole: '', managerEmployeeNumber: '', language: 'en' as const, timeZone: 'UTC', hireDate: '', partnerAccount: '' };
    expect(peopleCsv([odd])).toContain('1,,"Finch, ""Ellie""","A\nB",,,,en,UTC,,');
  });
});

describe('accounts.json', () => {
  test('introduces people who are there, by what they sign in with', () => {
    expect(accounts.map(({ key }) => key).sort()).toEqual(['auditor', 'chineseLearner', 'learner', 'masterAdmin', 'partnerAdmin', 'planAdmin', 'shopFloorLearner', 'subAdmin', 'supervisor']);
    for (const { name, employeeNumber, signIn } of accounts) {
      const person = byNumber.get(employeeNumber);
      expect(person?.name).toBe(name);
      expect([person?.email || employeeNumber]).toEqual([signIn]);
    }
  });

  test('has Mia in Sales EMEA below the supervisor, a reader of Chinese, and one who signs in by number', () => {
    const mia = byNumber.get(account('learner')?.employeeNumber ?? '');
    expect(mia).toMatchObject({ name: 'Mia Chen', time_zone: 'Europe/Berlin' });
    expect(mia?.department).toMatch(/^Northwind \/ Sales \/ EMEA/);
    const above: string[] = [];
    for (let at = mia; at; at = byNumber.get(at.manager_employee_number)) above.push(at.manager_employee_number);
    expect(above).toContain(account('supervisor')?.employeeNumber);
    expect(byNumber.get(account('chineseLearner')?.employeeNumber ?? '')?.language).toBe('zh-CN');
    expect(account('shopFloorLearner')?.signIn).toBe(account('shopFloorLearner')?.employeeNumber);
  });

  test('gives each admin role once, in a scope that exists', () => {
    const grants = accounts.flatMap((found) => found.grants);
    expect(grants.map(({ role }) => role).sort()).toEqual(['AUDITOR', 'MASTER_ADMIN', 'PARTNER_ADMIN', 'PLAN_ADMIN', 'SUB_ADMIN']);
    for (const { scope } of grants) {
      if (scope.department) expect(departments).toContain(scope.department);
      if (scope.partnerAccount) expect(partnerAccounts).toContain(scope.partnerAccount);
    }
    expect(byNumber.get(account('partnerAdmin')?.employeeNumber ?? '')?.partner_account).toBe('Alder & Finch Distribution');
  });
});

describe('content.json', () => {
  const modules = courses.flatMap((course) => course.modules);

  test('has 40 courses of two to six modules, some of them in Chinese, below 1.5 MB', () => {
    expect(courses).toHaveLength(40);
    expect(duplicates([...courses, ...modules].map(({ key }) => key))).toEqual([]);
    for (const { modules: own } of courses) expect(own.length >= 2 && own.length <= 6).toBe(true);
    expect(courses.filter(({ language }) => language === 'zh-CN').length).toBeGreaterThanOrEqual(5);
    expect(new Set(modules.map(({ kind }) => kind))).toEqual(new Set(['ARTICLE', 'LINK', 'VIDEO', 'DOCUMENT']));
    expect(Buffer.byteLength(read('content.json'))).toBeLessThan(1_500_000);
    for (const { durationMinutes, modules: own } of courses) expect(durationMinutes).toBe(own.reduce((sum, module) => sum + module.durationMinutes, 0));
  });

  test('has articles of 100 to 300 words', () => {
    for (const course of courses) {
      const words = new Intl.Segmenter(course.language, { granularity: 'word' });
      for (const module of course.modules) {
        if (module.kind !== 'ARTICLE') continue;
        const count = [...words.segment(module.markdown)].filter(({ isWordLike }) => isWordLike).length;
        expect([module.key, count >= 100 && count <= 300]).toEqual([module.key, true]);
      }
    }
  });

  test('links to https or the official text, and names each file once', () => {
    for (const module of modules) if (module.kind === 'LINK') expect(module.url).toMatch(/^https:\/\/|^http:\/\/www\.npc\.gov\.cn\//);
    const files = modules.flatMap((module) => ('file' in module ? [module.file] : []));
    expect(duplicates(files)).toEqual([]);
    for (const module of modules) if ('file' in module) expect(module.file).toMatch(module.kind === 'VIDEO' ? /^[a-z-]+\.mp4$/ : /^[a-z-]+\.pdf$/);
  });

  test('refuses a course that it does not understand', () => {
    expect(() => parseCourse('# A\nkey: A-1\nlanguage: en\ntopic: T\n\nText\n\n## QUIZ 3 | Q')).toThrow('A-1/1: there is no kind of module "QUIZ"');
    expect(() => parseCourse('# A\nkey: A-1\nlanguage: fr\ntopic: T\n\nText')).toThrow('A-1: the language is "fr"');
    expect(() => parseCourse('# A\nkey: A-1\nlanguage: en\ntopic: T\n\nText\n\n## LINK 3 | L')).toThrow('A-1/1: address is missing');
  });
});

describe('plans.json and assignments.json', () => {
  const courseByKey = new Map(courses.map((course) => [course.key, course]));
  const leaves = (audience: SeedAudience): SeedAudience[] => ('operands' in audience ? audience.operands.flatMap(leaves) : 'operand' in audience ? leaves(audience.operand) : [audience]);

  test('use all presets, metrics and kinds of release of eight plans', () => {
    expect(plans).toHaveLength(8);
    expect(new Set(plans.map(({ preset }) => preset))).toEqual(new Set(['LEARNING_PLAN', 'TRAINING_PLAN', 'CERTIFICATION_PLAN']));
    const milestones = plans.flatMap((plan) => plan.milestones);
    expect(new Set(milestones.map(({ metric }) => metric))).toEqual(new Set(['SESSIONS', 'CREDITS', 'NONE']));
    expect(new Set(milestones.flatMap(({ releaseRule }) => releaseRule?.kind ?? []))).toEqual(new Set(['AFTER_ENROLLMENT', 'AFTER_PREVIOUS_COMPLETED', 'AFTER_PREVIOUS_RELEASED']));
  });

  test('ask only for what can be reached with courses that exist', () => {
    for (const { milestones, owner } of plans) {
      expect(account(owner)).toBeDefined();
      for (const { metric, units, creditType, items } of milestones) {
        const linked = items.map(({ course }) => courseByKey.get(course));
        expect(linked).not.toContain(undefined);
        // A course and its translation count once.
        const once = [...new Map(linked.map((course) => [course?.equivalenceKey ?? course?.key, course])).values()];
        const credit = once.flatMap((course) => course?.creditLines ?? []).filter((line) => line.creditType === creditType).reduce((sum, line) => sum + Number(line.amount), 0);
        if (metric === 'NONE') expect(units).toBeUndefined();
        else expect(metric === 'CREDITS' ? credit : once.length).toBeGreaterThanOrEqual(Number(units));
      }
    }
  });

  test('choose people by names that exist', () => {
    const known = { groups: new Set(groups.map(({ name }) => name)), departments: new Set(departments), positions: values('position'), jobRoles: values('job_role'), partnerAccounts: new Set(partnerAccounts) };
    const audiences = [...plans.flatMap(({ visibleRange }) => visibleRange ?? []), ...assignments.map(({ audience }) => audience), ...groups.flatMap(({ rule }) => rule ?? []), ...happenings.flatMap((each) => (each.kind === 'ASSIGN' ? (each.audience ?? []) : []))];
    for (const key of groups.flatMap((group) => group.accounts ?? [])) expect(account(key)).toBeDefined();
    for (const leaf of audiences.flatMap(leaves)) {
      for (const [field, names] of Object.entries(known)) {
        for (const name of (leaf as Record<string, unknown>)[field] as string[] ?? []) expect([...names]).toContain(name);
      }
    }
  });

  test('give only plans that exist, and simulate only those and departments that exist', () => {
    const codes = new Set(plans.map(({ code }) => code));
    const history = json<{ plans: { plan: string }[]; selfStarts: { plan: string }[]; departments: { department: string }[]; untouched: { account: string; plans: string[] }[] }>('history.json');
    for (const code of [...assignments.flatMap((assignment) => assignment.plans), ...[...history.plans, ...history.selfStarts].map(({ plan }) => plan)]) expect([...codes]).toContain(code);
    for (const { department } of history.departments) expect(departments).toContain(department);
    for (const untouched of history.untouched) expect(account(untouched.account)).toBeDefined();
    for (const { startedDaysAgo } of assignments) expect(startedDaysAgo).toBeLessThanOrEqual(365);
  });
});

describe('happenings.json', () => {
  const of = <Kind extends SeedHappening['kind']>(...kinds: readonly Kind[]) => happenings.filter((each): each is Extract<SeedHappening, { kind: Kind }> => kinds.some((kind) => kind === each.kind));

  test('speaks of people who are there by then, and not of those who are introduced to visitors', () => {
    const hired = of('HIRE').flatMap(({ person, daysAgo }) => [person.employeeNumber, person.email].flatMap((who) => (who ? [[who, daysAgo] as const] : [])));
    const thereSince = new Map<string, number>([...people.map((person) => [person.employee_number, 380] as const), ...hired]);
    const named = happenings.flatMap((each) => {
      const who = each.kind === 'MOVE' ? [each.who] : each.kind === 'MERGE' ? [each.from, each.into] : each.kind === 'ASSIGN' ? (each.people ?? []) : [];
      return who.map((one) => ({ one, daysAgo: each.daysAgo }));
    });
    for (const { one, daysAgo } of named) {
      expect([one, (thereSince.get(one) ?? 0) >= daysAgo]).toEqual([one, true]);
      expect(accounts.map(({ employeeNumber }) => employeeNumber)).not.toContain(one);
    }
  });

  test('speaks of plans, their milestones, assignments and departments that exist', () => {
    const given = new Set([...assignments, ...of('ASSIGN', 'ASSIGN_LIST')].map(({ name }) => name));
    for (const each of happenings) {
      const code = 'plan' in each ? each.plan : 'ofPlan' in each ? each.ofPlan : undefined;
      const plan = plans.find((found) => found.code === code);
      if (code) expect([code, plan !== undefined]).toEqual([code, true]);
      if ('assignment' in each) expect([...given]).toContain(each.assignment);
      if (each.kind === 'NEXT_VERSION') expect(courses.map(({ key }) => key)).toEqual(expect.arrayContaining(each.courses));
      if (each.kind === 'WAIVE' || each.kind === 'HOLD_STEP' || each.kind === 'NEXT_VERSION') expect(plan?.milestones.map(({ key }) => key)).toContain(each.milestone);
    }
    for (const department of [...of('MOVE').map((each) => each.department), ...of('HIRE').map(({ person }) => person.department)]) expect(departments).toContain(department);
    expect([...values('position')]).toEqual(expect.arrayContaining(of('HIRE').map(({ person }) => person.position)));
    expect([...values('job_role')]).toEqual(expect.arrayContaining(of('HIRE').map(({ person }) => person.jobRole)));
  });

  test('has of every kind, one list by each identifier, and rows among them that are rejected', () => {
    expect(new Set(happenings.map(({ kind }) => kind))).toEqual(new Set(['HIRE', 'MOVE', 'END_EMPLOYMENT', 'SUSPEND', 'MERGE', 'ASSIGN', 'ASSIGN_LIST', 'SET_DUE', 'WAIVE', 'HOLD_STEP', 'TAKE_AWAY', 'NEXT_VERSION']));
    expect(of('ASSIGN_LIST').map(({ by }) => by).sort()).toEqual(['EMAIL', 'EMPLOYEE_NUMBER']);
    const [list] = of('ASSIGN_LIST').filter(({ by }) => by === 'EMPLOYEE_NUMBER');
    const numbers = list!.lines.slice(1).map((line) => line.split(',')[0]!.toUpperCase());
    expect(numbers.map((number) => byNumber.has(number))).toEqual([true, true, true, true, false, false, false]);
  });
});

test('numbers of one seed are the same everywhere and spread evenly', () => {
  const random = createRandom(1);
  expect([random.between(0, 999), random.between(0, 999), random.between(0, 999)]).toEqual([627, 2, 527]);
  const counts = [0, 0, 0, 0];
  for (let round = 0; round < 8000; round++) counts[random.between(0, 3)]! += 1;
  for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(150);
  expect(new Set(random.shuffle([1, 2, 3, 4, 5]))).toEqual(new Set([1, 2, 3, 4, 5]));
});
