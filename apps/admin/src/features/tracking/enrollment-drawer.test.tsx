import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { connectionOf, renderAdmin, reply } from '../../testing/render-admin.tsx';
import {
  EnrollmentDetailDocument,
  type EnrollmentDetailPartsFragment,
  type IndividualRulesPartsFragment,
  OverrideEnrollmentDocument,
  type OverrideEnrollmentMutation,
  SetStepReleaseDocument,
} from './enrollment-detail.generated.ts';
import { EnrollmentDrawer } from './enrollment-drawer.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const rules = (more: Partial<IndividualRulesPartsFragment> = {}): IndividualRulesPartsFragment => ({
  __typename: 'IndividualRules',
  action: 'NO_ACTION',
  actions: ['NO_ACTION', 'WAIVE', 'ADJUST'],
  units: null,
  due: null,
  withoutDue: false,
  note: null,
  revision: 0,
  reason: null,
  changedAt: null,
  changedBy: null,
  ...more,
});

const waived = rules({ action: 'WAIVE', revision: 1, reason: 'On leave', changedAt: '2027-01-04T10:00:00Z', changedBy: { __typename: 'Named', id: 'ada', name: 'Ada Lindqvist' } });

function build(override: boolean, individual: IndividualRulesPartsFragment = rules()): EnrollmentDetailPartsFragment {
  return {
    __typename: 'Enrollment',
    id: 'e1',
    status: 'NOT_STARTED',
    overdue: false,
    progress: 0,
    completionClass: null,
    completedOn: null,
    completedLate: false,
    stepsHeld: [],
    enrolledOn: '2027-01-01',
    startedOn: null,
    cycle: 1,
    isCurrent: true,
    otherCycles: [],
    evidenceWithdrawn: false,
    viewerCan: { __typename: 'EnrollmentAbilities', override },
    individual: rules({ actions: ['NO_ACTION', 'ADJUST'] }),
    due: { __typename: 'EffectiveDue', date: '2027-06-30', endsAt: '2027-06-30T21:59:59.999Z', timeZone: 'Europe/Berlin', origin: 'GROUP_ASSIGNMENT' },
    person: {
      __typename: 'Person',
      id: 'mia',
      displayName: 'Mia Chen',
      employeeNumber: null,
      email: null,
      timeZone: 'Europe/Berlin',
      department: null,
      position: null,
      manager: null,
    },
    learningObject: null,
    plan: {
      __typename: 'LearningPlan',
      id: 'p1',
      name: 'Sales academy',
      publishedVersion: { __typename: 'PlanVersion', id: 'v1', number: 1 },
    },
    planVersion: { __typename: 'PlanVersion', id: 'v1', number: 1, milestones: [{ __typename: 'Milestone', id: 'm1', key: 'm1', name: 'Essentials', metric: 'SESSIONS', units: '2' }] },
    sources: [
      {
        __typename: 'EnrollmentSource',
        kind: 'DEPARTMENT',
        name: 'Academy 2027',
        audience: 'Sales',
        assignmentId: 'a1',
        assignmentNumber: 7,
        dormant: false,
        suppressedBecause: null,
        validFrom: '2027-01-01T10:00:00Z',
        validTo: null,
        endedBecause: null,
      },
    ],
    dueChanges: connectionOf('DueChangeConnection', 'DueChangeEdge', {
      __typename: 'DueChange',
      id: 'c1',
      sentence: 'Due moved from May 1, 2027 to June 30, 2027, because “Academy 2027” decides it now',
      milestoneName: null,
      at: '2027-01-02T10:00:00Z',
      by: { __typename: 'Named', id: 'ada', name: 'Ada Lindqvist' },
    }),
    milestones: [{ __typename: 'MilestoneProgress', key: 'm1', status: individual.action === 'WAIVE' ? 'WAIVED' : 'AVAILABLE', unitsEarned: '0', unitsRequired: '2', due: '2027-06-30', opensOn: null, satisfiedOn: null, release: settledByNobody, individual }],
    explanation: { __typename: 'Explanation', sentence: 'Assigned to Sales.', tree: { status: { text: 'Not started', subjectId: null, because: [] }, due: { text: 'Set by an assignment', subjectId: null, because: [] }, milestones: [] } },
  };
}

const settledByNobody = { __typename: 'StepRelease' as const, held: false, releasedByHand: false, changedAt: null, changedBy: null, reason: null, acts: [] };

