import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { accessibilityFindings } from './browser.ts';
import { openStage, type Stage } from './stage.ts';
import { takeBack } from './take-back.ts';

/*
 * An admin settles for one person and for many what holds for them alone, at one API process; the learner sees it at another, without
 * a reload. What no rule could give safely waits in the inbox, and nobody is withheld.
 */

let stage: Stage<'admin' | 'mia'>;
let admin: Page;
let mia: Page;

beforeAll(async () => {
  stage = await openStage({ admin: 'Master admin', mia: 'Learner (Sales)' });
  ({ admin, mia } = stage.pages);
}, 180_000);

afterAll(() => stage?.close(), 60_000);

const planName = 'Sales academy';
const milestone = 'Know the portfolio';
/** What the other side sees within a second is live. */
const live = { timeout: 1_000 };
const patient = { timeout: 15_000 };

const button = (name: string | RegExp, within: Page | Locator = admin): Locator => within.getByRole('button', { name, exact: typeof name === 'string' });

async function expectAccessible(page: Page): Promise<void> {
  expect(await accessibilityFindings(page)).toEqual([]);
}

async function openPeople(): Promise<void> {
  await admin.goto('/admin/plans');
  await admin.getByRole('link', { name: planName }).first().click(patient);
  await admin.getByRole('tab', { name: 'People' }).click(patient);
}

/** Opens somebody of EMEA who has not begun the plan, whoever that is today: the demonstration's history goes with the calendar. */
async function openWhoHasNotBegun(): Promise<void> {
  await openPeople();
  const notBegun = new URL(admin.url());
  notBegun.searchParams.set('status', 'NOT_STARTED');
  await admin.goto(notBegun.href);
  const rows = admin.getByRole('row').filter({ hasText: 'EMEA' }).filter({ hasNotText: 'Mia Chen' });
  await rows.first().waitFor(patient);
  for (const name of await rows.getByRole('link').allInnerTexts()) {
    await admin.goto(`/admin/people?q=${encodeURIComponent(name)}`);
    const found = admin.getByRole('link', { name, exact: true });
    await found.first().waitFor(patient);
    if ((await found.count()) === 1) return found.click();
  }
  throw new Error('Nobody of EMEA has the plan and has not begun it');
}

describe('one person', () => {
  test('is opened with where they stand and why, milestone by milestone [L37, L41]', async () => {
    await mia.goto('/learn/my-learning');
    await mia.getByRole('link', { name: planName }).first().click(patient);
    await mia.getByText('Assigned to the department').waitFor(patient);
    await openPeople();
    await admin.getByLabel(/Search by name/).fill('Mia Chen');
    await admin.getByRole('link', { name: 'Mia Chen' }).click(patient);
    await admin.getByText('Assigned to their department: EMEA').waitFor(patient);
    await expectAccessible(admin);
  });

  test('has the plan through a group: the change is asked about, and Cancel leaves everything [L44]', async () => {
    await button(`Change for Mia Chen: ${milestone}`).click();
    const dialog = admin.getByRole('dialog', { name: /individually for Mia Chen/ });
    await dialog.getByRole('radio', { name: 'Waive' }).check();
    await dialog.getByLabel('Reason').fill('Did it at her former employer');
    await expectAccessible(admin);
    await button('Save', dialog).click();
    await dialog.getByText('This changes a group assignment for one person').waitFor(patient);
    await expectAccessible(admin);
    await button('Cancel', dialog).click();
    await button('Cancel', dialog).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await admin.getByText('Individually: waived').count()).toBe(0);
    await mia.getByText('Assigned to the department').waitFor(live);
  });

  test('confirmed, it is waived at once, and Mia sees it without a reload [L42, L44]', async () => {
    await button(`Change for Mia Chen: ${milestone}`).click();
    const dialog = admin.getByRole('dialog', { name: /individually for Mia Chen/ });
    await dialog.getByRole('radio', { name: 'Waive' }).check();
    await dialog.getByLabel('Reason').fill('Did it at her former employer');
    await button('Save', dialog).click();
    await button('Leave the group assignment and save', dialog).click(patient);
    await dialog.waitFor({ state: 'hidden', ...patient });
    await mia.getByText('Waived').first().waitFor(live);
    await mia.getByText('Assigned by name').waitFor(live);
    await admin.getByText('Individually: waived').waitFor(live);
    await admin.getByText(/individual change: no longer through the group/).waitFor(live);
    await expectAccessible(admin);
    await expectAccessible(mia);
  });

  test('gets another due date, and back again what everybody has [L41, L43]', async () => {
    await button('Change for Mia Chen: Due date of the plan').click();
    const dialog = admin.getByRole('dialog', { name: /individually for Mia Chen/ });
    await dialog.getByRole('radio', { name: 'Adjust' }).check();
    const due = new Date(Date.now() + 200 * 86_400_000);
    await dialog.locator('input[type=date]').fill(due.toISOString().slice(0, 10));
    await dialog.getByLabel('Reason').fill('Part time');
    await button('Save', dialog).click();
    await dialog.waitFor({ state: 'hidden', ...patient });
    const words = due.toLocaleDateString('en-US', { month: 'long', day: 'numeric', year: 'numeric', timeZone: 'UTC' });
    await mia.getByText(new RegExp(words)).first().waitFor(live);
    await button(`Change for Mia Chen: ${milestone}`).click();
    await dialog.getByRole('radio', { name: 'No action' }).check();
    await dialog.getByLabel('Reason').fill('By mistake');
    await button('Save', dialog).click();
    await dialog.waitFor({ state: 'hidden', ...patient });
    await mia.getByText('Waived').first().waitFor({ state: 'hidden', ...live });
  });
});

