import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { AudienceCountDocument } from '../features/audiences/audience-choices.generated.ts';
import { ManagerChoicesDocument, PersonPageDocument } from '../features/people/people.generated.ts';
import { PreviewPersonMergeDocument } from '../features/people/person-merge.generated.ts';
import {
  type PersonAssignmentRowFragment,
  PersonAssignmentsDocument,
  type PersonMembershipRowFragment,
  PersonMembershipsDocument,
  TakeOutOfGroupDocument,
} from '../features/people/person-assignments.generated.ts';
import { PreviewLiftSuppressionDocument, PreviewUnassignDocument } from '../features/tracking/plan-act.generated.ts';
import { connectionOf, renderPage, reply } from '../testing/render-admin.tsx';
import { PersonPage } from './person-page.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const ada = { __typename: 'Named' as const, id: 'ada', name: 'Ada Lindqvist' };
const person = reply(PersonPageDocument, () => ({
  person: {
    __typename: 'Person' as const, id: 'p1', displayName: 'Mia Chen', email: null, employeeNumber: 'N-1', externalId: 'hr-7', status: 'ACTIVE' as const, hasAccount: false, department: null, position: null,
    locale: 'en', timeZone: 'Europe/Berlin', hireDate: null, jobRole: null, manager: null, partnerAccount: null, rowVersion: 3, viewerCan: { __typename: 'PersonAbilities' as const, edit: true, assign: true },
    mergedRecords: [{ __typename: 'MergedRecord' as const, id: 'p0', displayName: 'Mia Chen (old)', employeeNumber: 'N-0', email: null, mergedAt: '2026-01-01T00:00:00Z' }],
  },
}));

const build = (more: Partial<PersonAssignmentRowFragment> = {}, viewerCan: { takeAway: boolean; lift: boolean } = { takeAway: true, lift: false }): PersonAssignmentRowFragment => ({
  __typename: 'PersonAssignment', id: 's1', kind: 'DEPARTMENT', audience: 'Sales', assignmentId: 'a1', assignmentNumber: 7, name: 'Academy 2027', assignmentState: 'ACTIVE', decides: true,
  dormant: false, kept: false, suppressedBecause: null, validFrom: '2026-01-01T10:00:00Z', validTo: null, endedBecause: null, givenBy: ada, endedBy: null,
  enrollment: {
    __typename: 'Enrollment', id: 'e1', cycle: 1, isCurrent: true, status: 'NOT_STARTED', overdue: false, due: { __typename: 'EffectiveDue', date: '2027-06-30', timeZone: 'Europe/Berlin', endsAt: '2027-06-30T21:59:59.999Z' },
    plan: { __typename: 'LearningPlan', id: 'plan1', name: 'Sales academy' }, learningObject: null,
  },
  viewerCan: { __typename: 'PersonAssignmentAbilities', ...viewerCan },
  ...more,
});
const assignments = (...rows: PersonAssignmentRowFragment[]) =>
  reply(PersonAssignmentsDocument, () => ({ person: { __typename: 'Person' as const, id: 'p1', assignments: connectionOf('PersonAssignmentConnection', 'PersonAssignmentEdge', ...rows) } }));
const openAs = (permissions: readonly string[], tab: string, ...replies: Parameters<typeof renderPage>[2]) =>
  renderPage(server, { path: '/people/:personId', element: <PersonPage />, at: `/people/p1?tab=${tab}`, permissions }, [person, ...replies]);
const open = openAs.bind(undefined, ['DIRECTORY_EDIT', 'PLAN_READ', 'ASSIGNMENT_READ']);

const none = { takeAway: false, lift: false };

