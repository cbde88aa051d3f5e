import type { Page } from 'playwright-core';

const patient = { timeout: 15_000 };

/** Takes a bulk act back from the list of them: finds it by its title, asks for the preview, and carries it out once `shown` stands in it. */
export async function takeBack(page: Page, title: string, shown: string): Promise<void> {
  await page.goto('/admin/progress');
  await page.getByRole('link', { name: title }).first().click(patient);
  await page.getByRole('button', { name: 'Undo …' }).click(patient);
  await page.getByText(shown).first().waitFor(patient);
  await page.getByRole('button', { name: /Carry out for/ }).click(patient);
  const dialog = page.getByRole('dialog');
  const typed = dialog.getByRole('textbox');
  if ((await typed.count()) > 0) await typed.fill(/Type (\d+)/.exec((await dialog.textContent()) ?? '')?.[1] ?? '');
  await dialog.getByRole('button', { name: /Carry out for/ }).click(patient);
}
