import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { AudienceCountDocument, AudienceDirectoryDocument, AudiencePeopleDocument } from '../features/audiences/audience-choices.generated.ts';
import {
  AddGroupMembersDocument,
  GroupListDocument,
  type GroupMemberRowFragment,
  GroupMembersDocument,
  GroupMovesDocument,
  GroupPageDocument,
  type GroupPageQuery,
  PreviewGroupRuleDocument,
  RemoveGroupDocument,
  PreviewLeaveGroupDocument,
  RemoveGroupMembersDocument,
} from '../features/groups/groups.generated.ts';
import { connectionOf, renderPage, reply } from '../testing/render-admin.tsx';
import { GroupPage } from './group-page.tsx';
import { GroupsPage } from './groups-page.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

type Group = NonNullable<GroupPageQuery['group']>;
const buildGroup = (overrides: Partial<Group> = {}): Group => ({
  __typename: 'Group',
  id: 'g1',
  name: 'First aiders',
  kind: 'STATIC',
  memberCount: 1,
  activeCount: 1,
  evaluatedAt: null,
  rowVersion: 3,
  rule: null,
  ruleSentence: null,
  createdAt: '2027-01-04T10:00:00Z',
  viewerCan: { __typename: 'GroupAbilities', edit: true },
  ...overrides,
});
const member = (id: string, displayName: string, overrides: Partial<GroupMemberRowFragment> = {}): GroupMemberRowFragment => ({
  __typename: 'GroupMember',
  since: '2027-01-04T10:00:00Z',
  cause: 'BY_HAND',
  addedBy: { __typename: 'Named', id: 'a1', name: 'Ada Admin' },
  operation: null,
  person: { __typename: 'Person', id, displayName, employeeNumber: `N-${id}`, email: null, status: 'ACTIVE', department: null },
  ...overrides,
});
const members = (...rows: GroupMemberRowFragment[]) =>
  reply(GroupMembersDocument, () => ({ group: { __typename: 'Group' as const, id: 'g1', members: connectionOf('GroupMemberConnection', 'GroupMemberEdge', ...rows) } }));
const open = (group: Group, ...replies: Parameters<typeof renderPage>[2]) =>
  renderPage(server, { path: '/people/groups/:groupId', element: <GroupPage />, at: '/people/groups/g1', permissions: ['DIRECTORY_EDIT'] }, [
    reply(GroupPageDocument, () => ({ group })),
    reply(AudienceDirectoryDocument, () => ({ departments: [], positions: [], jobRoles: [], partnerAccounts: [] })),
    ...replies,
  ]);

test('a group tells who is in it, since when and why, and moves by itself [L59, L61]', async () => {
  const { container, answer, tell } = await open(buildGroup(), members(member('p1', 'Mia Chen')));
  expect(await screen.findByRole('row', { name: /Mia Chen.*Added by Ada Admin/ })).toBeInTheDocument();
  expect(await axeFindings(container)).toEqual([]);
  tell(GroupMovesDocument, { groupChanged: buildGroup() });
  answer(members(member('p1', 'Mia Chen'), member('p2', 'Bo Li', { cause: 'RULE', addedBy: null })));
  tell(GroupMovesDocument, { groupChanged: buildGroup({ memberCount: 2, activeCount: 1 }) });
  expect(await screen.findByRole('row', { name: /Bo Li.*Matches the rule/ })).toBeInTheDocument();
  expect(screen.getByText('2 people are in this group')).toBeInTheDocument();
  expect(screen.getByText('1 of them is suspended or has left, and matches no audience.')).toBeInTheDocument();
});