test('what was assigned to a person is told with why, since when, whose date holds, and why it ended [L37, L40]', async () => {
  const { container } = await open('assignments', assignments(
    build(),
    build({ id: 's2', kind: 'RULE', audience: 'Everybody', name: 'Everybody', decides: false, dormant: true }, none),
    build({ id: 's3', kind: 'GROUP', audience: 'Drivers', validTo: '2026-05-05T10:00:00Z', endedBecause: 'LEFT_AUDIENCE', decides: false }, none),
  ));
  const [first, second, third] = (await screen.findAllByRole('row')).slice(1) as [HTMLElement, HTMLElement, HTMLElement];
  expect(first).toHaveTextContent(/Sales academy.*Assignment #7 Academy 2027.*Assigned to their department: Sales.*by Ada Lindqvist.*by this assignment/);
  expect(second).toHaveTextContent(/Assigned by a rule.*its date waits behind an earlier group/);
  expect(third).toHaveTextContent(/Assigned to a group: Drivers.*left the audience/);
  expect(within(first).getByRole('link', { name: 'Assignment #7 Academy 2027' })).toHaveAttribute('href', expect.stringContaining('/assignments/a1'));
  expect(screen.getAllByRole('button', { name: /^Take away/ })).toHaveLength(1);
  expect(await axeFindings(container)).toEqual([]);
});

test('who may see neither plans nor assignments is not led to them [U41]', async () => {
  await openAs(['PEOPLE_READ'], 'assignments', assignments(build({}, none)));
  expect(await screen.findByRole('row', { name: /Sales academy Assignment #7 Academy 2027/ })).toBeInTheDocument();
  expect(within(screen.getByRole('table')).queryAllByRole('link')).toEqual([]);
});

test('who looks after people and reads no plans follows the plan of a person, and is led to no assignment [2.11, U41]', async () => {
  await openAs(['PEOPLE_READ', 'PLAN_TRACK'], 'assignments', assignments(build({}, none)));
  expect(await screen.findByRole('link', { name: 'Sales academy' })).toHaveAttribute('href', '/progress/plans/plan1?enrollment=e1');
  expect(screen.queryByRole('link', { name: /Assignment #7/ })).toBeNull();
});

test('something is given to the person from their page, whose lists are read again then [U41]', async () => {
  const count = reply(AudienceCountDocument, () => ({ audiencePreview: { __typename: 'AudiencePreview' as const, people: 1, choosesEverybody: false, sentence: 'Mia Chen', sample: [] } }));
  const { user, sent } = await openAs(['PEOPLE_READ', 'PLAN_ASSIGN'], 'assignments', assignments(), count);
  await screen.findByText('Nothing was assigned');
  await user.click(screen.getByRole('button', { name: 'Assign' }));
  const drawer = await screen.findByRole('dialog', { name: 'Assign' });
  await waitFor(() => expect(sent(AudienceCountDocument)).toEqual([{ audience: { kind: 'PEOPLE', personIds: ['p1'] } }]));
  expect(within(drawer).queryByRole('link', { name: 'Import a list of people instead' })).toBeNull();
  await user.click(within(drawer).getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(sent(PersonAssignmentsDocument)).toHaveLength(2));
});

test('one assignment is taken away by a preview, and its removal lifted [2.5, L44]', async () => {
  const refused = { __typename: 'InputRefused' as const, problems: [{ __typename: 'Problem' as const, code: 'REASON_MISSING', message: 'Say why.', field: 'reason' }] };
  const { user, sent } = await open(
    'assignments',
    assignments(build(), build({ id: 's2', suppressedBecause: 'Parental leave', assignmentId: 'a2', name: 'Second' }, { takeAway: false, lift: true })),
    reply(PreviewUnassignDocument, () => ({ previewUnassign: refused })),
    reply(PreviewLiftSuppressionDocument, () => ({ previewLiftSuppression: refused })),
  );
  await user.click(await screen.findByRole('button', { name: 'Take away: Sales academy' }));
  const take = await screen.findByRole('dialog', { name: 'Take the plan away' });
  await user.type(within(take).getByRole('textbox', { name: 'Reason' }), 'Moved');
  await user.click(within(take).getByRole('button', { name: 'Show preview' }));
  expect(await within(take).findByText('Say why.')).toBeInTheDocument();
  expect(sent(PreviewUnassignDocument)).toMatchObject([{ input: { planId: 'plan1', personIds: ['p1'], assignmentId: 'a1', reason: 'Moved' } }]);
  await user.click(within(take).getByRole('button', { name: 'Close' }));
  await user.click(await screen.findByRole('button', { name: 'Lift the removal: Sales academy' }));
  const lift = await screen.findByRole('dialog', { name: 'Lift the removal' });
  await user.type(within(lift).getByRole('textbox', { name: 'Reason' }), 'Back');
  await user.click(within(lift).getByRole('button', { name: 'Show preview' }));
  await waitFor(() => expect(sent(PreviewLiftSuppressionDocument)).toMatchObject([{ input: { planId: 'plan1', personIds: ['p1'], assignmentId: 'a2', reason: 'Back' } }]));
});

const noMemberships = connectionOf<'PersonMembershipConnection', 'PersonMembershipEdge', PersonMembershipRowFragment>('PersonMembershipConnection', 'PersonMembershipEdge');
const member = (more: Partial<PersonMembershipRowFragment> = {}): PersonMembershipRowFragment => ({
  __typename: 'PersonMembership', id: 'm1', group: { __typename: 'Group', id: 'g1', name: 'First aiders', kind: 'STATIC' }, groupRemoved: false, since: '2026-01-01T10:00:00Z', until: null,
  cause: 'BY_HAND', endedBecause: null, viewerCanRemove: true, addedBy: ada, endedBy: null, ...more,
});

test('the groups that a person is and was in, with why; out of a static one they are taken after a question [L37, L55]', async () => {
  const groups = reply(PersonMembershipsDocument, () => ({
    person: {
      __typename: 'Person' as const, id: 'p1',
      memberships: connectionOf('PersonMembershipConnection', 'PersonMembershipEdge', member(),
        member({ id: 'm2', group: { __typename: 'Group', id: 'g2', name: 'Drivers', kind: 'DYNAMIC' }, cause: 'RULE', addedBy: null, until: '2026-05-05T10:00:00Z', endedBecause: 'RULE', viewerCanRemove: false })),
    },
  }));
  const refused = { __typename: 'NotAllowed' as const, problems: [{ __typename: 'Problem' as const, code: 'NOT_ALLOWED', message: 'Not for you.', field: null }] };
  const { user, container, sent } = await open('groups', groups, reply(TakeOutOfGroupDocument, () => ({ removeGroupMembers: refused })));
  const [first, second] = (await screen.findAllByRole('row')).slice(1) as [HTMLElement, HTMLElement];
  expect(first).toHaveTextContent(/First aiders.*Added by Ada Lindqvist.*Now/);
  expect(second).toHaveTextContent(/Drivers.*Matches the rule.*no longer matches the rule/);
  expect(await axeFindings(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Take out of First aiders' }));
  const question = await screen.findByRole('dialog', { name: 'Take Mia Chen out of “First aiders”?' });
  await user.click(within(question).getByRole('button', { name: 'Take out' }));
  await waitFor(() => expect(sent(TakeOutOfGroupDocument)).toMatchObject([{ input: { groupId: 'g1', personIds: ['p1'] } }]));
  expect(await screen.findByText('Not for you.')).toBeInTheDocument();
});

test('a record is merged into another of the same person by a preview; what was merged before is told [2.6]', async () => {
  const choices = reply(ManagerChoicesDocument, () => ({ people: connectionOf('PersonConnection', 'PersonEdge', { __typename: 'Person' as const, id: 'p9', displayName: 'Mia Chen', employeeNumber: 'N-9' }) }));
  const refused = { __typename: 'InputRefused' as const, problems: [{ __typename: 'Problem' as const, code: 'MERGED_ALREADY', message: 'Merged already.', field: 'intoId' }] };
  const { user, sent } = await open('profile', choices, reply(PreviewPersonMergeDocument, () => ({ previewPersonMerge: refused })));
  expect(await screen.findByText('Mia Chen (old) · N-0')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'More' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Merge into another record …' }));
  const dialog = await screen.findByRole('dialog', { name: 'Merge Mia Chen into another record of the same person' });
  await user.click(within(dialog).getByRole('combobox', { name: 'The record that is left' }));
  await user.click(await screen.findByRole('option', { name: 'Mia Chen · N-9' }));
  await user.click(within(dialog).getByRole('button', { name: 'Show preview' }));
  expect(await within(dialog).findByText('Merged already.')).toBeInTheDocument();
  expect(sent(PreviewPersonMergeDocument)).toMatchObject([{ input: { fromId: 'p1', intoId: 'p9' } }]);
  expect(await axeFindings(dialog)).toEqual([]);
});

test('who has nothing and is nowhere is told what would stand there', async () => {
  const { user } = await open('assignments', assignments(), reply(PersonMembershipsDocument, () => ({ person: { __typename: 'Person' as const, id: 'p1', memberships: noMemberships } })));
  expect(await screen.findByText('Nothing was assigned')).toBeInTheDocument();
  await user.click(screen.getByRole('tab', { name: 'Groups' }));
  expect(await screen.findByText('In no group')).toBeInTheDocument();
});
