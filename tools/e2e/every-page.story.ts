import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFindings } from './browser.ts';
import { openStage, type Stage } from './stage.ts';

/*
 * Every page of both apps, as an admin and a learner of the demonstration meet them: in both languages, light and dark, on a desk and on a
 * phone. Whoever adds a URL to an app adds here where an example of it is found.
 */

type App = 'admin' | 'learner';

/** Two look at the pages of the admin's app, so that both processors have something to do. */
let stage: Stage<'admin' | 'other' | 'learner'>;
let pages: Readonly<Record<App, Record<string, string>>>;

beforeAll(async () => {
  stage = await openStage({ admin: 'Master admin', other: 'Master admin', learner: 'Learner (Sales)' });
}, 180_000);

afterAll(() => stage?.close(), 60_000);

const patient = { timeout: 15_000 };

/** Where an example of a path is found: itself, the first link to one on another page, or one that follows from other examples. */
type Example = true | { readonly linkedFrom: string } | ((of: Readonly<Record<string, string>>) => string);

const examples: Readonly<Record<App, Readonly<Record<string, Example>>>> = {
  admin: {
    home: true,
    plans: true,
    plan: { linkedFrom: 'plans' },
    planEditor: ({ plan }) => `${plan}/edit`,
    catalogs: true,
    catalog: { linkedFrom: 'catalogs' },
    content: true,
    contentItem: { linkedFrom: 'content' },
    people: true,
    importPeople: true,
    importCompletions: true,
    departments: true,
    positions: true,
    jobRoles: true,
    partnerAccounts: true,
    partnerAccount: { linkedFrom: 'partnerAccounts' },
    groups: true,
    group: { linkedFrom: 'groups' },
    importGroup: ({ group }) => `${group}/import`,
    person: { linkedFrom: 'people' },
    assignments: true,
    importAssignment: ({ plan }) => `/assignments/import?plan=${plan!.split('/').at(-1)}`,
    assignment: { linkedFrom: 'assignments' },
    exceptions: true,
    progress: true,
    trainingProgress: true,
    trainingAsOf: true,
    trackedPlan: ({ plan }) => `/progress${plan}`,
    planAsOf: ({ plan }) => `/progress${plan}/as-of`,
    operation: { linkedFrom: 'progress' },
    settings: true,
    profile: true,
    welcome: () => '/welcome?token=of-nobody',
  },
  learner: {
    home: true,
    myLearning: true,
    plan: { linkedFrom: 'myLearning' },
    centre: true,
    offer: { linkedFrom: 'centre' },
    course: { linkedFrom: 'plan' },
    inbox: true,
    profile: true,
    welcome: () => '/welcome?token=of-nobody',
  },
};

