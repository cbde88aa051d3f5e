import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { accessibilityFindings } from './browser.ts';
import { openStage, type Stage } from './stage.ts';

/*
 * An admin writes a plan whose steps open one after the other, changes their order by the keyboard, takes that back and looks at it as a
 * learner would; then a learner has it, and sees nothing of what has not opened.
 */

let stage: Stage<'admin' | 'mia'>;
let admin: Page;
let mia: Page;

beforeAll(async () => {
  stage = await openStage({ admin: 'Plan admin', mia: 'Learner (Sales)' });
  ({ admin, mia } = stage.pages);
}, 180_000);

afterAll(() => stage?.close(), 60_000);

const planName = 'Safe in the workshop, week by week';
const patient = { timeout: 15_000 };

const milestones = (): Locator => admin.getByRole('list', { name: 'Milestones', exact: true }).getByRole('heading', { level: 3 });
const preview = (): Locator => admin.getByRole('region', { name: 'As a learner sees it' });
/** The milestones as a learner has them; the timeline below is the admin's, and names what is hidden. */
const path = (): Locator => preview().getByRole('list').first();

async function expectOrder(...names: readonly string[]): Promise<void> {
  const first = milestones().first();
  await first.filter({ hasText: names[0]! }).waitFor(patient);
  expect(await milestones().allInnerTexts()).toEqual(names.map((name, index) => `${index + 1}. ${name}`));
}

async function addMilestone(name: string, content: string): Promise<void> {
  await admin.getByRole('button', { name: 'Add a milestone' }).click(patient);
  const card = admin.locator('li[data-at]').filter({ has: admin.locator('[data-field=name]:focus') });
  await card.waitFor(patient);
  await admin.keyboard.type(name);
  await admin.getByRole('listitem', { name: new RegExp(`${name}$`) }).getByRole('button', { name: 'Link content' }).click(patient);
  const finder = admin.getByRole('dialog', { name: 'Link content' });
  await finder.getByRole('searchbox').fill(content);
  await finder.getByRole('checkbox', { name: content }).first().check(patient);
  await finder.getByRole('button', { name: 'Link 1' }).click();
  await finder.waitFor({ state: 'hidden' });
}

describe('a plan whose steps open one after the other', () => {
  test('is written: what is hidden, when each step opens [C3, C16, C19, X6]', async () => {
    await admin.goto('/admin/plans');
    await admin.getByRole('button', { name: 'Create a training' }).click(patient);
    await admin.getByRole('dialog').getByLabel('Name').fill(planName);
    await admin.getByRole('button', { name: 'Create and go on' }).click();
    await admin.getByRole('radio', { name: 'Nothing until they open' }).check(patient);
    expect(await accessibilityFindings(admin)).toEqual([]);
    await admin.getByRole('button', { name: 'Next' }).click();
    await addMilestone('Set out', 'Reading data with care');
    await addMilestone('Go on', 'Administering Beacon');
    await admin.getByRole('listitem', { name: '2. Go on' }).getByRole('combobox', { name: 'Opens' }).click();
    await admin.getByRole('option', { name: 'Days after the person got the plan' }).click();
    await admin.getByText('Saved', { exact: true }).waitFor(patient);
  });

  test('is put into another order by the keyboard, and that is undone and done again [L32]', async () => {
    await admin.getByRole('button', { name: 'Move Go on up' }).press('Enter');
    await expectOrder('Go on', 'Set out');
    await admin.keyboard.press('Control+z');
    await expectOrder('Set out', 'Go on');
    await admin.keyboard.press('Control+Shift+z');
    await expectOrder('Go on', 'Set out');
    await admin.getByRole('button', { name: 'Undo: Place of Go on' }).click();
    await expectOrder('Set out', 'Go on');
  });

  test('is looked at as a learner would, on another day too [C4, C14]', async () => {
    await admin.getByRole('button', { name: 'Preview as a learner' }).click();
    await path().getByText('Set out', { exact: true }).waitFor(patient);
    expect(await path().getByText('Go on', { exact: true }).count()).toBe(0);
    await preview().getByRole('slider').press('End');
    await path().getByText('Go on', { exact: true }).waitFor(patient);
    expect(await accessibilityFindings(admin)).toEqual([]);
  });

  test('reaches a learner, who sees nothing of the step that has not opened [C4, C19]', async () => {
    await admin.getByRole('navigation').getByRole('button', { name: 'Publish' }).click();
    await admin.getByRole('button', { name: 'Publish', exact: true }).last().click(patient);
    await admin.getByRole('button', { name: 'Assign' }).first().click(patient);
    const drawer = admin.getByRole('dialog');
    await drawer.getByText('People', { exact: true }).click(patient);
    await drawer.getByRole('textbox', { name: 'Find people' }).fill('Mia Chen');
    await admin.getByRole('option', { name: /Mia Chen/ }).first().click(patient);
    await drawer.getByRole('button', { name: 'Show preview' }).click();
    await drawer.getByRole('button', { name: /^Assign to 1/ }).click(patient);
    await drawer.getByText('Got it').first().waitFor(patient);
    await mia.goto('/learn/my-learning');
    await mia.getByRole('link', { name: planName }).first().click(patient);
    await mia.getByRole('heading', { level: 1, name: planName }).waitFor(patient);
    await mia.getByRole('heading', { name: 'Set out' }).waitFor(patient);
    expect(await mia.getByText('Go on', { exact: true }).count()).toBe(0);
    expect(await accessibilityFindings(mia)).toEqual([]);
  });
});
