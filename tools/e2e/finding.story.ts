import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFindings } from './browser.ts';
import { openStage, type Stage } from './stage.ts';

/*
 * The story of finding: a learner finds a plan, looks at it, keeps it and starts it by themselves. An admin puts two plans into a catalog at
 * once, and the learner is offered them on the open page.
 */

let stage: Stage<'admin' | 'learner'>;
let admin: Page;
let learner: Page;

beforeAll(async () => {
  stage = await openStage({ admin: 'Master admin', learner: 'Learner (Sales)' });
  ({ admin, learner } = stage.pages);
}, 180_000);

afterAll(() => stage?.close(), 60_000);

const patient = { timeout: 15_000 };
/** What the other side sees within a second is live. */
const live = { timeout: 1_000 };

describe('Finding', () => {
  test('a learner finds a plan, keeps it, takes it back, and starts it by the keyboard [D14, D22, L21, L22]', async () => {
    await learner.goto('/learn/');
    await learner.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Learning centre' }).click(patient);
    await learner.getByRole('heading', { level: 1, name: /^Learning centre/ }).waitFor(patient);
    expect(await accessibilityFindings(learner)).toEqual([]);
    await learner.getByRole('searchbox').fill('engin');
    await learner.getByRole('heading', { level: 1, name: 'Learning centre 1' }).waitFor(patient);
    expect(new URL(learner.url()).search).toBe('?q=engin');
    await learner.getByRole('link', { name: 'Engineering craft' }).press('Enter');
    await learner.getByRole('heading', { level: 1, name: 'Engineering craft' }).waitFor(patient);
    await learner.getByRole('heading', { name: 'What it holds' }).waitFor();
    expect(await accessibilityFindings(learner)).toEqual([]);
    await learner.getByRole('button', { name: 'Add to my plans' }).press('Enter');
    await learner.getByRole('button', { name: 'Remove from my plans' }).press('Enter', patient);
    await learner.getByText('Removed from your plans').waitFor(patient);
    await learner.getByRole('button', { name: 'Undo' }).press('Enter');
    await learner.getByText('Not started').waitFor(patient);
    await learner.getByRole('button', { name: 'Start' }).press('Enter');
    await learner.waitForURL(/\/learn\/plans\//, patient);
    await learner.getByText(/You added this to your plans on/).waitFor(patient);
  });

  test('two plans that an admin puts into a catalog at once are offered on the open page, and come when they are asked for [L45, L59]', async () => {
    await learner.goto('/learn/centre');
    await learner.getByRole('link', { name: 'Building inclusive teams' }).waitFor(patient);
    await admin.goto('/admin/plans');
    await admin.getByRole('checkbox', { name: /Safety on the shop floor/ }).check(patient);
    await admin.getByRole('checkbox', { name: /新员工与合规必修/ }).check();
    await admin.getByRole('button', { name: 'Add to catalogs' }).click();
    const dialog = admin.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: /Selling and serving/ }).check(patient);
    expect(await accessibilityFindings(admin)).toEqual([]);
    await dialog.getByRole('button', { name: 'Add to 1 catalog' }).click();
    await admin.getByText('2 entries were added').waitFor(patient);
    await learner.getByRole('button', { name: 'Show 2 new' }).waitFor(live);
    expect(await learner.getByRole('link', { name: 'Safety on the shop floor' }).count()).toBe(0);
    await learner.getByRole('button', { name: 'Show 2 new' }).click();
    await learner.getByRole('link', { name: 'Safety on the shop floor' }).waitFor(patient);
    expect(stage.failures()).toEqual([]);
  });
});