/** The URLs that an app has, by name, with `:id` where an id stands. */
function pathsOf(app: App): Record<string, string> {
  const source = readFileSync(join(import.meta.dirname, `../../apps/${app}/src/paths.ts`), 'utf8');
  return Object.fromEntries([...source.matchAll(/^ {2}(\w+): definePath\('([^']+)'\)/gm)].map(([, name, pattern]) => [name!, pattern!]));
}

const base = { admin: '/admin', learner: '/learn' } as const;

/** The addresses of all pages of an app, by name. */
async function findPages(app: App): Promise<Record<string, string>> {
  const page = stage.pages[app];
  const paths = pathsOf(app);
  expect(Object.keys(examples[app]).toSorted()).toEqual(Object.keys(paths).toSorted());
  const found: Record<string, string> = {};
  for (const [name, example] of Object.entries(examples[app])) {
    if (example === true) found[name] = paths[name]!;
    else if (typeof example === 'function') found[name] = example(found);
    else {
      await open(page, `${base[app]}${found[example.linkedFrom]}`);
      const pattern = new RegExp(`^${base[app]}${paths[name]!.replace(/:\w+/g, '[0-9a-f-]{36}')}([?#].*)?$`);
      const isOne = (href: string | null): href is string => href !== null && pattern.test(href);
      await page.locator(`main a[href^="${base[app]}${paths[name]!.split(':')[0]}"]`).first().waitFor(patient);
      const links = await Promise.all((await page.locator('main a').all()).map((each) => each.getAttribute('href')));
      const link = links.find(isOne);
      if (!link) throw new Error(`${example.linkedFrom} has no link to ${name}: ${links.join(' ')}`);
      found[name] = link.slice(base[app].length);
    }
  }
  return found;
}

async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await isThere(page);
}

/** The page has its heading, and nothing of it is still on its way. */
async function isThere(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor(patient);
  await page.locator('[aria-busy=true]').first().waitFor({ ...patient, state: 'detached' });
}

/** Words that were not found are shown by their keys: one name after the other, with dots or a colon. */
const aKey = /^([a-z][\w-]*:)?[a-z]\w*(\.[a-zA-Z]\w*)+$/;
const aFile = /\.(example|com|org|pdf|csv|xlsx|mp4|webm|json|jpg|png)$/;

/** What everybody would find wrong with a page, whatever it is about. */
async function lookAt(page: Page): Promise<string[]> {
  const [headings, title, text, links] = await Promise.all([
    page.locator('h1').count(),
    page.title(),
    page.locator('body').innerText(),
    page.locator('a[href*=undefined]').count(),
  ]);
  const keys = text.split('\n').filter((line) => aKey.test(line.trim()) && !aFile.test(line.trim()));
  return [
    ...(headings === 1 ? [] : [`${headings} headings of the first level`]),
    ...(/\S.* [·–|-] \S/.test(title) ? [] : [`the title of the window is only “${title}”`]),
    ...keys.map((key) => `a key instead of words: ${key}`),
    ...(links === 0 ? [] : ['a link to nowhere']),
  ];
}

/** In the page: whether it is wider than what shows it, and by which of its parts. */
const measure = `(() => {
  const width = document.documentElement.clientWidth;
  const whole = document.documentElement.scrollWidth;
  const wide = [...document.querySelectorAll('main *')].filter((each) => each.children.length === 0 && each.getBoundingClientRect().right > width + 1);
  return whole <= width ? [] : [whole + ' wide on ' + width + ': ' + wide.slice(0, 3).map((each) => each.tagName + ' “' + each.textContent.slice(0, 40) + '”').join('; ')];
})()`;

const overflow = (page: Page): Promise<string[]> => page.evaluate<string[]>(measure);

const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

/** Opens each page once, and says what is found wrong with it. */
async function walk(prepare: (page: Page) => Promise<unknown>, check: (page: Page) => Promise<string[]>): Promise<string[]> {
  const admin = Object.entries(pages.admin);
  const half = Math.ceil(admin.length * 0.65);
  const walkers = [
    { page: stage.pages.admin, app: 'admin' as const, all: admin.slice(0, half) },
    { page: stage.pages.other, app: 'admin' as const, all: admin.slice(half) },
    { page: stage.pages.learner, app: 'learner' as const, all: Object.entries(pages.learner) },
  ];
  const go = async ({ page, app, all }: (typeof walkers)[number]): Promise<string[]> => {
    const findings: string[] = [];
    await prepare(page);
    for (const [name, path] of all) {
      await open(page, `${base[app]}${path}`);
      findings.push(...(await check(page)).map((finding) => `${app} ${name}: ${finding}`));
    }
    return findings;
  };
  const [first, second, third] = walkers as [(typeof walkers)[0], (typeof walkers)[0], (typeof walkers)[0]];
  return (await Promise.all([go(first), go(second).then(async (found) => [...found, ...(await go(third))])])).flat();
}

describe('every page of both apps', () => {
  test('has an example in the demonstration', async () => {
    const [admin, learner] = await Promise.all([findPages('admin'), findPages('learner')]);
    pages = { admin, learner };
    expect(Object.keys(admin)).toHaveLength(Object.keys(pathsOf('admin')).length);
    expect(Object.keys(learner)).toHaveLength(Object.keys(pathsOf('learner')).length);
  });

  test('can be used by everybody, and fits a desk [WCAG 2.2 AA]', async () => {
    const findings = await walk(
      (page) => page.setViewportSize(desk),
      async (page) => [...(await lookAt(page)), ...(await overflow(page)), ...(await accessibilityFindings(page))],
    );
    expect(findings).toEqual([]);
  });

  test('can be read in the dark, and fits a phone [WCAG 2.2 AA]', async () => {
    const findings = await walk(
      async (page) => {
        await page.setViewportSize(phone);
        await page.emulateMedia({ colorScheme: 'dark' });
      },
      async (page) => [...(await overflow(page)), ...(await accessibilityFindings(page, 'APPEARANCE'))],
    );
    expect(findings).toEqual([]);
  });

  test('is in Chinese as well, and fits there too', async () => {
    const findings = await walk(
      async (page) => {
        await page.goto(new URL(page.url()).pathname.replace(/^(\/[^/]+).*/, '$1/profile'));
        await page.getByRole('main').getByLabel('Language').selectOption('zh-CN', patient);
        await page.getByRole('heading', { level: 1, name: /[\u4e00-\u9fff]/ }).waitFor(patient);
      },
      async (page) => {
        const isChinese = (await page.locator('html').getAttribute('lang')) === 'zh-CN';
        const onPhone = [...(isChinese ? [] : ['not in Chinese']), ...(await lookAt(page)), ...(await overflow(page))];
        await page.setViewportSize(desk);
        await isThere(page);
        const atDesk = await overflow(page);
        await page.setViewportSize(phone);
        return [...onPhone, ...atDesk];
      },
    );
    expect(findings).toEqual([]);
  });

  test('no page complained', () => {
    expect(stage.failures()).toEqual([]);
  });
});
