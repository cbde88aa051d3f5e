import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { accessibilityFindings } from './browser.ts';
import { openStage, type Stage } from './stage.ts';

/*
 * Two admins write one plan at the same time, each in a browser of their own: whoever is later sees the difference, chooses, and has lost
 * nothing of what they typed; in the end both have the same plan.
 */

let stage: Stage<'priya' | 'ada'>;
let priya: Page;
let ada: Page;

beforeAll(async () => {
  stage = await openStage({ priya: 'Plan admin', ada: 'Master admin' });
  ({ priya, ada } = stage.pages);
}, 180_000);

afterAll(() => stage?.close(), 60_000);

const patient = { timeout: 15_000 };

const nameOf = (page: Page): Locator => page.getByRole('textbox', { name: 'Name', exact: true });
const saved = (page: Page): Promise<void> => page.getByText('Saved', { exact: true }).waitFor(patient);
const notice = (page: Page): Locator => page.getByRole('alert').filter({ hasText: 'Somebody else changed this plan meanwhile' });
const milestones = (page: Page): Locator => page.getByRole('list', { name: 'Milestones', exact: true }).getByRole('heading', { level: 3 });

async function rename(page: Page, name: string): Promise<void> {
  await nameOf(page).fill(name, patient);
  await nameOf(page).blur();
}

async function addMilestone(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a milestone' }).click(patient);
  await page.locator('[data-field=name]:focus').waitFor(patient);
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await milestones(page).filter({ hasText: name }).waitFor(patient);
}

/** Compares with what stands there now, and chooses. */
async function choose(page: Page, choice: 'Save mine' | 'Take what stands there'): Promise<void> {
  await notice(page).getByRole('button', { name: 'Compare with what stands there now' }).click(patient);
  await notice(page).getByRole('button', { name: choice }).click(patient);
  await notice(page).waitFor({ ...patient, state: 'detached' });
}

describe('two admins who write one plan at once', () => {
  test('each see what the other wrote before they save over it; nothing that was typed is lost [issue 4, quality 3.19]', async () => {
    await priya.goto('/admin/plans');
    await priya.getByRole('button', { name: 'Create a training' }).click(patient);
    await priya.getByRole('dialog').getByLabel('Name').fill('Written by two');
    await priya.getByRole('button', { name: 'Create and go on' }).click();
    await priya.waitForURL(/\/edit/, patient);
    await nameOf(priya).waitFor(patient);
    await ada.goto(new URL(priya.url()).pathname);
    await nameOf(ada).waitFor(patient);

    await rename(priya, 'Written by two, says Priya');
    await saved(priya);
    await rename(ada, 'Written by two, says Ada');
    await notice(ada).waitFor(patient);
    expect(await nameOf(ada).inputValue()).toBe('Written by two, says Ada');
    await notice(ada).getByRole('button', { name: 'Compare with what stands there now' }).click();
    const row = notice(ada).getByRole('row').filter({ hasText: 'says Ada' });
    await row.getByText('Written by two, says Priya').waitFor(patient);
    expect(await accessibilityFindings(ada)).toEqual([]);
    await notice(ada).getByRole('button', { name: 'Save mine' }).click();
    await notice(ada).waitFor({ ...patient, state: 'detached' });
    await saved(ada);

    await rename(priya, 'Priya once more');
    await notice(priya).waitFor(patient);
    await choose(priya, 'Take what stands there');
    expect(await nameOf(priya).inputValue()).toBe('Written by two, says Ada');
    await priya.reload();
    await nameOf(priya).waitFor(patient);
    expect(await nameOf(priya).inputValue()).toBe('Written by two, says Ada');
  });

  test('one adds a milestone while the other moves one: all are there once, in one order [L32, quality 3.19]', async () => {
    const content = `${new URL(priya.url()).pathname}?step=content`;
    await priya.goto(content);
    for (const name of ['One', 'Two', 'Three']) await addMilestone(priya, name);
    await saved(priya);
    await ada.goto(content);
    await milestones(ada).nth(2).waitFor(patient);

    await addMilestone(priya, 'Four');
    await saved(priya);
    await ada.getByRole('button', { name: 'Move Three up' }).press('Enter');
    await notice(ada).waitFor(patient);
    await choose(ada, 'Save mine');
    await saved(ada);

    await Promise.all([priya.reload(), ada.reload()]);
    await Promise.all([milestones(priya).nth(3).waitFor(patient), milestones(ada).nth(3).waitFor(patient)]);
    const [hers, theirs] = await Promise.all([milestones(priya).allInnerTexts(), milestones(ada).allInnerTexts()]);
    expect(hers).toEqual(['1. One', '2. Three', '3. Two', '4. Four']);
    expect(theirs).toEqual(hers);
    expect(stage.failures()).toEqual([]);
  });
});
