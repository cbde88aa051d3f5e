import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { accessibilityFindings } from './browser.ts';
import { openStage, type Stage } from './stage.ts';

/*
 * An admin gives a learner a plan and a course together, at one API process; the learner has both at another, without a reload. A later
 * assignment waits, and can be cancelled.
 */

let stage: Stage<'admin' | 'mia'>;
let admin: Page;
let mia: Page;

beforeAll(async () => {
  stage = await openStage({ admin: 'Master admin', mia: 'Learner (Sales)' });
  ({ admin, mia } = stage.pages);
}, 180_000);

afterAll(() => stage?.close(), 60_000);

const planName = 'New managers';
const courseName = 'Reading data with care';
/** What the other side sees within a second is live. */
const live = { timeout: 1_000 };
const patient = { timeout: 15_000 };

const drawer = (): Locator => admin.getByRole('dialog', { name: 'Assign' });

async function expectAccessible(page: Page): Promise<void> {
  expect(await accessibilityFindings(page)).toEqual([]);
}

async function choose(...names: readonly string[]): Promise<void> {
  await admin.getByRole('button', { name: 'Assign', exact: true }).first().click(patient);
  const field = drawer().getByRole('combobox', { name: 'What to assign' });
  for (const name of names) {
    await field.fill(name);
    await admin.getByRole('option', { name }).first().click(patient);
  }
  await field.press('Tab');
  await drawer().getByText('People', { exact: true }).click();
  await drawer().getByRole('textbox', { name: 'Find people' }).fill('Mia Chen');
  await admin.getByRole('option', { name: /Mia Chen/ }).first().click(patient);
}

describe('a plan and a course', () => {
  test('are chosen together, previewed each and in all, and given [C7, C12]', async () => {
    await mia.goto('/learn/my-learning');
    await mia.getByRole('heading', { name: 'My learning' }).waitFor(patient);
    await admin.goto('/admin/assignments');
    await choose(planName, courseName);
    await expectAccessible(admin);
    await drawer().getByRole('button', { name: 'Show preview' }).click();
    await drawer().getByRole('region', { name: courseName }).getByText('Get it: 1').waitFor(patient);
    await expectAccessible(admin);
    await drawer().getByRole('button', { name: 'Assign 2 things: 2 in all' }).click();
    await drawer().getByText('Got it').first().waitFor(patient);
    await drawer().getByRole('button', { name: 'Close', exact: true }).last().click();
  });

  test('are with the learner at once; the course has a page with why, what next and by when [C8, C14]', async () => {
    await mia.getByRole('link', { name: planName }).waitFor(live);
    await mia.getByRole('link', { name: courseName }).first().waitFor(live);
    await mia.getByRole('link', { name: courseName }).first().click(patient);
    await mia.getByText('Assigned by name').waitFor(patient);
    await expectAccessible(mia);
    await mia.getByRole('link', { name: 'Start' }).click();
    await mia.getByRole('heading', { level: 1 }).first().waitFor(patient);
  });

  test('are told of on the page of the assignment, found by its name [C10]', async () => {
    await admin.getByRole('searchbox').fill(courseName);
    await admin.getByRole('link', { name: new RegExp(`^#\\d+ .*${courseName}`) }).first().click(patient);
    await admin.getByText(`${courseName} – Got it: 1`).first().waitFor(patient);
    await expectAccessible(admin);
  });
});

test('an assignment for later waits, and is cancelled [C16]', async () => {
  await admin.goto('/admin/assignments');
  await choose(courseName);
  await drawer().getByRole('radio', { name: 'At a later time' }).check();
  await drawer().getByLabel('Time', { exact: true }).fill('2099-03-01T09:00');
  await expectAccessible(admin);
  await drawer().getByRole('button', { name: 'Show preview' }).click();
  await drawer().getByRole('button', { name: /^Assign to 1 person/ }).click(patient);
  await drawer().getByText(/^Begins on Mar 1, 2099/).waitFor(patient);
  await admin.goto('/admin/assignments?state=SCHEDULED');
  await admin.getByRole('link', { name: new RegExp(courseName) }).first().click(patient);
  await admin.getByRole('button', { name: 'Call it off …' }).click(patient);
  await admin.getByRole('dialog').getByRole('button', { name: 'Call it off' }).click();
  await admin.getByText('Cancelled', { exact: true }).waitFor(patient);
  await expectAccessible(admin);
});

test('nothing went wrong meanwhile', () => {
  expect(stage.failures()).toEqual([]);
});
