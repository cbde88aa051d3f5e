import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { accessibilityFindings, openBrowser, signedIn } from './browser.ts';
import { makePdf } from './make-pdf.ts';
import { Partner } from './partner.ts';
import { startProduct, type Product } from './product.ts';

/*
 * The story of the foundation: a plan reaches a learner, and the progress comes back live. The admin and the learner sit at two
 * browsers and talk to two API processes; a partner system asks and listens.
 */

let product: Product;
let browser: Browser;
let admin: Page;
let mia: Page;
const failures: Record<'admin' | 'mia', string[]> = { admin: [], mia: [] };

beforeAll(async () => {
  product = await startProduct(2);
  browser = await openBrowser();
  const [adminOrigin, learnerOrigin] = product.origins as [string, string];
  const office = await signedIn(browser, adminOrigin, product.account('Plan admin'));
  const desk = await signedIn(browser, learnerOrigin, product.account('Learner (Sales)'));
  [admin, mia] = [office.page, desk.page];
  [failures.admin, failures.mia] = [office.failures, desk.failures];
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
}, 60_000);

const planName = 'Information security 2027';
const courseName = 'Security at the counter';
const shortCourse = 'Responding to a security incident';
const required = [courseName, shortCourse, 'Secure development for engineers'];
const elective = 'Code of conduct';
const sample = join(import.meta.dirname, '../seed/data/sample.webm');
/** What the other side sees within a second is live. */
const live = { timeout: 1_000 };
const patient = { timeout: 15_000 };

const button = (name: string | RegExp, within: Page | Locator = admin, exact = false): Locator => within.getByRole('button', { name, exact });

async function expectAccessible(page: Page): Promise<void> {
  expect(await accessibilityFindings(page)).toEqual([]);
}

