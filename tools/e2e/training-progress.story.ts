import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { accessibilityFindings } from './browser.ts';
import { openStage, type Stage } from './stage.ts';
import { takeBack } from './take-back.ts';

/*
 * The story of training progress: an admin looks at the list while a learner begins something at another computer, and while a colleague records completions by hand
 * at a third; one of them is taken back, and given back. What is so is explained, and what was taken back is completed again by what is on record.
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
  });

  test('each state says why; a course that was taken back is completed again by its modules when somebody asks for it [2.0.4, 2.8]', async () => {
    const modules = ['Meetings in which everyone speaks', 'Interrupted: an experiment'];
    const csv = modules.map((name) => `priya.raghavan@northwind.example,module,${name},2026-03-09`).join('\n');
    await office.goto('/admin/progress/training/import');
    await office.locator('input[type=file]').setInputFiles({ name: 'modules.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await button('Import 2 completions', office).click(patient);
    await button('Import 2 completions', office.getByRole('dialog')).click(patient);
    await office.getByText('The completions are recorded.').waitFor(patient);

    await office.goto(`/admin/progress/training?type=COURSE&q=Priya%20Raghavan&training=${encodeURIComponent(course)}`);
    const why = /^Why\? (Priya Raghavan: )?Building inclusive teams/;
    await button(why, office).click(patient);
    const reasons = office.getByRole('dialog', { name: why });
    await reasons.getByText('Completed on March 9, 2026: all 2 modules were completed.').waitFor(patient);
    await reasons.getByText('“Interrupted: an experiment” was completed on March 9, 2026').waitFor(patient);
    expect(await accessibilityFindings(office)).toEqual([]);
    await office.keyboard.press('Escape');

    await rowOf(office, /Priya/).getByRole('checkbox').check(patient);
    await button('Take back', office).click(patient);
    const taking = office.getByRole('dialog');
    await taking.getByRole('textbox', { name: /Reason/ }).fill('Only half of it');
    await button('Show preview', taking).click(patient);
    await button('Take back 1 completion', taking).click(patient);
    await taking.getByText(/^Ended /).waitFor(patient);
    await button('Close', taking).first().click(patient);

    await office.goto('/admin/people?q=Priya%20Raghavan');
    await office.getByRole('link', { name: 'Priya Raghavan' }).click(patient);
    await office.getByRole('tab', { name: 'Record' }).click(patient);
    await button(why, office).first().click(patient);
    await reasons.getByText(/^Not completed, though all modules are: the completion of March 9, 2026 was taken back on/).waitFor(patient);
    await button('Complete it again…', reasons).click(patient);
    const again = office.getByRole('dialog', { name: 'Complete it again' });
    await again.getByRole('textbox', { name: 'Reason' }).fill('It was the whole of it');
    expect(await accessibilityFindings(office)).toEqual([]);
    await button('Complete it again', again).click(patient);
    await office.getByText('Reason: It was the whole of it').waitFor(patient);
    expect(stage.failures()).toEqual([]);
  });
});
