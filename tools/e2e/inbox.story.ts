import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { accessibilityFindings } from './browser.ts';
import { openStage, type Stage } from './stage.ts';

/*
 * What people are told. Mia looks at her inbox while an admin assigns to her and publishes; nobody reloads a page. Marek, who is not assigned anything,
 * is told of what is published for everybody, and of nothing else.
 */

let stage: Stage<'admin' | 'mia' | 'marek'>;
let admin: Page;
let mia: Page;
let marek: Page;

beforeAll(async () => {
  stage = await openStage({ admin: 'Plan admin', mia: 'Learner (Sales)', marek: 'Learner (shop floor)' });
  ({ admin, mia, marek } = stage.pages);
}, 180_000);

afterAll(() => stage?.close(), 60_000);

const patient = { timeout: 15_000 };
/** What the other side sees without doing anything, at the latest. */
const live = { timeout: 3_000 };

/** The link to the inbox, which says how much of it is unread; 0: nothing of the kind. */
const bell = (page: Page, unread: number): Locator =>
  page.getByRole('link', { name: unread === 0 ? /^Inbox$/ : new RegExp(`^Inbox, ${unread} unread message`) });
const message = (page: Page, text: string | RegExp): Locator => page.getByRole('article').filter({ hasText: text });

async function openInbox(page: Page): Promise<void> {
  await page.goto('/learn/inbox');
  await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor(patient);
}

async function readAll(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Mark all as read' });
  await button.or(page.getByText('No messages yet')).first().waitFor(patient);
  if (await button.isVisible()) await button.click();
  await bell(page, 0).waitFor(patient);
}

/** Gives it to Mia by name, and closes the drawer when she has it. */
async function assignToMia(name: string, tell: boolean): Promise<void> {
  await admin.goto('/admin/assignments');
  await admin.getByRole('button', { name: 'Assign', exact: true }).first().click(patient);
  const drawer = admin.getByRole('dialog', { name: 'Assign' });
  const field = drawer.getByRole('combobox', { name: 'What to assign' });
  await field.fill(name);
  await admin.getByRole('option', { name }).first().click(patient);
  await field.press('Tab');
  await drawer.getByText('People', { exact: true }).click();
  await drawer.getByRole('textbox', { name: 'Find people' }).fill('Mia Chen');
  await admin.getByRole('option', { name: /Mia Chen/ }).first().click(patient);
  expect(await drawer.getByRole('checkbox', { name: 'Tell them' }).isChecked()).toBe(true);
  await drawer.getByRole('checkbox', { name: 'Tell them' }).setChecked(tell);
  await drawer.getByRole('button', { name: 'Show preview' }).click();
  await drawer.getByRole('button', { name: /^Assign to 1/ }).click(patient);
  await drawer.getByText('Got it').first().waitFor(patient);
}

/** A copy of a plan under a name of its own, for everybody; publishes it. */
async function publishCopy(name: string, tell: boolean): Promise<void> {
  await admin.goto('/admin/plans');
  await admin.getByRole('link', { name: 'New managers' }).first().click(patient);
  await admin.getByRole('button', { name: 'More' }).click(patient);
  await admin.getByRole('menuitem', { name: 'Duplicate…' }).click();
  await admin.getByRole('dialog').getByLabel('Name').fill(name);
  await admin.getByRole('button', { name: 'Duplicate and edit' }).click(patient);
  await admin.getByRole('heading', { level: 1, name }).waitFor(patient);
  await admin.getByRole('button', { name: 'Visible range', exact: true }).click();
  await admin.getByRole('radio', { name: 'Everyone' }).check(patient);
  await admin.getByText('Saved', { exact: true }).waitFor(patient);
  await admin.getByRole('navigation').getByRole('button', { name: 'Publish' }).click();
  const box = admin.getByRole('checkbox', { name: 'Tell everybody in the visible range' });
  await box.waitFor(patient);
  expect(await box.isChecked()).toBe(false);
  await box.setChecked(tell);
  expect(await accessibilityFindings(admin)).toEqual([]);
  await admin.getByRole('button', { name: 'Publish', exact: true }).last().click();
  await admin.getByText(`“${name}” is published`).waitFor(patient);
}

describe('who is assigned something', () => {
  test('hears of it while they look, reads one message by the keyboard and one by opening what it is about, and the badge goes [C18, L48]', async () => {
    await openInbox(mia);
    await readAll(mia);
    await assignToMia('New managers', true);
    await bell(mia, 1).waitFor(live);
    await assignToMia('Reading data with care', true);
    await bell(mia, 2).waitFor(live);
    expect(await message(mia, 'New managers').count()).toBe(0);
    await mia.getByRole('button', { name: 'Show 2 new' }).click();
    await message(mia, '“New managers” was assigned to you').waitFor(patient);
    expect(await mia.getByRole('article').first().textContent()).toContain('“Reading data with care” was assigned to you');
    expect(await accessibilityFindings(mia)).toEqual([]);
    await message(mia, 'Reading data').getByRole('button', { name: 'Mark as read' }).press('Enter');
    await bell(mia, 1).waitFor(live);
    await message(mia, 'New managers').getByRole('link', { name: 'Open' }).press('Enter');
    await mia.getByRole('heading', { level: 1, name: 'New managers' }).waitFor(patient);
    await bell(mia, 0).waitFor(live);
  });

  test('hears nothing of what they were not to be told of, and has it all the same [C18]', async () => {
    await openInbox(mia);
    await assignToMia('Administering Beacon', false);
    await assignToMia('Building inclusive teams', true);
    await bell(mia, 1).waitFor(live);
    await mia.getByRole('button', { name: 'Show 1 new' }).click();
    await message(mia, 'Building inclusive teams').waitFor(patient);
    expect(await message(mia, 'Administering Beacon').count()).toBe(0);
    await mia.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'My learning' }).click();
    await mia.getByRole('link', { name: 'Administering Beacon' }).first().waitFor(patient);
  });
});

describe('a plan that is published for everybody', () => {
  test('is told to all of them, if that is ticked, and leads to the Learning centre [D18, D19]', async () => {
    await openInbox(marek);
    await readAll(marek);
    await publishCopy('Leading from afar', true);
    await bell(marek, 1).waitFor(live);
    await bell(mia, 2).waitFor(live);
    await marek.getByRole('button', { name: 'Show 1 new' }).click();
    await message(marek, 'Leading from afar').getByRole('link', { name: 'Open' }).click();
    await marek.getByRole('heading', { level: 1, name: 'Leading from afar' }).waitFor(patient);
    await bell(marek, 0).waitFor(live);
  });

  test('is told to nobody, if not; all that came is read at once [D19]', async () => {
    await publishCopy('Leading by example', false);
    await publishCopy('Leading in change', true);
    await bell(marek, 1).waitFor(live);
    await bell(mia, 3).waitFor(live);
    await openInbox(mia);
    await message(mia, 'Leading in change').waitFor(patient);
    expect(await message(mia, 'Leading by example').count()).toBe(0);
    await mia.getByRole('button', { name: 'Mark all as read' }).press('Enter');
    await bell(mia, 0).waitFor(live);
    expect(await accessibilityFindings(mia)).toEqual([]);
    await mia.reload();
    await message(mia, 'Leading in change').waitFor(patient);
    await bell(mia, 0).waitFor(patient);
    expect(await mia.getByRole('button', { name: /Mark/ }).count()).toBe(0);
  });
});

test('no page had an error', () => {
  expect(stage.failures()).toEqual([]);
});
