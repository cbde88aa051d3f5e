import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { accessibilityFindings } from './browser.ts';
import { openStage, type Stage } from './stage.ts';
import { takeBack } from './take-back.ts';

/*
 * The story of training progress: an admin looks at the list while a learner begins something at another computer, and while a colleague records completions by hand
 * at a third; one of them is taken back, and given back.
 */

let stage: Stage<'office' | 'colleague' | 'mia'>;
let office: Page;
let colleague: Page;
let mia: Page;

beforeAll(async () => {
  stage = await openStage({ office: 'Master admin', colleague: 'Master admin', mia: 'Learner (Sales)' });
  ({ office, colleague, mia } = stage.pages);
}, 180_000);

afterAll(() => stage?.close(), 60_000);

const patient = { timeout: 20_000 };
const course = 'Building inclusive teams';
const button = (name: string | RegExp, within: Page | Locator): Locator => within.getByRole('button', { name });
const rowOf = (page: Page, name: RegExp): Locator => page.getByRole('row', { name });

/** Records the course for people of whom each is found by a part of the name, with what the preview says of them. */
async function recordFor(page: Page, names: readonly string[]): Promise<void> {
  await button('Record completions', page).click(patient);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: /^Training(?! type)/ }).fill(course);
  await page.getByRole('option', { name: course }).click(patient);
  const people = dialog.getByRole('combobox', { name: 'Who has completed it' });
  for (const name of names) {
    await people.fill(name);
    await page.getByRole('option', { name }).first().click(patient);
  }
  await page.keyboard.press('Escape');
  await dialog.getByLabel('Completed on').fill('2026-03-05');
  expect(await accessibilityFindings(page)).toEqual([]);
  await button('Show preview', dialog).click(patient);
  await button(`Record for ${names.length} people`, dialog).click(patient);
  await dialog.getByText(/^Ended /).waitFor(patient);
  await button('Close', dialog).first().click(patient);
}

describe('Training progress', () => {
  test('what a learner begins is offered to the admin who looks at the list, and shown by one click [U2, U5]', async () => {
    await office.goto('/admin/progress/training?type=MODULE&q=mia');
    await office.getByRole('heading', { name: /Training progress/ }).waitFor(patient);
    await mia.goto('/learn/');
    await mia.getByRole('link', { name: 'Healthy at work' }).first().click(patient);
    await mia.getByRole('link', { name: 'Start' }).first().click(patient);
    const offer = button(/^Show \d+ changes?$/, office);
    await offer.click(patient);
    await rowOf(office, /Mia Chen.*In progress|Mia Chen.*Completed/).first().waitFor(patient);
    await offer.waitFor({ state: 'detached' });
  });

  test('completions that a colleague records by hand appear at once; one is taken back with its preview, and given back [U10–U13, U29, U30, X9, 2.0.6]', async () => {
    await office.goto(`/admin/progress/training?type=COURSE&origin=MANUAL&training=${encodeURIComponent(course)}`);
    await office.getByRole('heading', { name: /Training progress/ }).waitFor(patient);
    await colleague.goto('/admin/progress/training?type=COURSE');
    await recordFor(colleague, ['Mia Chen', '李婷']);
    await button('Show 2 changes', office).click(patient);
    const row = rowOf(office, /Mia Chen/);
    expect(await row.textContent()).toMatch(/Completed Mar 5, 2026/);

    await row.getByRole('checkbox').check(patient);
    await button('Take back', office).click(patient);
    const dialog = office.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /Reason/ }).fill('The wrong person');
    await button('Show preview', dialog).click(patient);
    await button('Take back 1 completion', dialog).click(patient);
    await dialog.getByText(/^Ended /).waitFor(patient);
    await button('Close', dialog).first().click(patient);
    await row.waitFor({ state: 'detached', timeout: 20_000 });
    await rowOf(office, /李婷/).waitFor(patient);

    await takeBack(office, `Take completions of “${course}” back`, 'Mia Chen');
    await office.goto(`/admin/progress/training?type=COURSE&origin=MANUAL&training=${encodeURIComponent(course)}`);
    await rowOf(office, /Mia Chen/).waitFor(patient);
    expect(await accessibilityFindings(office)).toEqual([]);
    expect(stage.failures()).toEqual([]);
  });
});
