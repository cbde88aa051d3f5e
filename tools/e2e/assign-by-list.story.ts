import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { accessibilityFindings } from './browser.ts';
import { openStage, type Stage } from './stage.ts';

/*
 * The story of a list: a plan admin gives a plan to the people of a file, mends the rows that were rejected, and gives it to them too. A
 * master admin, in another browser, imports the people, and later suspends one of them, who becomes a case and keeps the plan.
 */

let stage: Stage<'admin' | 'office'>;
let admin: Page;
let office: Page;

beforeAll(async () => {
  stage = await openStage({ admin: 'Plan admin', office: 'Master admin' });
  ({ admin, office } = stage.pages);
}, 180_000);

afterAll(() => stage?.close(), 60_000);

const patient = { timeout: 15_000 };
const folder = mkdtempSync(join(tmpdir(), 'milepost-lists-'));
const button = (name: string | RegExp, within: Page | Locator = admin): Locator => within.getByRole('button', { name });

function fileOf(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\n'));
  return path;
}

async function assignAll(): Promise<void> {
  await button(/^Assign to \d+ p/).click(patient);
  await button(/^Assign to \d+ p/, admin.getByRole('dialog')).click(patient);
  await admin.getByText('The people of the list have the plan.').waitFor(patient);
}

describe('A list of people', () => {
  test('gets a plan by job number, each row saying whom it means or what to do; mended rows are given it too [D25, D26, D27, U22, U24]', async () => {
    await office.goto('/admin/people/import');
    await office.locator('input[type=file]').setInputFiles(fileOf('people.csv', ['Employee number,Name', '00731,Zoe Zero', 'L-1,Lea List', 'L-2,Liu List']));
    await button(/^Import \d+ p/, office).click(patient);
    await button(/^Import \d+ p/, office.getByRole('dialog')).click(patient);
    await office.getByText('The import is done.').waitFor(patient);

    await admin.goto('/admin/assignments');
    await button('Assign').click(patient);
    await admin.getByRole('link', { name: 'Import a list of people instead' }).click();
    await admin.getByRole('heading', { name: 'Assign to the people of a list' }).waitFor(patient);
    await admin.getByRole('combobox', { name: 'Plan' }).fill('Onboarding');
    await admin.getByRole('option', { name: /^Onboarding/ }).click(patient);
    expect(await accessibilityFindings(admin)).toEqual([]);
    await admin.locator('input[type=file]').setInputFiles(fileOf('list.csv', ['Job number,Name', '731,Zoe', 'L-1,Lea', '1.00012E+05,Whoever', 'L2,Liu']));
    await admin.getByRole('row', { name: /It may be L-2 \(Liu List\)/ }).waitFor(patient);
    await admin.getByRole('row', { name: /a number that a spreadsheet has shortened/ }).waitFor(patient);
    expect(await accessibilityFindings(admin)).toEqual([]);
    await admin.getByRole('tab', { name: /^Get it/ }).click();
    await admin.getByRole('row', { name: /was read as 00731: zeros in front were lost/ }).waitFor(patient);
    await assignAll();

    await admin.getByRole('tab', { name: /^Errors/ }).click();
    const [download] = await Promise.all([admin.waitForEvent('download'), admin.getByRole('link', { name: 'Download these rows' }).click()]);
    const rejected = readFileSync(await download.path(), 'utf8');
    await admin.goto('/admin/assignments/import');
    await admin.getByRole('combobox', { name: 'Plan' }).fill('Onboarding');
    await admin.getByRole('option', { name: /^Onboarding/ }).click(patient);
    await admin.locator('input[type=file]').setInputFiles(fileOf('mended.csv', [rejected.replace('L2', 'L-2')]));
    await button('Assign to 1 person').waitFor(patient);
    await assignAll();
  });

  test('who is suspended meanwhile is a case that says so, and keeps the plan [ambition 9]', async () => {
    await office.goto('/admin/people');
    await office.getByRole('searchbox').or(office.getByPlaceholder(/Search/)).first().fill('Lea List');
    await office.getByRole('link', { name: 'Lea List' }).click(patient);
    await button('More', office).click(patient);
    await office.getByRole('menuitem', { name: /Suspend/ }).click();
    await button(/Suspend/, office.getByRole('dialog')).click(patient);
    await office.getByText('Suspended', { exact: true }).first().waitFor(patient);
    await office.goto('/admin/exceptions');
    const row = office.getByRole('row', { name: /Lea List.*Onboarding.*suspended or has left/ });
    await row.waitFor(patient);
    expect(await accessibilityFindings(office)).toEqual([]);
    await row.getByRole('button', { name: 'Decide for Lea List' }).click();
    const drawer = office.getByRole('dialog');
    await drawer.getByRole('radio', { name: /Keep it as it is/ }).check(patient);
    await drawer.getByLabel(/Reason/).fill('Parental leave');
    await button('Show preview', drawer).click();
    await drawer.getByText('Decided: they stay in the assignment').first().waitFor(patient);
  });

  test('no page had an error', () => {
    expect(stage.failures()).toEqual([]);
  });
});
