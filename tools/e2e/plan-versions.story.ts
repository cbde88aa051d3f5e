import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { accessibilityFindings } from './browser.ts';
import { openStage, type Stage } from './stage.ts';
import { takeBack, whenDone } from './take-back.ts';

/*
 * What becomes of a plan that people have: its next version from the edit to the undo, copies and files of it, and its end. The owner acts at one
 * API process; a learner who has it and another admin who looks at it sit at others, and nobody reloads a page.
 */

let stage: Stage<'admin' | 'office' | 'mia'>;
let admin: Page;
let office: Page;
let mia: Page;

beforeAll(async () => {
  stage = await openStage({ admin: 'Plan admin', office: 'Master admin', mia: 'Learner (Sales)' });
  ({ admin, office, mia } = stage.pages);
}, 180_000);

afterAll(() => stage?.close(), 60_000);

const planName = 'Sales academy';
const [nameBefore, nameAfter] = ['Know the portfolio', 'Know what we sell'];
/** What the others see without doing anything; a bulk act takes its time to come to everybody. */
const live = { timeout: 5_000 };
const patient = { timeout: 15_000 };

async function expectAccessible(page: Page): Promise<void> {
  expect(await accessibilityFindings(page)).toEqual([]);
}

const milestone = (name: string): Locator => mia.getByRole('heading', { name }).first();

async function openPlan(page: Page, name = planName): Promise<void> {
  await page.goto('/admin/plans');
  await page.getByRole('link', { name }).first().click(patient);
  await page.getByRole('heading', { level: 1, name }).waitFor(patient);
}

/** Carries the waiting preview out, with its number repeated where that is asked for. */
async function carryOut(name: RegExp): Promise<void> {
  await admin.getByRole('button', { name }).click(patient);
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('button', { name }).waitFor(patient);
  const typed = dialog.getByRole('textbox');
  if ((await typed.count()) > 0) await typed.fill(/Type (\d+)/.exec((await dialog.textContent()) ?? '')?.[1] ?? '');
  await dialog.getByRole('button', { name }).click();
  await whenDone(admin);
}

const become = async (act: string): Promise<void> => {
  await openPlan(admin);
  await admin.getByRole('button', { name: 'More' }).click(patient);
  await admin.getByRole('menuitem', { name: act }).click();
  await carryOut(/^Carry (it out|out for)/);
};

describe('the next version of a plan', () => {
  test('is written beside the one that people have, which stays as it is [2.2]', async () => {
    await mia.goto('/learn/my-learning');
    await mia.getByRole('link', { name: planName }).first().click(patient);
    await milestone(nameBefore).waitFor(patient);
    await openPlan(office);
    await office.getByRole('tab', { name: 'Versions' }).click();
    await openPlan(admin);
    await admin.getByRole('button', { name: 'Edit', exact: true }).click(patient);
    await admin.getByText(/You are writing version 2/).waitFor(patient);
    await office.getByRole('link', { name: 'Edit version 2' }).waitFor(live);
    await admin.getByRole('button', { name: /Content/ }).click();
    await admin.getByLabel('Name of the milestone').first().fill(nameAfter);
    await admin.getByRole('link', { name: '1 change' }).click(patient);
    await admin.getByText(`“${nameAfter}”: Name: “${nameBefore}” → “${nameAfter}”`).first().waitFor(patient);
    await expectAccessible(admin);
    expect(await milestone(nameBefore).count()).toBe(1);
  });

  test('is previewed person by person, found again when left, published, and reaches those whom it takes along [2.10, 2.0.6]', async () => {
    await admin.getByRole('button', { name: /Publish/ }).click();
    await admin.getByRole('radio', { name: 'Everybody who has not completed it' }).check(patient);
    await admin.getByRole('textbox', { name: /What is new/ }).fill('Clearer words.');
    await expectAccessible(admin);
    await admin.getByRole('button', { name: 'Preview publishing version 2' }).click();
    await admin.getByText(/Move, and nothing changes for them/).first().waitFor(patient);
    await expectAccessible(admin);
    await openPlan(admin);
    await admin.getByRole('link', { name: 'Look at it' }).click(patient);
    await carryOut(/^Publish version 2 and take/);
    await milestone(nameAfter).waitFor(live);
    await office.getByRole('row', { name: /Version 2.*Clearer words.*Published/ }).waitFor(live);
    await expectAccessible(office);
    await admin.getByRole('link', { name: 'To the versions of the plan' }).click();
    await admin.getByRole('link', { name: /people on version 2/ }).click(patient);
    await admin.getByRole('table').waitFor(patient);
    expect(new URL(admin.url()).searchParams.get('version')).toBe('2');
  });

  test('is left again by an undo, and stays published [V6]', async () => {
    await takeBack(admin, `Publish version 2 of “${planName}”`, 'Go back to the version that they had');
    await milestone(nameBefore).waitFor(live);
    await office.getByRole('row', { name: /Version 1.*Replaced/ }).waitFor(live);
  });
});

test('a plan is copied, saved as a file, and read again from it [L33, ambition 18]', async () => {
  await openPlan(admin, 'New managers');
  const saved = admin.waitForEvent('download');
  await admin.getByRole('button', { name: 'More' }).click(patient);
  await admin.getByRole('menuitem', { name: 'Export as a file' }).click();
  const file = await (await saved).path();
  await admin.getByRole('button', { name: 'More' }).click();
  await admin.getByRole('menuitem', { name: 'Duplicate…' }).click();
  await admin.getByRole('button', { name: 'Duplicate and edit' }).click(patient);
  await admin.getByRole('heading', { level: 1, name: 'New managers (copy)' }).waitFor(patient);
  await admin.goto('/admin/plans');
  await admin.getByRole('button', { name: 'Import a plan' }).click(patient);
  await admin.locator('input[type=file]').setInputFiles(file);
  await expectAccessible(admin);
  await admin.getByRole('button', { name: 'Create the draft' }).click(patient);
  await admin.getByRole('heading', { level: 1, name: /^New managers/ }).waitFor(patient);
});

describe('a plan that people have', () => {
  test('is inactivated: the learner is told what that means, and goes on [C20]', async () => {
    await become('Inactivate…');
    await mia.getByText(/^Inactive at present: nobody new gets this/).waitFor(live);
    await expectAccessible(mia);
    await office.getByText('Inactive', { exact: true }).first().waitFor(live);
  });

  test('is archived, which closes it for the learner, and brought back [2.2, 2.0.6]', async () => {
    await become('Archive…');
    await mia.getByText('Not completed', { exact: true }).first().waitFor(live);
    await office.getByText('Archived', { exact: true }).first().waitFor(live);
    await takeBack(admin, `Archive “${planName}”`, 'Can go on, as before');
    await mia.getByText(/^Inactive at present/).waitFor(live);
  });
});

test('nothing went wrong meanwhile', () => {
  expect(stage.failures()).toEqual([]);
});