test('people are added by name, and taken out again', async () => {
  const { user, sent } = await open(
    buildGroup(),
    members(member('p1', 'Mia Chen')),
    reply(AudiencePeopleDocument, () => ({ people: connectionOf('PersonConnection', 'PersonEdge', { __typename: 'Person' as const, id: 'p2', displayName: 'Bo Li', employeeNumber: 'N-2', email: null }) })),
    reply(AddGroupMembersDocument, () => ({ addGroupMembers: buildGroup({ memberCount: 2 }) })),
    reply(RemoveGroupMembersDocument, () => ({ removeGroupMembers: buildGroup({ memberCount: 0 }) })),
  );
  await user.click(await screen.findByRole('button', { name: 'Add people' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Add people to “First aiders”' }));
  await user.type(dialog.getByRole('textbox', { name: 'Find people' }), 'bo');
  await user.click(await screen.findByRole('option', { name: /Bo Li/ }));
  await user.click(dialog.getByRole('button', { name: 'Add 1 person' }));
  await waitFor(() => expect(sent(AddGroupMembersDocument)).toMatchObject([{ input: { groupId: 'g1', personIds: ['p2'] } }]));
  await user.click(screen.getByRole('button', { name: 'Remove Mia Chen from the group' }));
  await waitFor(() => expect(sent(RemoveGroupMembersDocument)).toMatchObject([{ input: { groupId: 'g1', personIds: ['p1'] } }]));
});

test('many are taken out by a preview, those ticked or everybody; a refusal is told where it was asked [2.0.6]', async () => {
  const refused = { __typename: 'InputRefused' as const, problems: [{ __typename: 'Problem' as const, code: 'NOTHING_SELECTED', message: 'Nobody is chosen.', field: null }] };
  const { user, sent } = await open(buildGroup(), members(member('p1', 'Mia Chen'), member('p2', 'Bo Li')), reply(PreviewLeaveGroupDocument, () => ({ previewLeaveGroup: refused })));
  await user.click(await screen.findByRole('checkbox', { name: /Mia Chen/ }));
  await user.click(screen.getByRole('button', { name: 'Remove 1 person' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Take people out of “First aiders”' }));
  await user.click(dialog.getByRole('button', { name: 'Show preview' }));
  expect(await dialog.findByText('Nobody is chosen.')).toBeInTheDocument();
  expect(sent(PreviewLeaveGroupDocument)).toMatchObject([{ input: { groupId: 'g1', personIds: ['p1'] } }]);
});

test('a group in use says who needs it, and stays [2.5]', async () => {
  const problem = { __typename: 'Problem' as const, code: 'GROUP_IN_USE', message: 'This group is in use: assignment 7 “Safety”.', field: null };
  const { user } = await open(buildGroup(), members(), reply(RemoveGroupDocument, () => ({ removeGroup: { __typename: 'InputRefused' as const, problems: [problem] } })));
  await user.click(await screen.findByRole('button', { name: 'Remove group' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Remove the group “First aiders”?' }));
  await user.click(dialog.getByRole('button', { name: 'Remove group' }));
  expect(await dialog.findByRole('alert')).toHaveTextContent('assignment 7 “Safety”');
});

test('a dynamic group says its rule and how fresh it is; whoever may not edit gets no buttons', async () => {
  const evaluatedAt = new Date(Date.now() - 4_000).toISOString();
  const group = buildGroup({ kind: 'DYNAMIC', ruleSentence: 'People with the language Chinese', rule: { kind: 'LANGUAGES', languages: ['zh'] }, evaluatedAt, viewerCan: { __typename: 'GroupAbilities', edit: false } });
  await open(group, members());
  expect(await screen.findByText('People with the language Chinese')).toBeInTheDocument();
  expect(screen.getByText(/Evaluated \d seconds ago/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /rule|Remove|Rename/ })).toBeNull();
});

test('a rule that leaves nobody out is previewed only when everybody is meant [bad input]', async () => {
  const { user, sent } = await renderPage(server, { path: '/people/groups', element: <GroupsPage />, permissions: ['DIRECTORY_EDIT'] }, [
    reply(GroupListDocument, () => ({ groups: connectionOf('GroupConnection', 'GroupEdge', buildGroup()), groupCount: 1 })),
    reply(AudienceDirectoryDocument, () => ({ departments: [], positions: [], jobRoles: [], partnerAccounts: [] })),
    reply(AudienceCountDocument, () => ({ audiencePreview: { __typename: 'AudiencePreview' as const, people: 30, choosesEverybody: true, sentence: 'Everyone', sample: [] } })),
    reply(PreviewGroupRuleDocument, () => ({ previewGroupRule: { __typename: 'InputRefused' as const, problems: [] } })),
  ]);
  await user.click(await screen.findByRole('button', { name: 'Create a group' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Create a dynamic group' }));
  const drawer = within(await screen.findByRole('dialog', { name: 'Create a dynamic group' }));
  await user.type(drawer.getByRole('textbox', { name: /Name/ }), 'All of us');
  await user.click(drawer.getByRole('radio', { name: 'Everyone' }));
  const meant = await drawer.findByRole('checkbox', { name: 'Yes, I mean everybody' });
  expect(drawer.getByRole('button', { name: 'Show preview' })).toBeDisabled();
  await user.click(meant);
  await user.click(drawer.getByRole('button', { name: 'Show preview' }));
  await waitFor(() => expect(sent(PreviewGroupRuleDocument)).toMatchObject([{ input: { name: 'All of us', rule: { kind: 'EVERYONE' }, confirmEverybody: true } }]));
});

test('a rule is written with and, or, not, counted meanwhile, and what is refused is said in the form [2.1]', async () => {
  const circle = { __typename: 'Problem' as const, code: 'GROUP_CIRCLE', message: 'The groups would refer to each other in a circle.', field: 'rule' };
  const { user, sent, container } = await renderPage(server, { path: '/people/groups', element: <GroupsPage />, permissions: ['DIRECTORY_EDIT'] }, [
    reply(GroupListDocument, () => ({ groups: connectionOf('GroupConnection', 'GroupEdge', buildGroup()), groupCount: 1 })),
    reply(AudienceDirectoryDocument, () => ({ departments: [], positions: [{ __typename: 'Named' as const, id: 'po1', name: 'Cook' }], jobRoles: [], partnerAccounts: [] })),
    reply(AudienceCountDocument, () => ({ audiencePreview: { __typename: 'AudiencePreview' as const, people: 0, choosesEverybody: false, sentence: 'People in the position Cook', sample: [] } })),
    reply(PreviewGroupRuleDocument, () => ({ previewGroupRule: { __typename: 'InputRefused' as const, problems: [circle] } })),
  ]);
  expect(await axeFindings(container)).toEqual([]);
  await user.click(await screen.findByRole('button', { name: 'Create a group' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Create a dynamic group' }));
  const drawer = within(await screen.findByRole('dialog', { name: 'Create a dynamic group' }));
  await user.type(drawer.getByRole('textbox', { name: /Name/ }), 'Cooks');
  await user.click(drawer.getByRole('radio', { name: /and, or, not/ }));
  await user.selectOptions(drawer.getByRole('combobox', { name: 'What' }), 'Position');
  await user.type(drawer.getByRole('textbox', { name: 'Find positions' }), 'coo');
  await user.click(await screen.findByRole('option', { name: 'Cook' }));
  expect(await drawer.findByText(/Nobody matches this at the moment/)).toBeInTheDocument();
  await user.click(drawer.getByRole('button', { name: 'Add a condition' }));
  const second = within(drawer.getByRole('group', { name: 'Condition 2' }));
  expect(drawer.getByText('Fill in every condition to see whom they choose.')).toBeInTheDocument();
  await user.selectOptions(second.getByRole('combobox', { name: 'What' }), 'Everyone');
  await user.click(second.getByRole('checkbox', { name: 'not' }));
  await user.selectOptions(drawer.getByRole('combobox', { name: 'People who match' }), 'at least one of these (or)');
  await user.click(drawer.getByRole('button', { name: 'Show preview' }));
  expect(await drawer.findByText('The groups would refer to each other in a circle.')).toBeInTheDocument();
  expect(sent(PreviewGroupRuleDocument)).toMatchObject([
    { input: { name: 'Cooks', rule: { kind: 'OR', operands: [{ kind: 'POSITIONS', positionIds: ['po1'] }, { kind: 'NOT', operand: { kind: 'EVERYONE' } }] } } },
  ]);
  expect(await axeFindings(document.body)).toEqual([]);
});
