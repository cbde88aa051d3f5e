import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { renderAdmin, reply } from '../../testing/render-admin.tsx';
import { buildMilestone, buildPlan, buildProblem } from './plan.testing.ts';
import { PlanDraftDocument, usePlanDraftQuery } from './plan-draft.generated.ts';
import { AddMilestoneDocument, PublishPlanDocument, UpdatePlanBasicsDocument } from './plan-edits.generated.ts';
import { PlanEditor } from './plan-editor.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

function Editor() {
  const { data } = usePlanDraftQuery({ variables: { id: 'p1' } });
  return data?.learningPlan ? <PlanEditor plan={data.learningPlan} audience={() => null} person={() => null} contentFinder={() => null} /> : null;
}
const stands = (plan: ReturnType<typeof buildPlan>) => reply(PlanDraftDocument, () => ({ learningPlan: plan }));
const staleEdit = {
  __typename: 'StaleEdit' as const,
  currentRowVersion: 9,
  problems: [{ __typename: 'Problem' as const, code: 'STALE_EDIT', message: 'Stale.', field: null }],
};

test('a problem of the checks leads to its step and puts the focus on its cause [D11]', async () => {
  const plan = buildPlan({ problems: [buildProblem()], draft: { milestones: [buildMilestone()] } });
  const { user, address } = await renderAdmin(server, <Editor />, [stands(plan)], { at: '/?step=publish' });
  await user.click(await screen.findByRole('button', { name: 'Go to Content › Basics of security' }));
  expect(address()).toContain('step=content');
  await waitFor(() => expect(screen.getByLabelText('How many')).toHaveFocus());
});

test('a milestone without a name goes by its place, in its heading and in the problems that lead to it', async () => {
  const plan = buildPlan({ problems: [buildProblem()], draft: { milestones: [buildMilestone({ name: '' })] } });
  const { user } = await renderAdmin(server, <Editor />, [stands(plan)], { at: '/?step=publish' });
  await user.click(await screen.findByRole('button', { name: 'Go to Content › Milestone 1' }));
  expect(await screen.findByRole('heading', { name: 'Milestone 1' })).toBeInTheDocument();
});

test('publishing is offered only when nothing stops it, on the version that was read [D11]', async () => {
  const blocked = await renderAdmin(server, <Editor />, [stands(buildPlan({ problems: [buildProblem()], draft: { milestones: [buildMilestone()] } }))], { at: '/?step=publish' });
  expect(await screen.findByText('It can be published once 1 problem is resolved.')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Publish' })).toBeNull();
  blocked.unmount();

  const warning = buildProblem({ severity: 'WARNING', code: 'VISIBLE_RANGE_MISSING', step: 'VISIBLE_RANGE', milestoneKey: null, field: null });
  const plan = buildPlan({ problems: [warning] });
  const { user, sent } = await renderAdmin(server, <Editor />, [stands(plan), reply(PublishPlanDocument, () => ({ publishLearningPlan: plan }))], { at: '/?step=publish' });
  await user.click(await screen.findByRole('button', { name: 'Publish' }));
  await waitFor(() => expect(sent(PublishPlanDocument)).toMatchObject([{ input: { planId: 'p1', rowVersion: 7 } }]));
});

test('what is typed saves by itself and says so', async () => {
  const { user, sent } = await renderAdmin(server, <Editor />, [
    stands(buildPlan()),
    reply(UpdatePlanBasicsDocument, ({ input }) => ({ updatePlanBasics: buildPlan({ draft: { name: input.name ?? '', rowVersion: 8 } }) })),
  ]);
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), '!');
  await waitFor(() => expect(sent(UpdatePlanBasicsDocument)).toMatchObject([{ input: { name: 'Information security 2027!', rowVersion: 7 } }]));
  expect(await screen.findByText('Saved')).toBeInTheDocument();
});

