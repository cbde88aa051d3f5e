import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { accessibilityFindings } from './browser.ts';
import { openStage, type Stage } from './stage.ts';
import { takeBack } from './take-back.ts';

/*
 * The story of steps that are opened and held by hand: a learner has a plan that shows nothing of what is to come. An admin opens a step for them, holds
 * another for all who are chosen and takes that back; each time the learner's open page follows.
 */

let stage: Stage<'admin' | 'mia'>;
let admin: Page;
let mia: Page;

beforeAll(async () => {
  stage = await openStage({ admin: 'Master admin', mia: 'Learner (Sales)' });
  ({ admin, mia } = stage.pages);
}, 180_000);

afterAll(() => stage?.close(), 60_000);

const plan = 'Engineering craft';
const patient = { timeout: 15_000 };
/** What the other side sees within two seconds is live. */
const live = { timeout: 2_000 };

const toCome = (): Locator => mia.getByRole('heading', { name: 'A step to come' });

async function openPeople(): Promise<void> {
  await admin.goto('/admin/plans');
  await admin.getByRole('link', { name: plan }).first().click(patient);
  await admin.getByRole('tab', { name: 'People' }).click(patient);
  await admin.getByRole('searchbox').fill('Mia Chen');
  await admin.getByText('Everybody 1', { exact: true }).waitFor(patient);
}

describe('Steps opened and held by hand', () => {
  test('a learner gets a plan of which they see what is open, and the days on which more opens [C4, C19, X6]', async () => {
    await admin.goto('/admin/plans');
    await admin.getByRole('link', { name: plan }).first().click(patient);
    await admin.getByRole('button', { name: 'Assign' }).first().click(patient);
    const drawer = admin.getByRole('dialog');
    await drawer.getByText('People', { exact: true }).click(patient);
    await drawer.getByRole('textbox', { name: 'Find people' }).fill('Mia Chen');
    await admin.getByRole('option', { name: /Mia Chen/ }).first().click(patient);
    await drawer.getByRole('button', { name: 'Show preview' }).click();
    await drawer.getByRole('button', { name: /^Assign to 1/ }).click(patient);
    await drawer.getByText('Got it').first().waitFor(patient);
    await mia.goto('/learn/my-learning');
    await mia.getByRole('link', { name: plan }).first().click(patient);
    await mia.getByRole('heading', { name: 'Build it secure' }).waitFor(patient);
    expect(await toCome().count()).toBe(3);
    expect(await mia.getByText('Build it private').count()).toBe(0);
    expect(await accessibilityFindings(mia)).toEqual([]);
  });

  test('a step that an admin opens for them is on their open page and in their inbox, and says why [C3, C16, C18, 2.0.4]', async () => {
    await openPeople();
    await admin.getByRole('link', { name: 'Mia Chen' }).first().click(patient);
    await admin.getByRole('button', { name: 'When it opens: Build it private for Mia Chen' }).click(patient);
    const dialog = admin.getByRole('dialog', { name: /Build it private: when it opens/ });
    await dialog.getByRole('radio').first().waitFor(patient);
    expect(await dialog.getByRole('radio').count()).toBe(2);
    await dialog.getByRole('radio', { name: 'Open it now' }).check();
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Asked for it');
    expect(await accessibilityFindings(admin)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).press('Enter');
    await mia.getByRole('heading', { name: 'Build it private' }).waitFor(live);
    await admin.getByText('Opened by hand').waitFor(patient);
    await mia.getByRole('button', { name: 'Why? Build it private' }).press('Enter');
    await mia.getByRole('dialog', { name: 'Why? Build it private' }).getByText(/“Build it private” can be started/).waitFor(patient);
    await mia.keyboard.press('Escape');
    await mia.getByRole('link', { name: /Inbox/ }).first().click(patient);
    await mia.getByText('“Build it private” in “Engineering craft” is open for you now.').waitFor(patient);
    await mia.goBack();
    await mia.getByRole('heading', { name: 'Build it private' }).waitFor(patient);
  });

  test('a step is held for those who are chosen: the row says so, and its day and what is counted from it are gone from the open page [C3, C16, 2.0.6]', async () => {
    await openPeople();
    await admin.getByRole('checkbox', { name: /Mia Chen/ }).check(patient);
    await admin.getByRole('button', { name: 'Open or hold a milestone' }).click(patient);
    const drawer = admin.getByRole('dialog', { name: 'Open or hold a milestone' });
    await drawer.getByRole('combobox', { name: 'Milestone' }).click(patient);
    await admin.getByRole('option', { name: 'Build it for everyone' }).click(patient);
    await drawer.getByRole('radio', { name: 'Hold it' }).check();
    await drawer.getByRole('textbox', { name: 'Reason' }).fill('The trainer is ill');
    expect(await accessibilityFindings(admin)).toEqual([]);
    await drawer.getByRole('button', { name: 'Show preview' }).click();
    await drawer.getByText('Do not get it opened until somebody opens it or takes this back').first().waitFor(patient);
    await drawer.getByRole('button', { name: 'Carry this out for 1 person' }).click(patient);
    await drawer.getByText('Have it held').first().waitFor(patient);
    await drawer.getByRole('button', { name: /close/i }).first().click();
    await admin.getByText('Held: Build it for everyone').waitFor(patient);
    // What is counted from the held step has no day any more either.
    await toCome().first().waitFor({ ...live, state: 'hidden' });
  });

  test('and comes back when that is taken back [2.0.6]', async () => {
    await takeBack(admin, 'Hold “Build it for everyone” in “Engineering craft”', 'Taken back for them');
    await toCome().nth(1).waitFor(patient);
    expect(stage.failures()).toEqual([]);
  });
});
