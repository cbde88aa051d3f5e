import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFindings, openBrowser, signedIn, type Seat } from './browser.ts';
import { startProduct, type Account, type Product } from './product.ts';

/*
 * A sign-in ends while its pages are open: on another device the person signs out everywhere. Nothing that was typed may be lost, and
 * what is live must be live again.
 */

let product: Product;
let browser: Browser;

beforeAll(async () => {
  product = await startProduct(1);
  browser = await openBrowser();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
}, 60_000);

/** An open socket hears of it within this time. */
const soon = { timeout: 15_000 };

const sit = (account: Account, seat: Seat = {}) => signedIn(browser, product.origins[0]!, account, seat);

async function signOutEverywhere(account: Account): Promise<void> {
  const { context } = await sit(account);
  const answer = await context.request.post('/api/session/sign-out-everywhere', { data: {}, headers: { origin: product.origins[0]! } });
  expect(answer.ok()).toBe(true);
  await context.close();
}

/** The subscriptions that a page asks for from now on, each with the language of its socket. */
function subscriptionsOf(page: Page): string[] {
  const asked: string[] = [];
  page.on('websocket', (socket) => {
    let language = '';
    socket.on('framesent', ({ payload }) => {
      const frame = JSON.parse(String(payload)) as { type: string; payload?: { acceptLanguage?: string } };
      if (frame.type === 'connection_init') language = frame.payload?.acceptLanguage ?? '';
      if (frame.type === 'subscribe') asked.push(language);
    });
  });
  return asked;
}

async function untilThereAre(count: number, list: readonly unknown[]): Promise<void> {
  const deadline = Date.now() + soon.timeout;
  while (list.length < count) {
    if (Date.now() > deadline) throw new Error(`There are ${list.length}, not ${count}: ${JSON.stringify(list)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function signInAgain(page: Page, account: Account, words: { title: string; password: string; submit: string }): Promise<void> {
  const dialog = page.getByRole('dialog', { name: words.title });
  await dialog.waitFor(soon);
  expect(await dialog.getByRole('textbox').first().inputValue()).toBe(account.signIn);
  await dialog.locator('input[type=password]:focus').waitFor(soon);
  await page.keyboard.press('Escape');
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.keyboard.type('not the password');
  await page.keyboard.press('Enter');
  await dialog.getByRole('alert').waitFor(soon);
  await dialog.getByLabel(words.password, { exact: true }).fill(account.password);
  await dialog.getByRole('button', { name: words.submit, exact: true }).click();
  await dialog.waitFor({ state: 'hidden', ...soon });
}

const english = { title: 'You were signed out', password: 'Password', submit: 'Sign in' };
const chinese = { title: '您已被退出登录', password: '密码', submit: '登录' };

describe('a sign-in ends while pages are open', () => {
  test('what an admin sends is refused; they sign in again over the dialog that is open, and send what they had typed', async () => {
    const account = product.account('Plan admin');
    const { page, context } = await sit(account);
    await page.goto('/admin/plans');
    await page.getByRole('button', { name: 'Create a training' }).click(soon);
    const dialog = page.getByRole('dialog', { name: 'Create a training' });
    await dialog.getByLabel('Name').fill('Typed before the end');
    await signOutEverywhere(account);
    await dialog.getByRole('button', { name: 'Create and go on' }).click();
    await signInAgain(page, account, english);
    expect(await dialog.getByLabel('Name').inputValue()).toBe('Typed before the end');
    await dialog.getByRole('button', { name: 'Create and go on' }).click();
    await page.getByRole('heading', { name: 'Typed before the end' }).waitFor(soon);
    await context.close();
  });

  test('a learner on a phone has what is live in the language that they choose, hears of the end by the open socket, and goes on live', async () => {
    const account = product.account('Learner (Sales)');
    const { page, context } = await sit(account, { width: 390, colorScheme: 'dark' });
    const subscriptions = subscriptionsOf(page);
    await page.goto('/learn/my-learning');
    await page.getByRole('link', { name: 'Sales academy' }).click(soon);
    await page.getByText('Assigned to').waitFor(soon);
    await untilThereAre(1, subscriptions);
    const inEnglish = subscriptions.length;
    await page.getByRole('button', { name: /Mia Chen/ }).click();
    await page.getByRole('menuitemradio', { name: '简体中文' }).waitFor(soon);
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('menuitemradio', { name: '简体中文' }).click();
    await page.getByText('指派给').waitFor(soon);
    await untilThereAre(inEnglish + 1, subscriptions);
    await page.keyboard.press('Escape');
    await signOutEverywhere(account);
    await signInAgain(page, account, chinese);
    await untilThereAre(inEnglish + 2, subscriptions);
    expect([subscriptions.slice(0, inEnglish), subscriptions.slice(inEnglish)].map((some) => [...new Set(some)])).toEqual([['en'], ['zh-CN']]);
    expect(await page.getByText('指派给').count()).toBe(1);
    await context.close();
  });
});
