import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { DeletePlanDocument, PreviewPlanLifecycleDocument } from '../features/learning-plans/plan-lifecycle.generated.ts';
import { PlanMenu } from '../features/learning-plans/plan-menu.tsx';
import type { PlanOverviewPartsFragment } from '../features/learning-plans/plan-page.generated.ts';
import { buildPlan } from '../features/learning-plans/plan.testing.ts';
import { renderPage, reply } from '../testing/render-admin.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const refused = (message: string) => ({ __typename: 'InputRefused' as const, problems: [{ __typename: 'Problem' as const, code: 'CODE', field: null, message }] });
const open = async (may: Partial<PlanOverviewPartsFragment['viewerCan']>, ...replies: Parameters<typeof renderPage>[2]) => {
  const draft = buildPlan();
  const plan = { ...draft, createdAt: '2027-01-01T00:00:00Z', versionOperation: null, viewerCan: { ...draft.viewerCan, createNextVersion: false, changeLifecycle: [], delete: false, track: true, override: true, ...may } } as PlanOverviewPartsFragment;
  const page = await renderPage(server, { path: '/plans/:planId', element: <PlanMenu plan={plan} />, at: '/plans/p1' }, replies);
  await page.user.click(await screen.findByRole('button', { name: 'More' }));
  return page;
};
const items = () => screen.getAllByRole('menuitem').map((item) => item.textContent);

test('what can become of a plan is offered as the API says, and leads to its preview [2.2]', async () => {
  const { user, address, sent } = await open({ changeLifecycle: ['INACTIVATE', 'ARCHIVE'] }, reply(PreviewPlanLifecycleDocument, () => ({ previewPlanLifecycle: { __typename: 'Operation' as const, id: 'o1' } })));
  expect(items()).toEqual(['Export as a file', 'Inactivate…', 'Archive…']);
  await user.click(screen.getByRole('menuitem', { name: 'Inactivate…' }));
  await waitFor(() => expect(address()).toMatch(/o1$/));
  expect(sent(PreviewPlanLifecycleDocument)).toMatchObject([{ input: { planId: 'p1', act: 'INACTIVATE' } }]);
});

test('a draft is deleted after it was asked for, as it was seen; what refuses that is said where it was asked', async () => {
  const { user, address, answer, sent } = await open({ delete: true }, reply(DeletePlanDocument, () => ({ deleteLearningPlan: refused('It was published meanwhile.') })));
  expect(items()).toEqual(['Export as a file', 'Delete…']);
  await user.click(screen.getByRole('menuitem', { name: 'Delete…' }));
  await user.click(await screen.findByRole('button', { name: 'Delete the draft' }));
  expect(await screen.findByText('It was published meanwhile.')).toBeInTheDocument();
  answer(reply(DeletePlanDocument, () => ({ deleteLearningPlan: { __typename: 'LearningPlanDeleted' as const, planId: 'p1' } })));
  await user.click(screen.getByRole('button', { name: 'Delete the draft' }));
  await waitFor(() => expect(address()).toBe('/plans'));
  expect(sent(DeletePlanDocument)).toMatchObject([{ input: { planId: 'p1', rowVersion: 7 } }, { input: { rowVersion: 7 } }]);
});
