import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { AssignableTargetsDocument, PreviewAssignmentDocument } from '../features/assignments/assignments.generated.ts';
import { AudienceCountDocument } from '../features/audiences/audience-choices.generated.ts';
import { DepartmentChoicesDocument } from '../features/directory/department-filter.generated.ts';
import { PersonHistoryDocument } from '../features/people/person-history.generated.ts';
import {
  CreateSignInLinkDocument,
  ManagerChoicesDocument,
  PeopleListDocument,
  PersonChoicesDocument,
  PersonLearningDocument,
  PersonPageDocument,
  type PersonProfileFragment,
  type PersonRowFragment,
  SetPersonStatusDocument,
  UpdatePersonDocument,
} from '../features/people/people.generated.ts';
import type { PersonHistoryKind } from '../gql/schema-types.ts';
import { connectionOf, renderPage, reply } from '../testing/render-admin.tsx';
import { PeoplePage } from './people-page.tsx';
import { PersonPage } from './person-page.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const buildRow = (overrides: Partial<PersonRowFragment> = {}): PersonRowFragment => ({
  __typename: 'Person',
  id: 'p1',
  displayName: 'Mia Chen',
  email: 'mia@example.com',
  employeeNumber: 'N-1',
  status: 'ACTIVE',
  hasAccount: false,
  department: { __typename: 'Department', id: 'd1', name: 'Sales', path: ['Northwind', 'Sales'] },
  position: { __typename: 'Named', id: 'po1', name: 'Account Executive' },
  ...overrides,
});
const list = (...rows: PersonRowFragment[]) => ({ people: connectionOf('PersonConnection', 'PersonEdge', ...rows), peopleCount: rows.length });
const departments = reply(DepartmentChoicesDocument, () => ({ departments: [{ __typename: 'Department' as const, id: 'd1', name: 'Sales', path: ['Northwind', 'Sales'] }] }));
const openList = (...replies: Parameters<typeof renderPage>[2]) => renderPage(server, { path: '/people', element: <PeoplePage />, permissions: ['DIRECTORY_EDIT'] }, [departments, ...replies]);
const openPerson = (permissions: readonly string[], ...replies: Parameters<typeof renderPage>[2]) =>
  renderPage(server, { path: '/people/:personId', element: <PersonPage />, at: '/people/p1', permissions }, replies);
const person = (overrides: Partial<PersonRowFragment> = {}, edit = true) =>
  reply(PersonPageDocument, () => ({
    person: { ...buildRow(overrides), externalId: null, locale: 'zh-CN', timeZone: 'Asia/Shanghai', hireDate: '2020-02-29', jobRole: null, manager: null, partnerAccount: null, rowVersion: 3, mergedRecords: [], viewerCan: { __typename: 'PersonAbilities' as const, edit, assign: false } },
  }));
const noLearning = reply(PersonLearningDocument, () => ({ enrollments: { __typename: 'EnrollmentConnection' as const, edges: [], pageInfo: { __typename: 'PageInfo' as const, hasNextPage: false, endCursor: null } } }));

