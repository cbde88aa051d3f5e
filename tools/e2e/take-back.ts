import type { Page } from 'playwright-core';

const patient = { timeout: 15_000 };

/** A worker may have other acts to carry out first, on a machine that has other things to do. */
const untilDone = { timeout: 30_000 };

/** Takes a bulk act back from the list of them: finds it by its title, asks for the preview, and carries it out once `shown` stands in it, to the end. */
export async function takeBack(page: Page, title: string, shown: string): Promise<void> {
  await page.goto('/admin/progress');
  await page.getByRole('link', { name: title }).first().click(patient);
  await page.getByRole('button', { name: 'Undo …' }).click(patient);
  await page.getByText(shown).first().waitFor(patient);
  await page.getByRole('button', { name: /Carry out for/ }).click(patient);
  const dialog = page.getByRole('dialog');
  // Whether a number is asked for is seen only once the dialog is there.
  await dialog.getByRole('button', { name: /Carry out for/ }).waitFor(patient);
  const typed = dialog.getByRole('textbox');
  if ((await typed.count()) > 0) await typed.fill(/Type (\d+)/.exec((await dialog.textContent()) ?? '')?.[1] ?? '');
  await dialog.getByRole('button', { name: /Carry out for/ }).click(patient);
  await whenDone(page);
}

/** Waits on the page of a bulk act until it is carried out: what follows live elsewhere is looked for from then on. */
export async function whenDone(page: Page): Promise<void> {
  await page.getByText('Done', { exact: true }).first().waitFor(untilDone);
}