test('a stale edit keeps what was typed, compares it with what stands there, and saves it over that if one says so', async () => {
  const { user, sent, answer } = await renderAdmin(server, <Editor />, [stands(buildPlan()), reply(UpdatePlanBasicsDocument, () => ({ updatePlanBasics: staleEdit }))]);
  const field = await screen.findByRole('textbox', { name: 'Name' });
  await user.clear(field);
  await user.type(field, 'My name');
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('Somebody else changed this plan meanwhile');
  expect(field).toHaveValue('My name');
  answer(
    stands(buildPlan({ draft: { name: 'Their name', rowVersion: 9 } })),
    reply(UpdatePlanBasicsDocument, ({ input }) => ({ updatePlanBasics: buildPlan({ draft: { name: input.name ?? '', rowVersion: 10 } }) })),
  );
  await user.click(within(alert).getByRole('button', { name: 'Compare with what stands there now' }));
  expect(await within(alert).findByRole('row', { name: 'Name My name Their name' })).toBeInTheDocument();
  await user.click(within(alert).getByRole('button', { name: 'Save mine' }));
  await waitFor(() => expect(sent(UpdatePlanBasicsDocument).at(-1)).toMatchObject({ input: { name: 'My name', rowVersion: 9 } }));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

test('a milestone that is added takes the focus into its name', async () => {
  const { user } = await renderAdmin(
    server,
    <Editor />,
    [stands(buildPlan()), reply(AddMilestoneDocument, ({ input }) => ({ addMilestone: buildPlan({ draft: { rowVersion: 8, milestones: [buildMilestone({ key: input.milestoneKey!, name: '' })] } }) }))],
    { at: '/?step=content' },
  );
  await user.click(await screen.findByRole('button', { name: 'Add a milestone' }));
  await waitFor(() => expect(screen.getByLabelText('Name of the milestone')).toHaveFocus());
});

test('of more milestones than one takes in at one glance those are open that one opens, and the one that an address leads to', async () => {
  const milestones = Array.from({ length: 13 }, (_, position) => buildMilestone({ key: `m${position}`, position, name: `Step ${position + 1}` }));
  const { user } = await renderAdmin(server, <Editor />, [stands(buildPlan({ draft: { milestones } }))], { at: '/?step=content&at=m7&field=name' });
  expect(await screen.findAllByRole('heading', { level: 3 })).toHaveLength(13);
  await waitFor(() => expect(screen.getByLabelText('Name of the milestone')).toHaveFocus());
  expect(screen.getByLabelText('Name of the milestone')).toHaveValue('Step 8');
  const toggle = screen.getByRole('button', { name: /Step 13.*details/ });
  await user.click(toggle);
  expect(toggle).toHaveAttribute('aria-expanded', 'true');
  expect(toggle).toHaveFocus();
  expect(screen.getAllByLabelText('Name of the milestone').map((field) => (field as HTMLInputElement).value)).toEqual(['Step 8', 'Step 13']);
});

test('the preview of as many milestones opens them one by one too, and says of the others how much is in them', async () => {
  const learningObject = { __typename: 'LearningObject' as const, id: 'c1', name: 'Passwords', kind: 'COURSE' as const, status: 'ACTIVE' as const, durationMinutes: 20, expiresOn: null, credits: [] };
  const item = { __typename: 'MilestoneItem' as const, position: 0, mandatory: false, learningObjectId: 'c1', learningObject };
  const milestones = Array.from({ length: 13 }, (_, position) => buildMilestone({ key: `m${position}`, position, name: `Step ${position + 1}`, items: [item] }));
  const { user } = await renderAdmin(server, <Editor />, [stands(buildPlan({ draft: { milestones } }))], { at: '/?step=publish&preview=1' });
  const preview = within(await screen.findByRole('region', { name: 'As a learner sees it' }));
  const toggle = preview.getByRole('button', { name: 'Step 13: details' });
  expect(preview.queryAllByRole('checkbox')).toHaveLength(0);
  await user.click(toggle);
  expect(toggle).toHaveAttribute('aria-expanded', 'true');
  expect(preview.getAllByRole('checkbox')).toHaveLength(1);
});

test('the content of a published plan is there to read, not to change', async () => {
  const draft = buildPlan({ draft: { milestones: [buildMilestone()] } });
  const plan = buildPlan({ lifecycle: 'ACTIVE', draftVersion: null, publishedVersion: draft.draftVersion });
  await renderAdmin(server, <Editor />, [stands(plan)], { at: '/?step=content' });
  expect(await screen.findByRole('heading', { name: '1. Basics of security' })).toBeInTheDocument();
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Publish' })).toBeNull();
});
