import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { Account } from './product.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens the browser that `CHROMIUM_PATH` names. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: flags });
}

/** How somebody sits in front of a page. */
export interface Seat {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly locale?: string;
  readonly timezoneId?: string;
}

/** A browser of its own, signed in: the stories are about their features, so this one step skips the form. */
export async function signedIn(browser: Browser, origin: string, account: Account, seat: Seat = {}): Promise<{ context: BrowserContext; page: Page; failures: string[] }> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width: seat.width ?? 1440, height: 900 },
    colorScheme: seat.colorScheme ?? 'light',
    locale: seat.locale ?? 'en',
    timezoneId: seat.timezoneId ?? 'Europe/Berlin',
    reducedMotion: 'reduce',
  });
  const answer = await context.request.post('/api/session/sign-in', {
    data: { login: account.signIn, password: account.password },
    headers: { origin },
  });
  if (!answer.ok()) throw new Error(`${account.name} cannot sign in: ${answer.status()} ${await answer.text()}`);
  const page = await context.newPage();
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') failures.push(message.text());
  });
  return { context, page, failures };
}

type RunOptions = Parameters<AxeBuilder['options']>[0];

const everything: RunOptions = { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }, rules: { region: { enabled: true } } };

/** What a colour scheme and the size of the screen can change. */
const appearance: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block', 'target-size'] } };

/**
 * What axe finds wrong with a page by WCAG 2.2 AA, or outside of all landmarks, in words; empty: nothing.
 *
 * @param what APPEARANCE: of a page that was looked at in another colour scheme or size, only what may differ in this one
 */
export async function accessibilityFindings(page: Page, what: 'EVERYTHING' | 'APPEARANCE' = 'EVERYTHING'): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).options(what === 'APPEARANCE' ? appearance : everything).analyze();
  return violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} – ${violation.help}`));
}
