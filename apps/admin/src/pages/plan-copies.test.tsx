import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { screen, waitFor } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { DuplicatePlanDialog } from '../features/learning-plans/duplicate-plan-dialog.tsx';
import { DuplicatePlanDocument, ImportPlanFileDocument, ReadPlanFileDocument } from '../features/learning-plans/plan-copies.generated.ts';
import { PlanListDocument } from '../features/learning-plans/plan-list.generated.ts';
import { connectionOf, renderPage, reply } from '../testing/render-admin.tsx';
import { PlansPage } from './plans-page.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const made = { __typename: 'LearningPlan' as const, id: 'p2' };
const refused = (field: string, message: string) => ({ __typename: 'InputRefused' as const, problems: [{ __typename: 'Problem' as const, code: 'CODE', field, message }] });
const reading = (...others: readonly (readonly [name: string, match: 'NOT_FOUND' | 'AMBIGUOUS' | 'BY_NAME'])[]) => ({
  __typename: 'PlanFileReading' as const, name: 'Safety', preset: 'TRAINING_PLAN' as const, milestones: 2, coverIsMissing: false, items: 5,
  othersThanById: others.map(([name, match]) => ({ __typename: 'PlanFileItemReading' as const, milestoneKey: 'm', milestoneName: 'Basics', kind: 'COURSE' as const, name, match })),
});

async function choose(text: string, ...replies: Parameters<typeof renderPage>[2]) {
  const page = await renderPage(server, { path: '/plans', element: <PlansPage />, permissions: ['PLAN_CREATE'] }, [
    reply(PlanListDocument, () => ({ learningPlans: connectionOf<'LearningPlanConnection', 'LearningPlanEdge', never>('LearningPlanConnection', 'LearningPlanEdge') })),
    ...replies,
  ]);
  await page.user.click((await screen.findAllByRole('button', { name: 'Import a plan' }))[0]!);
  expect(await screen.findByRole('button', { name: /^Plan file/ })).toBeInTheDocument();
  await page.user.upload(screen.getByRole('dialog').querySelector<HTMLInputElement>('input[type=file]')!, new File([text], 'plan.json', { type: 'application/json' }));
  return page;
}

test('a plan is copied as deep as wanted, under the name that is given [L33]', async () => {
  const { user, sent, address } = await renderPage(server, { path: '/', element: <DuplicatePlanDialog plan={{ id: 'p1', name: 'Safety' }} onClose={() => {}} /> }, [
    reply(DuplicatePlanDocument, ({ input }) => ({ duplicateLearningPlan: input.name === 'Safety (copy)' ? refused('name', 'Give it another name.') : made })),
  ]);
  const name = await screen.findByRole('textbox', { name: 'Name of the copy' });
  expect(name).toHaveValue('Safety (copy)');
  await user.click(screen.getByRole('radio', { name: 'Only the basics' }));
  await user.click(screen.getByRole('button', { name: 'Duplicate and edit' }));
  expect(await screen.findByText('Give it another name.')).toBeInTheDocument();
  await user.type(name, '!');
  await user.click(screen.getByRole('button', { name: 'Duplicate and edit' }));
  await waitFor(() => expect(address()).toBe('/plans/p2/edit'));
  expect(sent(DuplicatePlanDocument)).toMatchObject([{ input: { depth: 'SHELL' } }, { input: { planId: 'p1', name: 'Safety (copy)!', depth: 'SHELL' } }]);
});

test('what a plan file links and is not here is named before anything is made, and left out only then [ambition 18]', async () => {
  const { user, sent, address } = await choose(
    '{"a": 1}',
    reply(ReadPlanFileDocument, () => ({ readPlanFile: reading(['Gone', 'NOT_FOUND'], ['Twice', 'AMBIGUOUS'], ['Same name', 'BY_NAME']) })),
    reply(ImportPlanFileDocument, () => ({ importPlanFile: made })),
  );
  expect(await screen.findByText('Training · 2 milestones · 5 linked items')).toBeInTheDocument();
  expect(screen.getByRole('alert', { name: '2 items are not here and would be left out' })).toHaveTextContent('Course “Twice”, in “Basics” (there are several of this name)');
  expect(screen.getByRole('alert', { name: '1 item is taken by its name' })).toHaveTextContent('Same name');
  expect(await axeFindings(screen.getByRole('dialog'))).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Create the draft without these 2' }));
  await waitFor(() => expect(address()).toBe('/plans/p2/edit'));
  expect(sent(ImportPlanFileDocument)).toMatchObject([{ input: { file: { a: 1 }, name: 'Safety', leaveOut: true } }]);
});

test('a file of which all is here makes a draft as it is', async () => {
  const { user, sent } = await choose('{}', reply(ReadPlanFileDocument, () => ({ readPlanFile: reading() })), reply(ImportPlanFileDocument, () => ({ importPlanFile: made })));
  await user.click(await screen.findByRole('button', { name: 'Create the draft' }));
  await waitFor(() => expect(sent(ImportPlanFileDocument)).toMatchObject([{ input: { leaveOut: false } }]));
});

test('a file that cannot be imported is told why and where; nothing can be made of it', async () => {
  await choose('{}', reply(ReadPlanFileDocument, () => ({ readPlanFile: refused('file.milestones[0].key', 'This is not an id.') })));
  expect(await screen.findByRole('alert', { name: 'This file cannot be imported: 1 problem' })).toHaveTextContent('milestones[0].key This is not an id.');
  expect(screen.queryByRole('button', { name: 'Create the draft' })).toBeNull();
});

test.each([['no json', 'This file holds no plan: it is not JSON.'], [JSON.stringify('x'.repeat(1_000_001)), 'This file is too large. A plan file has at most 1 MB.']])('a file that is no JSON, or too large, is not sent: %#', async (text, said) => {
  const { sent } = await choose(text);
  expect(await screen.findByText(said)).toBeInTheDocument();
  expect(sent(ReadPlanFileDocument)).toEqual([]);
});