test('the directory keeps its place while it is read, then tells who there is and how many', async () => {
  let come: (data: ReturnType<typeof list>) => void = () => {};
  const { container } = await openList(reply(PeopleListDocument, () => new Promise<ReturnType<typeof list>>((resolve) => (come = resolve))));
  await screen.findByRole('heading', { level: 1, name: 'People' });
  expect(screen.getByText('Loading…')).toBeInTheDocument();
  await waitFor(() => {
    come(list(buildRow()));
    expect(screen.getByRole('row', { name: /Mia Chen/ })).toHaveTextContent('Northwind › Sales');
  });
  expect(screen.getByRole('heading', { level: 1, name: 'People 1' })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Mia Chen' })).toHaveAttribute('href', '/people/p1');
  expect(await axeFindings(container)).toEqual([]);
});

test('a search stands in the address and is asked of the API', async () => {
  const { user, address, sent } = await openList(reply(PeopleListDocument, ({ filter }) => (filter?.search ? list() : list(buildRow()))));
  await screen.findByRole('row', { name: /Mia Chen/ });
  await user.type(screen.getByRole('searchbox'), 'nobody');
  expect(await screen.findByText('Nothing matches')).toBeInTheDocument();
  expect(address()).toBe('/people?q=nobody');
  expect(sent(PeopleListDocument).at(-1)).toMatchObject({ filter: { search: 'nobody' } });
});

test('an empty directory says how people come in; one that failed can be asked for again', async () => {
  const { user, answer } = await openList();
  const alert = await screen.findByRole('alert');
  answer(reply(PeopleListDocument, () => list()));
  await user.click(within(alert).getByRole('button', { name: 'Try again' }));
  await screen.findByText('Nobody here yet');
  expect(screen.getAllByRole('link', { name: 'Import people' })[0]).toHaveAttribute('href', '/people/import');
});

test('whoever may not change the directory is not sent to the import', async () => {
  await renderPage(server, { path: '/people', element: <PeoplePage /> }, [departments, reply(PeopleListDocument, () => list(buildRow()))]);
  await screen.findByRole('row', { name: /Mia Chen/ });
  expect(screen.queryByRole('link', { name: 'Import people' })).toBeNull();
});

test('a partner’s administrator selects people and gives them what may be given; more than is shown cannot be selected [U41, D35]', async () => {
  const partners = reply(PeopleListDocument, () => ({ ...list(buildRow(), buildRow({ id: 'p2', displayName: 'Jonas Weber' })), peopleCount: 200 }));
  const assignable = reply(AssignableTargetsDocument, () => ({ assignableTargets: [{ __typename: 'AssignmentTarget' as const, id: 'plan1', kind: 'PLAN' as const, name: 'Safety', code: 'S-1' }] }));
  const count = reply(AudienceCountDocument, () => ({ audiencePreview: { __typename: 'AudiencePreview' as const, people: 2, choosesEverybody: false, sentence: 'Mia Chen or Jonas Weber', sample: [] } }));
  const refused = reply(PreviewAssignmentDocument, () => ({ previewAssignment: { __typename: 'InputRefused' as const, problems: [] } as never }));
  const { user, sent } = await renderPage(server, { path: '/people', element: <PeoplePage />, permissions: ['PEOPLE_READ', 'PLAN_ASSIGN'] }, [departments, partners, assignable, count, refused]);
  await user.click(await screen.findByRole('checkbox', { name: /Mia Chen/ }));
  await user.click(screen.getByRole('checkbox', { name: /Jonas Weber/ }));
  expect(screen.queryByRole('button', { name: /200/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Assign' }));
  const drawer = within(await screen.findByRole('dialog', { name: 'Assign' }));
  expect(await drawer.findByText('Mia Chen or Jonas Weber')).toBeInTheDocument();
  await user.click(drawer.getByRole('combobox', { name: 'What to assign' }));
  await user.click(await screen.findByRole('option', { name: 'Safety · S-1' }));
  await user.click(drawer.getByRole('button', { name: 'Show preview' }));
  await waitFor(() => expect(sent(PreviewAssignmentDocument)).toMatchObject([{ input: { targets: [{ planId: 'plan1' }], audience: { kind: 'PEOPLE', personIds: ['p1', 'p2'] } } }]));
});

test('whoever may not assign selects nobody', async () => {
  await openList(reply(PeopleListDocument, () => list(buildRow())));
  await screen.findByRole('row', { name: /Mia Chen/ });
  expect(screen.queryByRole('checkbox')).toBeNull();
});

test('a person is invited by a link that is shown to hand over, by whoever may invite', async () => {
  const link = { __typename: 'SignInLink' as const, kind: 'INVITATION', adminPath: '/admin/welcome?token=t', learnerPath: '/learn/welcome?token=t', expiresAt: '2027-01-11T10:00:00Z' };
  const { user, sent } = await openPerson(['PEOPLE_EDIT'], person(), noLearning, reply(CreateSignInLinkDocument, () => ({ createSignInLink: link as never })));
  await user.click(await screen.findByRole('button', { name: 'Make an invitation link' }));
  const dialog = await screen.findByRole('dialog', { name: 'Sign-in link for Mia Chen' });
  expect(within(dialog).getByRole('textbox', { name: 'For learning' })).toHaveValue('http://localhost/learn/welcome?token=t');
  expect(sent(CreateSignInLinkDocument)).toMatchObject([{ input: { personId: 'p1' } }]);
});

test('a profile tells language and day in words of the reader; without the right nobody is invited', async () => {
  const { user } = await openPerson([], person({}, false), noLearning);
  await user.click(await screen.findByRole('tab', { name: 'Profile' }));
  expect(screen.getByText('Chinese (China)')).toBeInTheDocument();
  expect(screen.getByText('Feb 29, 2020')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /link/ })).toBeNull();
});

test('somebody who does not exist, or may not be seen, is a page that is not found', async () => {
  await openPerson([], reply(PersonPageDocument, () => ({ person: null })));
  expect(await screen.findByRole('heading', { level: 1, name: 'Page not found' })).toBeInTheDocument();
});

const choices = [
  reply(PersonChoicesDocument, () => ({ departments: [], positions: [], jobRoles: [], partnerAccounts: [] })),
  reply(ManagerChoicesDocument, () => ({ people: { __typename: 'PersonConnection' as const, edges: [] } })),
];
const profile = (overrides: Partial<PersonProfileFragment> = {}): PersonProfileFragment => ({
  ...buildRow(), externalId: null, locale: 'zh-CN', timeZone: 'Asia/Shanghai', hireDate: '2020-02-29', jobRole: null, manager: null, partnerAccount: null, rowVersion: 3,
  mergedRecords: [], viewerCan: { __typename: 'PersonAbilities', edit: true, assign: false }, ...overrides,
});

test('an edit sends only what was changed; where somebody else saved first, both are shown and one is chosen', async () => {
  const stale = { __typename: 'StaleEdit' as const, problems: [{ __typename: 'Problem' as const, code: 'STALE_EDIT', message: 'Changed.', field: null }] };
  const { user, sent, answer, container } = await openPerson([], person(), noLearning, ...choices, reply(UpdatePersonDocument, () => ({ updatePerson: stale })));
  await user.click(await screen.findByRole('button', { name: 'Edit' }));
  const dialog = await screen.findByRole('dialog', { name: 'Edit Mia Chen' });
  expect(within(dialog).getByRole('button', { name: 'Save' })).toBeDisabled();
  await user.type(within(dialog).getByRole('textbox', { name: 'E-mail' }), '.cn');
  answer(reply(PersonPageDocument, () => ({ person: profile({ email: 'chen@example.com', displayName: 'Mia Wang', rowVersion: 4 }) })));
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  expect(sent(UpdatePersonDocument)).toMatchObject([{ input: { personId: 'p1', rowVersion: 3, email: 'mia@example.com.cn' } }]);
  expect(sent(UpdatePersonDocument)[0]!.input).not.toHaveProperty('displayName');
  expect(await screen.findByRole('row', { name: 'E-mail mia@example.com.cn chen@example.com' })).toBeInTheDocument();
  expect(screen.getByRole('row', { name: 'Name Mia Chen Mia Wang' })).toBeInTheDocument();
  expect(await axeFindings(container)).toEqual([]);
  answer(reply(UpdatePersonDocument, () => ({ updatePerson: profile({ email: 'mia@example.com.cn', displayName: 'Mia Wang', rowVersion: 5 }) })));
  await user.click(screen.getByRole('button', { name: 'Save mine' }));
  await waitFor(() => expect(sent(UpdatePersonDocument).at(-1)).toMatchObject({ input: { rowVersion: 4, email: 'mia@example.com.cn' } }));
});

test('somebody is suspended with a reason; why it was refused is said in the question', async () => {
  const refused = { __typename: 'InputRefused' as const, problems: [{ __typename: 'Problem' as const, code: 'NOT_ONESELF', message: 'Not to yourself.', field: null }] };
  const { user, sent } = await openPerson([], person(), noLearning, reply(SetPersonStatusDocument, () => ({ setPersonStatus: refused })));
  await user.click(await screen.findByRole('button', { name: 'More' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Suspend' }));
  const dialog = await screen.findByRole('dialog', { name: 'Suspend Mia Chen?' });
  await user.type(within(dialog).getByRole('textbox'), 'Leave');
  await user.click(within(dialog).getByRole('button', { name: 'Suspend' }));
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('Not to yourself.');
  expect(sent(SetPersonStatusDocument)).toMatchObject([{ input: { personId: 'p1', rowVersion: 3, status: 'SUSPENDED', reason: 'Leave' } }]);
});

test('the history tells what happened in words, the newest first', async () => {
  const entry = (kind: PersonHistoryKind, before: string | null, after: string | null, about: string | null = null, because: string | null = null) => ({
    __typename: 'PersonHistoryEntry' as const, key: kind, at: '2026-11-22T10:00:00Z', kind, about, cycle: null, before, after, because, by: { __typename: 'Named' as const, id: 'a1', name: 'Ada' },
  });
  const history = connectionOf('PersonHistoryEntryConnection', 'PersonHistoryEntryEdge', entry('STATUS', 'ACTIVE', 'LEFT'), entry('DUE_MOVED', '2027-07-07', null, 'Security', 'it was set for this person alone'), entry('LEARNING_STATUS', 'IN_PROGRESS', 'COMPLETED', 'Security'), entry('DEPARTMENT', null, 'Sales'));
  const { user, container } = await openPerson([], person(), noLearning, reply(PersonHistoryDocument, () => ({ person: { __typename: 'Person' as const, id: 'p1', history } })));
  await user.click(await screen.findByRole('tab', { name: 'History' }));
  await screen.findByRole('row', { name: /Status: Active → Left.*Ada/ });
  expect(screen.getAllByRole('row').slice(1).map((row) => row.textContent)).toEqual([
    expect.stringContaining('Status: Active → Left'), expect.stringContaining('Due date of “Security”: Jul 7, 2027 → None, because it was set for this person alone'), expect.stringContaining('“Security”: In progress → Completed'), expect.stringContaining('Department: None → Sales'),
  ]);
  expect(await axeFindings(container)).toEqual([]);
});
