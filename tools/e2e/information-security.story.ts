import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { accessibilityFindings, openBrowser, signedIn } from './browser.ts';
import { Partner } from './partner.ts';
import { startProduct, type Product } from './product.ts';

/*
 * The story of the foundation: a plan reaches a learner, and the progress comes back live. The admin and the learner sit at two
 * browsers and talk to two API processes; a partner system listens.
 */

let product: Product;
let browser: Browser;
let admin: Page;
let mia: Page;
const failures: { admin: string[]; mia: string[] } = { admin: [], mia: [] };

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
const courses = ['Information security essentials', 'Responding to a security incident', 'Secure development for engineers'];
const elective = 'Code of conduct';
/** What is seen within a second on the other side is live. */
const live = { timeout: 1_000 };
const patient = { timeout: 15_000 };

const button = (name: string | RegExp, within: Page | Locator = admin): Locator => within.getByRole('button', { name });
const field = (name: string | RegExp, within: Page | Locator = admin): Locator => within.getByLabel(name);

async function expectAccessible(page: Page): Promise<void> {
  expect(await accessibilityFindings(page)).toEqual([]);
}

describe('Information security 2027', () => {
  test('Mia waits at her home, with what she has already', async () => {
    await mia.goto('/learn/');
    await mia.getByRole('heading', { level: 1 }).waitFor(patient);
    await expectAccessible(mia);
    expect(await mia.getByText(planName).count()).toBe(0);
  });

  test('a plan admin writes the plan in five steps; the last lists what is wrong until nothing is [D10, D11, L26, L30]', async () => {
    await admin.goto('/admin/plans');
    await button('Create a training').click();
    await expectAccessible(admin);
    const dialog = admin.getByRole('dialog');
    await field('Name', dialog).fill(planName);
    await button('Create and go on', dialog).click();
    await admin.getByRole('heading', { name: planName }).waitFor(patient);
    await expectAccessible(admin);

    await openStep('Publish');
    await admin.getByText('Add at least one milestone').first().waitFor(patient);
    await openStep('Content');
    await addMilestone('Essentials', 'Items completed', '2', courses);
    await addMilestone('Go deeper', 'Elective', undefined, [elective]);
    await expectAccessible(admin);
    await openStep('Visible range');
    await expectAccessible(admin);
    await openStep('Collaboration');
    await expectAccessible(admin);
    await openStep('Publish');
    await button('Publish').last().click(patient);
    await admin.getByText('Active').first().waitFor(patient);
  });

  test('the plan reaches Sales with its sub-departments: previewed, confirmed, applied [D23, D24, U21]', async () => {
    await button('Assign').first().click(patient);
    const drawer = admin.getByRole('dialog');
    await drawer.waitFor(patient);
    await expectAccessible(admin);
  });

  test('neither page has logged an error', () => {
    expect(failures).toEqual({ admin: [], mia: [] });
  });
});

async function openStep(name: string): Promise<void> {
  await admin.getByRole('tab', { name: new RegExp(name) }).or(admin.getByRole('link', { name: new RegExp(`^${name}|${name}$`) })).first().click(patient);
}

async function addMilestone(name: string, metric: string, units: string | undefined, content: readonly string[]): Promise<void> {
  await button('Add a milestone').click(patient);
  await field('Name of the milestone').last().fill(name);
}