/** Keeps a picture for the README when asked to. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.STORY_PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

describe('Information security 2027', () => {
  test('Mia waits at her home, with what she has already', async () => {
    await mia.goto('/learn/');
    await mia.getByRole('heading', { level: 1 }).waitFor(patient);
    await expectAccessible(mia);
    expect(await mia.getByText(planName).count()).toBe(0);
  });

  test('a plan admin makes a course of a PDF, a video, an article and a link [D1, U35]', async () => {
    await admin.goto('/admin/content');
    await button('Create a course').click(patient);
    const dialog = admin.getByRole('dialog');
    await dialog.getByLabel('Name').fill(courseName);
    await expectAccessible(admin);
    await button('Create and add modules', dialog).click();
    await admin.getByText('No modules yet').waitFor(patient);

    const handout = join(mkdtempSync(join(tmpdir(), 'milepost-story-')), 'handout.pdf');
    writeFileSync(handout, makePdf('At the counter'));
    const files = await addModule('Upload videos or PDFs');
    await files.locator('input[type=file]').setInputFiles([handout, sample]);
    await files.getByText('Uploaded').nth(1).waitFor(patient);
    await button('Done', files).click(patient);
    await files.waitFor({ state: 'hidden', ...patient });
    await admin.getByText('sample').first().waitFor(patient);

    const article = await addModule('Write an article');
    await article.getByLabel('Name').fill('Who goes there?');
    await article.getByRole('textbox', { name: 'Text' }).fill('# Tailgating\n\nHold the door, but **not** for strangers.<script>document.title = "taken"</script>');
    await button('Add', article, true).click();
    await article.waitFor({ state: 'hidden' });

    const link = await addModule('Link a page');
    await link.getByLabel('Name').fill('National advice');
    await link.getByLabel('Address').fill('https://www.example.org/advice');
    await button('Add', link, true).click();
    await link.waitFor({ state: 'hidden' });
    await admin.getByText('National advice').waitFor(patient);
    await expectAccessible(admin);
  });

  test('writes the plan in five steps; the last lists what is wrong until nothing is [D10, D11, L26, L27, L30, L52]', async () => {
    await admin.goto('/admin/plans');
    await button('Create a training').click(patient);
    const dialog = admin.getByRole('dialog');
    await dialog.getByLabel('Name').fill(planName);
    await expectAccessible(admin);
    await button('Create and go on', dialog).click();
    await admin.getByRole('heading', { name: planName }).waitFor(patient);
    await expectAccessible(admin);
    await openStep('Publish');
    await admin.getByText('Add at least one milestone.').first().waitFor(patient);
    await openStep('Content');
    await addMilestone(0, 'Essentials', undefined, '2', required);
    await addMilestone(1, 'Go deeper', 'Elective', undefined, [elective]);
    await expectAccessible(admin);
    await picture(admin, 'admin-editor');
    for (const step of ['Visible range', 'Collaboration', 'Publish']) {
      await openStep(step);
      await expectAccessible(admin);
    }
    await button('Publish', admin, true).last().click(patient);
    await admin.getByText('Active', { exact: true }).first().waitFor(patient);
  });

  test('assigns it to Sales with its sub-departments: previewed, confirmed, applied – and Mia has it without a reload [D3, D23, D24, U21]', async () => {
    await button('Assign').first().click(patient);
    const drawer = admin.getByRole('dialog');
    await drawer.getByText('Chosen departments, positions').click(patient);
    await drawer.getByRole('textbox', { name: 'Find departments' }).fill('Sales');
    await admin.getByRole('option', { name: /^Sales/ }).first().click(patient);
    await drawer.getByText('470 people at this moment').waitFor(patient);
    await drawer.getByRole('combobox', { name: 'Due' }).click();
    await admin.getByRole('option', { name: /day|date/i }).first().click();
    await drawer.locator('input[type=date]').fill(new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10));
    await button('Show preview', drawer).click();
    await drawer.getByLabel('Type 470 to confirm').fill('470', patient);
    await expectAccessible(admin);
    await picture(admin, 'admin-preview');
    await button(/Assign to 470/, drawer).click();
    await mia.getByText(planName).first().waitFor(patient);
    await drawer.getByText('Report', { exact: true }).first().waitFor(patient);
    await drawer.getByText(/Ended/).waitFor(patient);
    await expectAccessible(admin);
  });

  test('Mia sees what is next, why she has it and by when in her time zone [C4, X25, ambition 15]', async () => {
    await mia.getByRole('link', { name: new RegExp(planName) }).first().click(patient);
    const page = mia.locator('main');
    await page.getByText('Assigned to the department “Sales”').waitFor(patient);
    await page.getByText(/By the end of .*Central European/).first().waitFor();
    await page.getByText('What is next').waitFor();
    await expectAccessible(mia);
    await picture(mia, 'learner-plan');
  });

  test('and the admin sees her go from Not started to In progress to Completed, live, from another API process [D4, D28, U2, U6]', async () => {
    await admin.keyboard.press('Escape');
    await admin.getByRole('tab', { name: 'People' }).click(patient);
    await admin.getByLabel(/Search by name/).fill('Mia Chen');
    const row = admin.getByRole('row').filter({ hasText: 'Mia Chen' });
    await row.getByText('Not started').waitFor(patient);

    await mia.getByRole('link', { name: courseName }).first().click(patient);
    await mia.getByText('Completed on').waitFor(patient);
    await row.getByText('In progress').waitFor(live);
    await expectAccessible(mia);

    await openNext();
    await mia.locator('video').evaluate(playFast);
    await mia.getByText('2 of 4 done').first().waitFor(patient);
    await expectAccessible(mia);
    await openNext();
    await mia.getByText('Tailgating').waitFor(patient);
    expect(await mia.title()).not.toBe('taken');
    await mia.getByText('3 of 4 done').first().waitFor(patient);
    await openNext();
    await button('I have done this', mia).click(patient);
    await mia.getByText(`“${courseName}” is complete`).first().waitFor(patient);
    await finishShortCourse();
    await row.getByText('Completed', { exact: true }).waitFor(live);
    await admin.getByText('100%').first().waitFor(live);
    await expectAccessible(admin);
    await picture(admin, 'admin-tracking');
  });

  test('a partner system reads the same, and after its socket was cut has missed nothing [P, ambition 6]', async () => {
    const partner = new Partner(product.origins[0] ?? '', product.account('Partner system (API key)').password);
    const { learningPlans } = await partner.ask<{ learningPlans: { edges: { node: { id: string } }[] } }>(
      'query ($search: String) { learningPlans(first: 1, filter: { search: $search }) { edges { node { id } } } }',
      { search: planName },
    );
    const planId = learningPlans.edges[0]?.node.id;
    const completed = await partner.ask<{ enrollments: { edges: { node: { person: { displayName: string } } }[] } }>(
      'query ($planId: ID!) { enrollments(first: 10, filter: { planId: $planId, statuses: [COMPLETED] }) { edges { node { person { displayName } } } } }',
      { planId },
    );
    expect(completed.enrollments.edges.map(({ node }) => node.person.displayName)).toContain('Mia Chen');

    const heard: string[] = [];
    const from = await partner.ask<{ enrollments: { edges: unknown[] } }>('query ($planId: ID!) { enrollments(first: 1, filter: { planId: $planId }) { edges { cursor } } }', { planId });
    expect(from.enrollments.edges).toHaveLength(1);
    const { client, cut } = partner.listen();
    const first = new Promise<string>((resolve) => {
      client.subscribe<{ enrollmentChanged: { cursor: string; enrollments: { status: string }[] } }>(
        { query: 'subscription ($planId: ID!) { enrollmentChanged(filter: { planId: $planId }, after: "0-0") { cursor enrollments { status } } }', variables: { planId } },
        {
          next: ({ data }) => {
            if (!data) return;
            heard.push(data.enrollmentChanged.cursor);
            if (heard.length === 1) resolve(data.enrollmentChanged.cursor);
          },
          error: () => {},
          complete: () => {},
        },
      );
    });
    const cursor = await first;
    cut();
    const again = partner.listen();
    const rest = await new Promise<string[]>((resolve) => {
      const statuses: string[] = [];
      again.client.subscribe<{ enrollmentChanged: { enrollments: { status: string; person: { displayName: string } }[] } }>(
        {
          query:
            'subscription ($planId: ID!, $after: Cursor) { enrollmentChanged(filter: { planId: $planId }, after: $after) { enrollments { status person { displayName } } } }',
          variables: { planId, after: cursor },
        },
        {
          next: ({ data }) => {
            for (const each of data?.enrollmentChanged.enrollments ?? []) if (each.person.displayName === 'Mia Chen') statuses.push(each.status);
            if (statuses.at(-1) === 'COMPLETED') resolve(statuses);
          },
          error: () => {},
          complete: () => {},
        },
      );
    });
    expect(rest.length).toBeGreaterThan(0);
    await again.client.dispose();
    await client.dispose();
  });

  test('neither page has logged an error', () => {
    expect(failures).toEqual({ admin: [], mia: [] });
  });
});

async function addModule(kind: string): Promise<Locator> {
  await button('Add modules').first().click(patient);
  await admin.getByRole('menuitem', { name: kind }).or(button(kind)).first().click(patient);
  const dialog = admin.getByRole('dialog');
  await dialog.waitFor(patient);
  return dialog;
}

async function openStep(name: string): Promise<void> {
  await admin.getByRole('navigation').getByRole('button', { name: new RegExp(name) }).first().click(patient);
}

async function addMilestone(place: number, name: string, metric: string | undefined, units: string | undefined, content: readonly string[]): Promise<void> {
  await button('Add a milestone').click(patient);
  const card = admin.getByRole('listitem').filter({ has: admin.getByLabel('Name of the milestone') }).nth(place);
  await card.getByLabel('Name of the milestone').fill(name, patient);
  if (metric) {
    await card.getByRole('combobox', { name: 'What counts' }).click();
    await admin.getByRole('option', { name: metric }).click();
  }
  if (units) await card.getByLabel('How many').fill(units);
  await button('Link content', card).click();
  const finder = admin.getByRole('dialog');
  for (const each of content) {
    await finder.getByLabel('Search the library').fill(each);
    await finder.getByRole('checkbox', { name: each }).first().check(patient);
  }
  await button(/^Link \d/, finder).click();
  await finder.waitFor({ state: 'hidden' });
}

async function openNext(): Promise<void> {
  await button(/^Next: /, mia).or(mia.getByRole('link', { name: /^Next: / })).first().click(patient);
}

/** Sixteen times as fast as a person would watch; runs in the page. */
async function playFast(element: unknown): Promise<void> {
  const video = element as { muted: boolean; playbackRate: number; play(): Promise<void> };
  video.muted = true;
  video.playbackRate = 16;
  await video.play();
}

/** Two articles, done when read, and a link, done when she says so. */
async function finishShortCourse(): Promise<void> {
  await mia.getByRole('link', { name: new RegExp(shortCourse) }).or(button(new RegExp(shortCourse), mia)).first().click(patient);
  for (const done of ['1 of 3 done', '2 of 3 done']) {
    await mia.getByText(done).first().waitFor(patient);
    await openNext();
  }
  await button('I have done this', mia).click(patient);
  await mia.getByText(`“${shortCourse}” is complete`).first().waitFor(patient);
}
