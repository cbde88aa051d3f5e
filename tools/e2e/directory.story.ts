import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFindings, openBrowser, signedIn } from './browser.ts';
import { startProduct, type Product } from './product.ts';
import { takeBack } from './take-back.ts';

/*
 * The story of the directory: the tree of departments changes without dragging, two admins edit one person at once, and a merge is taken
 * back.
 */

let product: Product;
let browser: Browser;
let admin: Page;
let other: Page;
const failures: string[][] = [];

beforeAll(async () => {
  product = await startProduct(1);
  browser = await openBrowser();
  const [origin] = product.origins as [string];
  const [one, two] = [await signedIn(browser, origin, product.account('Master admin')), await signedIn(browser, origin, product.account('Master admin'))];
  [admin, other] = [one.page, two.page];
  failures.push(one.failures, two.failures);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
}, 60_000);

const patient = { timeout: 15_000 };
const open = async (name: string): Promise<void> => admin.getByRole('button', { name: `Open ${name}`, exact: true }).click(patient);
const choose = async (name: string, act: string): Promise<void> => {
  await admin.getByRole('button', { name: `Actions for ${name}`, exact: true }).click(patient);
  await admin.getByRole('menuitem', { name: act }).click(patient);
};
const expectAccessible = async (page: Page): Promise<void> => expect(await accessibilityFindings(page)).toEqual([]);

describe('the directory', () => {
  test('a department is added below another, renamed, and moved to the top by keyboard [D23]', async () => {
    await admin.goto('/admin/people/departments');
    await admin.getByRole('link', { name: 'Sales', exact: true }).waitFor(patient);
    await expectAccessible(admin);
    await choose('Sales', 'Add a department below');
    await admin.getByRole('dialog').getByLabel('Name').fill('Field desk');
    await admin.getByRole('dialog').getByRole('button', { name: 'Add a department' }).click();
    await admin.getByRole('dialog').waitFor({ state: 'hidden', ...patient });
    await admin.getByRole('link', { name: 'Sales', exact: true }).focus();
    await admin.keyboard.press('ArrowRight');
    await admin.getByRole('link', { name: 'Field desk' }).waitFor(patient);
    await choose('Field desk', 'Rename');
    await admin.getByRole('dialog').getByLabel('Name').fill('一部');
    await admin.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await admin.getByRole('link', { name: '一部' }).waitFor(patient);
    await choose('一部', 'Move to …');
    await expectAccessible(admin);
    await admin.getByRole('combobox', { name: 'Below' }).fill('At the top');
    await admin.keyboard.press('ArrowDown');
    await admin.keyboard.press('Enter');
    await admin.getByRole('dialog').getByRole('button', { name: 'Move' }).click();
    await admin.getByRole('dialog').waitFor({ state: 'hidden', ...patient });
    await admin.getByRole('searchbox', { name: 'Search departments' }).fill('一');
    await admin.getByText('1 department found').waitFor(patient);
    expect(await admin.getByRole('list', { name: 'Departments' }).getByRole('link').allTextContents()).toEqual(['一部']);
  });

  test('a department with people is not removed: it says who is in it', async () => {
    await admin.goto('/admin/people/departments');
    await choose('Finance', 'Remove');
    await admin.getByRole('dialog').getByRole('button', { name: 'Remove' }).click(patient);
    await admin.getByText(/“Finance” is still used: .* below it/).waitFor(patient);
    await admin.keyboard.press('Escape');
  });

  test('a merge is previewed, carried out and taken back; all are where they were', async () => {
    await admin.goto('/admin/people/departments');
    await open('Finance');
    const treasury = admin.getByRole('listitem').filter({ has: admin.getByRole('link', { name: 'Treasury', exact: true }) }).last();
    const before = await treasury.textContent();
    await choose('Treasury', 'Merge into …');
    await admin.getByRole('combobox', { name: 'Merge into' }).fill('Accounting');
    await admin.getByRole('option', { name: /Finance › Accounting$/ }).click(patient);
    await admin.getByRole('button', { name: 'Show preview' }).click();
    await admin.getByText('People who move').first().waitFor(patient);
    await expectAccessible(admin);
    await admin.getByRole('button', { name: 'Merge', exact: true }).click();
    await admin.getByText('People who moved').first().waitFor(patient);
    await admin.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
    await admin.getByRole('link', { name: 'Treasury', exact: true }).waitFor({ state: 'hidden', ...patient });

    await takeBack(admin, 'Merge “Treasury” into “Accounting”', 'Come back to where they were');
    await admin.getByText('Came back to where they were').first().waitFor(patient);
    await admin.goto('/admin/people/departments');
    await open('Finance');
    await admin.getByRole('link', { name: 'Treasury', exact: true }).waitFor(patient);
    expect(await treasury.textContent()).toBe(before);
  });

  test('somebody is added by hand and found without accents; of two who edit at once, the second compares [U41, D26]', async () => {
    await admin.goto('/admin/people');
    await admin.getByRole('button', { name: 'Add a person' }).click(patient);
    await admin.getByRole('textbox', { name: 'Name' }).fill('Sinéad O’Connor');
    await admin.getByRole('textbox', { name: 'Employee number' }).fill('X-4711');
    await expectAccessible(admin);
    await admin.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
    await admin.getByRole('heading', { level: 1, name: 'Sinéad O’Connor' }).waitFor(patient);
    const page = new URL(admin.url()).pathname;
    await admin.goto('/admin/people?q=sinead%20oconnor');
    await admin.getByRole('link', { name: 'Sinéad O’Connor' }).waitFor(patient);

    await Promise.all([admin.goto(page), other.goto(page)]);
    for (const each of [admin, other]) await each.getByRole('button', { name: 'Edit' }).click(patient);
    await other.getByRole('textbox', { name: 'E-mail' }).fill('sinead@northwind.example');
    await other.getByRole('button', { name: 'Save' }).click();
    await other.getByRole('dialog').waitFor({ state: 'hidden', ...patient });
    await admin.getByRole('textbox', { name: 'E-mail' }).fill('oconnor@northwind.example');
    await admin.getByRole('button', { name: 'Save' }).click();
    await admin.getByText('Somebody else changed Sinéad O’Connor meanwhile').waitFor(patient);
    await admin.getByRole('cell', { name: 'sinead@northwind.example' }).waitFor(patient);
    await expectAccessible(admin);
    await admin.getByRole('button', { name: 'Save mine' }).click();
    await admin.getByRole('dialog').waitFor({ state: 'hidden', ...patient });
    await admin.getByRole('tab', { name: 'Profile' }).click();
    await admin.getByText('oconnor@northwind.example').waitFor(patient);
  });

  test('who is suspended is told so in the history, with who did it', async () => {
    await admin.getByRole('button', { name: 'More' }).click(patient);
    await admin.getByRole('menuitem', { name: 'Suspend' }).click(patient);
    await admin.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click(patient);
    await admin.getByText('Suspended', { exact: true }).first().waitFor(patient);
    await admin.getByRole('tab', { name: 'History' }).click();
    await admin.getByRole('row', { name: /Status: Active → Suspended.*Ada Lindqvist/ }).waitFor(patient);
    await expectAccessible(admin);
  });

  test('no page told of a fault', () => expect(failures.flat()).toEqual([]));
});