const links = { person: (id: string) => `/people/${id}`, assignment: (id: string) => `/assignments/${id}` };
const open = (detail: EnrollmentDetailPartsFragment) =>
  renderAdmin(server, <EnrollmentDrawer links={links} />, [reply(EnrollmentDetailDocument, () => ({ enrollment: detail }))], { at: '/?enrollment=e1' });

type Result = OverrideEnrollmentMutation['overrideEnrollment'];
const answers = (...results: Result[]) => {
  let next = 0;
  return reply(OverrideEnrollmentDocument, () => ({ overrideEnrollment: results[next++] ?? results.at(-1)! }));
};
const problem = (code: string, message: string, field: string | null = null) => ({ __typename: 'Problem' as const, code, message, field });

async function waive(user: Awaited<ReturnType<typeof open>>['user']) {
  await user.click(await screen.findByRole('button', { name: 'Change for Mia Chen: Essentials' }));
  const dialog = await screen.findByRole('dialog', { name: 'Essentials: individually for Mia Chen' });
  await user.click(within(dialog).getByRole('radio', { name: 'Waive' }));
  await user.type(within(dialog).getByRole('textbox', { name: 'Reason' }), 'On leave');
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  return dialog;
}

test('through which group the person has it, how its date moved, milestone by milestone with the way to change it; nothing for axe to find [2.4, L37, L41]', async () => {
  await open(build(true));
  expect(await screen.findByText(/Assigned to their department: Sales/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Change for Mia Chen: Due date of the plan' })).toBeVisible();
  const moved = screen.getByRole('heading', { name: 'When due dates moved' }).parentElement!;
  expect(within(moved).getByRole('listitem')).toHaveTextContent(/Due moved from May 1, 2027 to June 30, 2027, because “Academy 2027” decides it now.*Ada Lindqvist/);
  expect(await axeFindings(document.body)).toEqual([]);
});

test('who is on an earlier version has its milestones, and it is said which version that is [V1]', async () => {
  const detail = build(true);
  await open({ ...detail, plan: { ...detail.plan!, publishedVersion: { __typename: 'PlanVersion', id: 'v3', number: 3 } } });
  expect(await screen.findByText('1, while version 3 is published')).toBeVisible();
  expect(screen.getByText('Essentials')).toBeVisible();
});

test('a former cycle says that it is one, and leads to the others', async () => {
  const { user, address } = await open({
    ...build(true),
    isCurrent: false,
    otherCycles: [{ __typename: 'Enrollment', id: 'e2', cycle: 2, isCurrent: true, status: 'IN_PROGRESS', overdue: false, completedOn: null }],
  });
  expect(await screen.findByText('1 of 2, former')).toBeVisible();
  const other = within(screen.getByRole('heading', { name: 'Other cycles' }).parentElement!).getByRole('listitem');
  expect(other).toHaveTextContent(/Cycle 2.*In progress/);
  await user.click(within(other).getByRole('link', { name: 'Cycle 2' }));
  expect(address()).toBe('/?enrollment=e2');
});

test('who may not change it is offered no change [X27]', async () => {
  await open(build(false));
  await screen.findByText('Essentials');
  expect(screen.queryByRole('button', { name: /^Change for/ })).toBeNull();
});

test('a change that takes somebody out of a group is asked about first: Cancel sends nothing more, confirmed it is done [L44]', async () => {
  const view = await open(build(true));
  const asks: Result = { __typename: 'InputRefused', problems: [problem('GROUP_ASSIGNED', 'This person has the plan through “Sales” (#7).', 'leaveGroupAssignment')] };
  view.answer(answers(asks, asks, build(true, waived)));
  const dialog = await waive(view.user);
  expect(await within(dialog).findByText('This person has the plan through “Sales” (#7).')).toBeVisible();
  expect(await axeFindings(dialog)).toEqual([]);
  await view.user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  expect(within(dialog).getByRole('textbox', { name: 'Reason' })).toHaveValue('On leave');
  expect(view.sent(OverrideEnrollmentDocument)).toHaveLength(1);
  await view.user.click(within(dialog).getByRole('button', { name: 'Save' }));
  await view.user.click(await within(dialog).findByRole('button', { name: 'Leave the group assignment and save' }));
  await waitFor(() => expect(dialog).not.toBeInTheDocument());
  expect(screen.getByText('Individually: waived')).toBeVisible();
  expect(screen.getByText(/Ada Lindqvist.*On leave/)).toBeVisible();
  expect(view.sent(OverrideEnrollmentDocument).map(({ input }) => [input.action, input.leaveGroupAssignment])).toEqual([['WAIVE', false], ['WAIVE', false], ['WAIVE', true]]);
});

test('what somebody else changed meanwhile is said, what was typed stays, and saving again goes on top of what was read [19]', async () => {
  const view = await open(build(true));
  view.answer(answers({ __typename: 'StaleEdit', currentRowVersion: 4, problems: [problem('STALE_EDIT', 'Otto changed this: 3 required.')] }, build(true, waived)));
  const dialog = await waive(view.user);
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('Otto changed this: 3 required.');
  await view.user.click(within(dialog).getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(dialog).not.toBeInTheDocument());
  expect(view.sent(OverrideEnrollmentDocument).map(({ input }) => [input.revision, input.reason])).toEqual([[0, 'On leave'], [4, 'On leave']]);
});

test('a refusal stands at its field', async () => {
  const view = await open(build(true));
  view.answer(answers({ __typename: 'InputRefused', problems: [problem('USE_WAIVE', 'To require nothing of this person, use Waive.', 'units')] }));
  await view.user.click(await screen.findByRole('button', { name: 'Change for Mia Chen: Essentials' }));
  const dialog = await screen.findByRole('dialog', { name: /individually/ });
  await view.user.click(within(dialog).getByRole('radio', { name: 'Adjust' }));
  await view.user.type(within(dialog).getByRole('textbox', { name: 'Required sessions' }), '0');
  await view.user.type(within(dialog).getByRole('textbox', { name: 'Reason' }), 'Why not');
  await view.user.click(within(dialog).getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(within(dialog).getByRole('textbox', { name: 'Required sessions' })).toHaveAccessibleDescription(/use Waive/));
  expect(await axeFindings(dialog)).toEqual([]);
});

test('a milestone that is not open yet is opened, held or left to its schedule for this person, with a reason; an open one is not [C3, C13]', async () => {
  const waiting = build(true);
  const heldByAda = { ...settledByNobody, held: true, changedAt: '2027-01-02T10:00:00Z', changedBy: { __typename: 'Named' as const, id: 'ada', name: 'Ada Lindqvist' }, reason: 'The trainer is ill', acts: ['RELEASE' as const, 'RESUME' as const] };
  const closed = { ...waiting, milestones: waiting.milestones.map((each) => ({ ...each, status: 'NOT_RELEASED' as const, opensOn: null, release: heldByAda })) };
  const { user, sent } = await renderAdmin(server, <EnrollmentDrawer links={links} />, [
    reply(EnrollmentDetailDocument, () => ({ enrollment: closed })),
    reply(SetStepReleaseDocument, () => ({ setStepRelease: { __typename: 'InputRefused' as const, problems: [problem('STEP_OPEN', 'It is open already.')] } })),
  ], { at: '/?enrollment=e1' });
  expect(await screen.findByText('Held by hand: it opens by no schedule')).toBeVisible();
  expect(screen.getByText(/Ada Lindqvist.*The trainer is ill/)).toBeVisible();
  await user.click(await screen.findByRole('button', { name: 'When it opens: Essentials for Mia Chen' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Essentials: when it opens for Mia Chen' }));
  expect(dialog.getAllByRole('radio').map((radio) => radio.getAttribute('value'))).toEqual(['RELEASE', 'RESUME']);
  await user.click(dialog.getByRole('radio', { name: /Open it now/ }));
  await user.type(dialog.getByRole('textbox', { name: 'Reason' }), 'Joins early');
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(sent(SetStepReleaseDocument)).toMatchObject([{ input: { enrollmentId: 'e1', milestoneKey: 'm1', act: 'RELEASE', reason: 'Joins early' } }]));
  expect(await dialog.findByRole('alert')).toHaveTextContent('It is open already.');
  expect(await axeFindings(document.body)).toEqual([]);
});

test('nothing is to be opened where all is open [C13]', async () => {
  await open(build(true));
  await screen.findByRole('button', { name: 'Change for Mia Chen: Essentials' });
  expect(screen.queryByRole('button', { name: /^When it opens/ })).toBeNull();
});
