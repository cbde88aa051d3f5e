import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { CatalogsOfPlanDocument } from '../features/catalogs/catalogs.generated.ts';
import { PlanPageDocument, type PlanOverviewPartsFragment } from '../features/learning-plans/plan-page.generated.ts';
import { buildMilestone, buildPlan } from '../features/learning-plans/plan.testing.ts';
import { PreviewStepReleaseDocument } from '../features/tracking/plan-act.generated.ts';
import { renderPage, reply } from '../testing/render-admin.tsx';
import { PlanPage } from './plan-page.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const refusal = { __typename: 'InputRefused' as const, problems: [{ __typename: 'Problem' as const, code: 'NOBODY', message: 'It concerns nobody.', field: null }] };
const milestones = [buildMilestone({ key: 'm1', name: 'Basics' }), buildMilestone({ key: 'm2', name: 'First aid', position: 1, releaseRule: { kind: 'AFTER_ENROLLMENT', days: 7 } })];

/** The page of a plan of two milestones, the second of which opens after a week; published, or still a draft. */
function open({ override, isPublished = true }: { override: boolean; isPublished?: boolean }) {
  const { draftVersion, ...base } = buildPlan({ lifecycle: isPublished ? 'ACTIVE' : 'DRAFT', draft: { milestones } });
  const may = { __typename: 'LearningPlanAbilities', edit: false, publish: false, createNextVersion: false, setCollaboration: false, setVisibleRange: false, assign: false, track: true, override, changeLifecycle: [], delete: false };
  const versions = isPublished ? { draftVersion: null, publishedVersion: { ...draftVersion, publishedAt: '2027-01-02T00:00:00Z' } } : { draftVersion, publishedVersion: null };
  const plan = { ...base, ...versions, createdAt: '2027-01-01T00:00:00Z', versionOperation: null, viewerCan: may } as PlanOverviewPartsFragment;
  return renderPage(server, { path: '/plans/:planId', element: <PlanPage />, at: '/plans/p1' }, [
    reply(PlanPageDocument, () => ({ learningPlan: plan })),
    reply(CatalogsOfPlanDocument, () => ({ learningPlan: { __typename: 'LearningPlan' as const, id: 'p1', catalogs: [] } })),
    reply(PreviewStepReleaseDocument, () => ({ previewStepRelease: refusal })),
  ]);
}

const forEverybody = (): readonly (string | null)[] => screen.queryAllByRole('button', { name: /^Open or hold for everybody/ }).map((button) => button.getAttribute('aria-label'));

test('a milestone that opens by a rule is held for everybody from the page of its plan, previewed; no milestone is asked for [C16, U21]', async () => {
  const { user, sent, container } = await open({ override: true });
  expect(await screen.findByRole('heading', { name: /First aid/ })).toBeInTheDocument();
  expect(forEverybody()).toEqual(['Open or hold for everybody: First aid']);
  expect(await axeFindings(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Open or hold for everybody: First aid' }));
  const drawer = within(await screen.findByRole('dialog', { name: 'Open or hold a milestone' }));
  expect(drawer.getByText(/for everybody who has the plan/)).toBeInTheDocument();
  expect(drawer.getByText('First aid')).toBeInTheDocument();
  expect(drawer.queryByRole('combobox')).toBeNull();
  await user.click(drawer.getByRole('radio', { name: 'Hold it' }));
  await user.type(drawer.getByRole('textbox', { name: /reason/i }), 'The trainer is ill');
  await user.click(drawer.getByRole('button', { name: 'Show preview' }));
  await waitFor(() => expect(sent(PreviewStepReleaseDocument)).toMatchObject([{ input: { planId: 'p1', personIds: null, filter: {}, milestoneKey: 'm2', act: 'HOLD', reason: 'The trainer is ill' } }]));
  expect(await drawer.findByText('It concerns nobody.')).toBeInTheDocument();
});

test.each([
  ['who may not override', { override: false }],
  ['a plan that nobody can have yet', { override: true, isPublished: false }],
])('%s: it is not offered [2.11]', async (_, given) => {
  await open(given);
  expect(await screen.findByRole('heading', { name: /First aid/ })).toBeInTheDocument();
  expect(forEverybody()).toEqual([]);
});
