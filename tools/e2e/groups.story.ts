import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { accessibilityFindings } from './browser.ts';
import { openStage, type Stage } from './stage.ts';
import { takeBack } from './take-back.ts';

/*
 * The story of groups: one is put together by hand and by a list, another by a rule, and whoever changes is in it at once. One browser
 * shows the group while another changes a person.
 */

let stage: Stage<'admin' | 'office'>;
let admin: Page;
let office: Page;

beforeAll(async () => {
  stage = await openStage({ admin: 'Master admin', office: 'Master admin' });
  ({ admin, office } = stage.pages);
}, 180_000);

afterAll(() => stage?.close(), 60_000);

const patient = { timeout: 15_000 };
/** What the other side sees within a second is live. */
const live = { timeout: 1_000 };
const folder = mkdtempSync(join(tmpdir(), 'milepost-groups-'));
const button = (name: string | RegExp, within: Page | Locator = admin): Locator => within.getByRole('button', { name });

async function expectAccessible(page: Page): Promise<void> {
  expect(await accessibilityFindings(page)).toEqual([]);
}

/** Imports people as another admin does, up to the report. */
async function importPeople(rows: readonly string[]): Promise<void> {
  const path = join(folder, `people-${rows.length}-${Date.now()}.csv`);
  writeFileSync(path, ['Employee number,Name,Department,Language', ...rows].join('\n'));
  await office.goto('/admin/people/import');
  await office.locator('input[type=file]').setInputFiles(path);
  await button(/^Import \d+ p/, office).click(patient);
  await button(/^Import \d+ p/, office.getByRole('dialog')).click(patient);
  await office.getByText('The import is done.').waitFor(patient);
}

describe('Groups', () => {
  test('a static group takes people by hand and from a list of job numbers, which says of each row what is wrong [L59, D26]', async () => {
    await importPeople(['00420,Zoe Zero,Northwind / Sales,en', 'T-1,Tom Test,Northwind / Finance,fi']);
    await admin.goto('/admin/people/groups');
    await button('Create a group').click(patient);
    await admin.getByRole('menuitem', { name: 'Create a static group' }).click();
    await admin.getByRole('dialog').getByLabel('Name').fill('Evacuation helpers');
    await button('Create', admin.getByRole('dialog')).click();
    await admin.getByRole('heading', { name: 'Evacuation helpers' }).waitFor(patient);
    await button('Add people').click();
    const dialog = admin.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Find people' }).fill('Mia Chen');
    await admin.getByRole('option', { name: /Mia Chen/ }).first().click(patient);
    await expectAccessible(admin);
    await button('Add 1 person', dialog).click();
    await admin.getByText('1 person is in this group').waitFor(patient);

    await admin.getByRole('link', { name: 'Import a list' }).click();
    const list = join(folder, 'list.csv');
    writeFileSync(list, 'Job number\n420\n1.23E+05\n\n420\nNOBODY-1\nT-1\n');
    await admin.locator('input[type=file]').setInputFiles(list);
    await admin.getByText('is a number that a spreadsheet has shortened').waitFor(patient);
    await admin.getByText('stands in row 2 already').waitFor();
    await admin.getByText('Nobody in your organization has the job number “NOBODY-1”').waitFor();
    await expectAccessible(admin);
    await button('Add 2 people').click();
    await button('Add 2 people', admin.getByRole('dialog')).click();
    await admin.getByRole('link', { name: 'Go to the group' }).click(patient);
    await admin.getByText('3 people are in this group').waitFor(patient);
    await admin.getByRole('row', { name: /Zoe Zero.*From an imported list/ }).waitFor();
  });

  test('a dynamic group is previewed and made; a person whose department changes is in it on the open page within a second [L61]', async () => {
    await admin.goto('/admin/people/groups');
    await button('Create a group').click(patient);
    await admin.getByRole('menuitem', { name: 'Create a dynamic group' }).click();
    const drawer = admin.getByRole('dialog');
    await drawer.getByLabel('Name').fill('Finance in Finnish');
    await drawer.getByRole('radio', { name: /and, or, not/ }).check();
    await drawer.getByRole('textbox', { name: 'Find departments' }).fill('Finance');
    await admin.getByRole('option', { name: /^Finance/ }).first().click(patient);
    await button('Add a condition', drawer).click();
    await drawer.getByLabel('What').nth(1).selectOption('Group');
    const second = drawer.getByRole('group', { name: 'Condition 2' });
    await second.getByRole('textbox', { name: 'Find groups' }).fill('Evacuation');
    await admin.getByRole('option', { name: 'Evacuation helpers' }).click(patient);
    await drawer.getByText('1 person at this moment').waitFor(patient);
    await expectAccessible(admin);
    await button('Show preview', drawer).click();
    await drawer.getByText('None: the group is new').waitFor(patient);
    await drawer.getByText('in the group Evacuation helpers').last().waitFor();
    await expectAccessible(admin);
    await button('Create the group with 1 person', drawer).click();
    await drawer.getByRole('link', { name: 'Go to the group' }).click(patient);
    await admin.getByRole('row', { name: /Tom Test.*Matches the rule/ }).waitFor(patient);
    await expectAccessible(admin);

    await importPeople(['00420,Zoe Zero,Northwind / Finance,en']);
    await admin.getByRole('row', { name: /Zoe Zero.*Matches the rule/ }).waitFor(live);
    await admin.getByText('2 people are in this group').waitFor(live);
    await admin.getByText(/Evaluated (now|\d+ seconds? ago)/).waitFor(live);
  });

  test('many leave the static group at once, after a preview, and the group whose rule reads it; taken back, they are in both again [2.0.6, 2.5]', async () => {
    await office.goto('/admin/people/groups');
    await office.getByRole('link', { name: 'Evacuation helpers' }).click(patient);
    for (const name of ['Tom Test', 'Zoe Zero']) await office.getByRole('checkbox', { name: `Select ${name}` }).check(patient);
    await button('Remove 2 people', office).click();
    const drawer = office.getByRole('dialog');
    await button('Show preview', drawer).click(patient);
    await drawer.getByText('Leave the group').first().waitFor(patient);
    await expectAccessible(office);
    await drawer.getByRole('button', { name: /2 people/ }).click();
    await drawer.getByText(/Ended/).waitFor(patient);
    await admin.getByText('Nobody is in this group').waitFor(patient);
    await takeBack(office, 'Take people out of the group “Evacuation helpers”', 'Come back into the group');
    await office.getByText('Came back into the group').first().waitFor(patient);
    await expectAccessible(office);
    await admin.getByText('2 people are in this group').waitFor(patient);
  });

  test('who leaves the static group leaves the group whose rule reads it; a group in use stays, and says why [2.5]', async () => {
    await office.goto('/admin/people/groups');
    await office.getByRole('link', { name: 'Evacuation helpers' }).click(patient);
    await button('Remove Tom Test from the group', office).click(patient);
    await admin.getByText('1 person is in this group').waitFor(patient);
    await admin.getByRole('row', { name: /Tom Test/ }).waitFor({ state: 'detached', ...live });
    await button('Remove group', office).click();
    await button('Remove group', office.getByRole('dialog')).click();
    await office.getByText('the rule of the group “Finance in Finnish”').waitFor(patient);
    await expectAccessible(office);
  });

  test('nothing went wrong in the browsers meanwhile', () => {
    expect(stage.failures()).toEqual([]);
  });
});
