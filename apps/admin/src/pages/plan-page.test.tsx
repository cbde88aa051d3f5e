import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { screen, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { CatalogsOfPlanDocument } from '../features/catalogs/catalogs.generated.ts';
import { PlanPageDocument, type PlanOverviewPartsFragment } from '../features/learning-plans/plan-page.generated.ts';
import { buildPlan } from '../features/learning-plans/plan.testing.ts';
import { renderPage, reply } from '../testing/render-admin.tsx';
import { PlanPage } from './plan-page.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

type Abilities = PlanOverviewPartsFragment['viewerCan'];
const nothing: Abilities = { __typename: 'LearningPlanAbilities', edit: false, publish: false, createNextVersion: false, setCollaboration: false, setVisibleRange: false, assign: false, track: false, override: false, changeLifecycle: [], delete: false };
const everything: Abilities = { ...nothing, edit: true, publish: true, createNextVersion: true, setCollaboration: true, setVisibleRange: true, assign: true, track: true, override: true, changeLifecycle: ['INACTIVATE', 'ARCHIVE'] };
const collaborating: Abilities = { ...nothing, setVisibleRange: true, assign: true, track: true };

/** What the row of domain.md 2.11 lets each do with a plan that is live, and what of it the page offers. */
const rows = [
  { who: 'its owner, a master or sub admin', may: everything, permissions: ['PLAN_CREATE'], buttons: ['Edit', 'Visible range and collaboration', 'Assign', 'More', 'Take out: Selling', 'Add to catalogs'], menu: ['Duplicate…', 'Export as a file', 'Inactivate…', 'Archive…'] },
  { who: 'another admin, collaboration on', may: collaborating, permissions: ['PLAN_CREATE'], buttons: ['Visible range and collaboration', 'Assign', 'More', 'Take out: Selling', 'Add to catalogs'], menu: ['Duplicate…', 'Export as a file'] },
  { who: 'an auditor', may: { ...nothing, track: true }, permissions: [], buttons: ['More'], menu: ['Export as a file'] },
];

test.each(rows)('$who is offered what they may do, and nothing else [D16, D17, 2.11]', async ({ may, permissions, buttons, menu }) => {
  const { draftVersion, ...base } = buildPlan({ lifecycle: 'ACTIVE' });
  const plan = { ...base, createdAt: '2027-01-01T00:00:00Z', versionOperation: null, draftVersion: null, publishedVersion: { ...draftVersion, publishedAt: '2027-01-02T00:00:00Z' }, viewerCan: may } as PlanOverviewPartsFragment;
  const { user, container } = await renderPage(server, { path: '/plans/:planId', element: <PlanPage />, at: '/plans/p1', permissions }, [
    reply(PlanPageDocument, () => ({ learningPlan: plan })),
    reply(CatalogsOfPlanDocument, () => ({ learningPlan: { __typename: 'LearningPlan' as const, id: 'p1', catalogs: [{ __typename: 'Catalog' as const, id: 'c1', name: 'Selling', audienceSentence: null }] } })),
  ]);
  expect(await screen.findByRole('link', { name: 'Selling' })).toBeInTheDocument();
  const named = (role: 'button' | 'link'): (string | null)[] => within(container).queryAllByRole(role).map((each) => each.getAttribute('aria-label') ?? each.textContent);
  const acts = ['Edit', 'Visible range and collaboration', 'Assign', 'More', 'Take out: Selling', 'Add to catalogs', 'Publish', 'Delete…'];
  expect(new Set([...named('button'), ...named('link')].filter((name) => acts.includes(name ?? '')))).toEqual(new Set(buttons));
  expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual(['Overview', 'People', 'Versions', 'Assignments']);
  expect(await axeFindings(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'More' }));
  expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual(menu);
});

test('a plan that is not there, or not for the reader, is said to be lost', async () => {
  await renderPage(server, { path: '/plans/:planId', element: <PlanPage />, at: '/plans/p1' }, [reply(PlanPageDocument, () => ({ learningPlan: null }))]);
  expect(await screen.findByRole('heading', { level: 1 })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'More' })).toBeNull();
});