describe('anybody', () => {
  test('can be asked about: who has the plan, who has not, and why [ambition 1]', async () => {
    await openPeople();
    const field = admin.getByRole('combobox', { name: 'Who has it, who has not, and why' });
    await field.fill('Marek');
    await admin.getByRole('option', { name: /Marek Dvořák/ }).first().click(patient);
    await admin.getByText('Does not have the plan').waitFor(patient);
    await admin.getByText(/Not in the audience of “Sales academy: EMEA”/).waitFor(patient);
    await expectAccessible(admin);
  });
});

describe('what one person was assigned', () => {
  test('is taken away on their page, though a rule still matches, and has it again when the removal is lifted [2.5, L37]', async () => {
    await openWhoHasNotBegun();
    await admin.getByRole('tab', { name: 'Assignments' }).click(patient);
    await button(`Take away: ${planName}`).click(patient);
    const drawer = admin.getByRole('dialog');
    await drawer.getByLabel('Reason').fill('On leave');
    await button('Show preview', drawer).click();
    await drawer.getByText(/a rule still matches/).first().waitFor(patient);
    await button('Take it away from 1 person', drawer).click();
    await drawer.getByText(/Ended/).waitFor(patient);
    await expectAccessible(admin);
    await drawer.getByRole('button', { name: 'Close' }).last().click();
    await admin.getByText('removed by hand although the rule still matches: On leave').waitFor(patient);
    await button(`Lift the removal: ${planName}`).click();
    await drawer.getByLabel('Reason').fill('Is back');
    await button('Show preview', drawer).click();
    await button('Lift it for 1 person', drawer).click(patient);
    await drawer.getByText(/Ended/).waitFor(patient);
    await drawer.getByRole('button', { name: 'Close' }).last().click();
    await button(`Take away: ${planName}`).waitFor(patient);
    await expectAccessible(admin);
  });
});

describe('many people', () => {
  test('are chosen, get a due date after a preview that says who is left out, and it is taken back [L34, 2.0.6]', async () => {
    await openPeople();
    await admin.getByRole('row').nth(3).waitFor(patient);
    for (const place of [1, 2, 3]) await admin.getByRole('row').nth(place).getByRole('checkbox').check();
    await button('Set due date').click();
    const drawer = admin.getByRole('dialog');
    await drawer.locator('input[type=date]').fill(new Date(Date.now() + 120 * 86_400_000).toISOString().slice(0, 10));
    await drawer.getByLabel('Reason').fill('Too busy at the end of the year');
    await button('Show preview', drawer).click();
    await drawer.getByText(/Get the new date/).first().waitFor(patient);
    await button(/^Set the date for/, drawer).click();
    await drawer.getByText(/Ended/).waitFor(patient);
    await takeBack(admin, `Individual due date in “${planName}”`, 'Taken back for them');
    await admin.getByText('Taken back', { exact: true }).first().waitFor(patient);
    await expectAccessible(admin);
  });
});

describe('the exception inbox', () => {
  test('holds whom no rule could give a safe date; they have the plan all the same, and it is decided with what follows in view [ambition 9]', async () => {
    await openPeople();
    await button('Assign').first().click(patient);
    const drawer = admin.getByRole('dialog');
    await drawer.getByText('Chosen departments, positions').click(patient);
    await drawer.getByRole('textbox', { name: 'Find Departments' }).fill('Legal');
    await admin.getByRole('option').first().click(patient);
    await drawer.getByRole('combobox', { name: 'Due' }).click();
    await admin.getByRole('option', { name: 'Some time after' }).click();
    await drawer.getByRole('combobox', { name: 'Counted from' }).click();
    await admin.getByRole('option', { name: 'the first day of work' }).click();
    await button('Show preview', drawer).click();
    await drawer.getByText('Get it; need a decision').first().waitFor(patient);
    const confirmation = drawer.getByLabel(/^Type \d+ to confirm/);
    if (await confirmation.isVisible()) await confirmation.fill(/\d+/.exec((await drawer.getByText(/^Type \d+ to confirm/).textContent()) ?? '')?.[0] ?? '');
    await button(/^Assign to/, drawer).click();
    await drawer.getByText(/Ended/).waitFor(patient);
    await admin.goto('/admin/');
    await admin.getByRole('link', { name: /assignments? needs? a decision/ }).click(patient);
    const late = admin.getByRole('row', { name: new RegExp(`${planName}.*had passed or left too little time`) });
    await late.first().waitFor(patient);
    await expectAccessible(admin);
    await button(/^Decide for/, late.first()).click();
    await drawer.getByRole('radio', { name: 'Give a realistic date' }).check();
    await drawer.getByText(/the least time that the plan takes, and a week/).waitFor(patient);
    await drawer.getByLabel('Reason').fill('Here for years');
    await expectAccessible(admin);
    await button('Show preview', drawer).click();
    await button(/^Decide for/, drawer).click(patient);
    await drawer.getByText(/Ended/).waitFor(patient);
  });
});

test('and neither page had anything to complain about', () => {
  expect(stage.failures()).toEqual([]);
});
