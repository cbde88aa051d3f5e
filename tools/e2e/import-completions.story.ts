import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { accessibilityFindings } from './browser.ts';
import { openStage, type Stage } from './stage.ts';
import { takeBack } from './take-back.ts';

/*
 * The story of a file of completions: an admin fills in the template, reads what is wrong with which row, records the rest, mends the errors' file
 * and records that too, corrects others on the page, and takes it all back.
 */

let stage: Stage<'office'>;
let office: Page;

beforeAll(async () => {
  stage = await openStage({ office: 'Master admin' });
  ({ office } = stage.pages);
}, 180_000);

afterAll(() => stage?.close(), 60_000);

const patient = { timeout: 15_000 };
const folder = mkdtempSync(join(tmpdir(), 'milepost-completions-'));
const mia = 'mia.chen@northwind.example';
const course = 'Building inclusive teams';
const button = (name: string | RegExp, within: Page | Locator = office): Locator => within.getByRole('button', { name });

async function download(name: string): Promise<string> {
  const [file] = await Promise.all([office.waitForEvent('download'), office.getByRole('link', { name }).click(patient)]);
  return readFileSync(await file.path(), 'utf8');
}

async function upload(name: string, text: string): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, text);
  await office.locator('input[type=file]').setInputFiles(path);
}

async function importOne(): Promise<void> {
  await button('Import 1 completion').click(patient);
  await button('Import 1 completion', office.getByRole('dialog')).click(patient);
  await office.getByText('The completions are recorded.').waitFor(patient);
}

describe('A file of completions', () => {
  test('is analysed, says what is wrong with each row, and records the rest; mended rows are recorded too [U14–U28, X5, X29]', async () => {
    await office.goto('/admin/progress/training');
    await office.getByRole('link', { name: 'Import completions' }).click(patient);
    await office.getByRole('heading', { name: 'Import completions' }).waitFor(patient);
    expect(await accessibilityFindings(office)).toEqual([]);
    const template = await download('Download a template');
    await upload('done.csv', `${template}${mia},Course,building inclusive teams,2026-03-05\r\nmja.chen@northwind.example,course,${course},2026-03-05\r\nli.ting@northwind.example,course,${course},2026/3/6\r\n`);
    await office.getByRole('row', { name: /This is an example row of the template/ }).first().waitFor(patient);
    await office.getByRole('row', { name: /It may be mia\.chen@northwind\.example/ }).waitFor(patient);
    await office.getByRole('row', { name: /“2026\/3\/6” is not a date.*It may be 2026-03-06/ }).waitFor(patient);
    expect(await office.getByRole('tab').allTextContents()).toEqual(['Errors 4', 'New 1']);
    expect(await accessibilityFindings(office)).toEqual([]);
    const errors = await download('Download these rows');
    await office.reload();
    await importOne();

    await office.goto('/admin/progress/training/import');
    const [header, , , , ting] = errors.split('\r\n');
    await upload('mended.csv', [header, ting!.replace('2026/3/6', '2026-03-06')].join('\r\n'));
    await importOne();
    expect(await office.getByRole('tab').allTextContents()).toEqual(['Recorded 1']);
  });

  test('is corrected on the page: what is suggested is taken for all that say the same, a row is corrected by hand, and the report says it [U24]', async () => {
    await office.goto('/admin/progress/training/import');
    await upload('mistyped.csv', `${mia},course,${course.slice(1)},8.3.2026\njonas.weber@northwind.example,corse,${course.slice(1)},2026-03-08\n`);
    await button(`Use “${course}”`).first().click(patient);
    expect(await button(`Use “${course}”`).count()).toBe(0);
    await button('Use “2026-03-08”').click(patient);
    await button('Correct row 2, Jonas Weber').click(patient);
    const dialog = office.getByRole('dialog', { name: 'Correct row 2' });
    await dialog.getByRole('combobox', { name: 'Training type' }).click(patient);
    await office.getByRole('option', { name: 'Course' }).click(patient);
    expect(await accessibilityFindings(office)).toEqual([]);
    await button('Keep the correction', dialog).click(patient);
    await office.reload();
    await button('Check the file again').click(patient);
    await office.getByText('In 2 rows', { exact: true }).waitFor(patient);
    expect(await accessibilityFindings(office)).toEqual([]);
    await button('Import 1 completion').waitFor(patient);
    expect(await office.getByRole('tab').allTextContents()).toEqual(['New 1', 'Completed already 1']);
    await importOne();
    await office.getByRole('link', { name: 'To the report, and undo' }).click(patient);
    await office.getByText('In row 2, Training type is read as “course”').waitFor(patient);
    expect(await button(/^Take back:/).count()).toBe(0);
  });

  test('is taken back within 72 hours [2.0.6]', async () => {
    await takeBack(office, 'Import completions from done.csv', 'Completions that are taken back');
    await office.goto('/admin/progress/training/import');
    await upload('again.csv', `${mia},course,${course},2026-03-05\n`);
    await button('Import 1 completion').waitFor(patient);
    expect(stage.failures()).toEqual([]);
  });
});
