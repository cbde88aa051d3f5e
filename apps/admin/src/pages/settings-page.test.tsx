import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import {
  AdminGrantsDocument,
  ApiClientsDocument,
  CreateApiClientDocument,
  GrantAdminDocument,
  GrantGroupsDocument,
  GrantPeopleDocument,
  type GrantRowFragment,
  GrantScopesDocument,
} from '../features/settings/access.generated.ts';
import { ConflictPolicyDocument, PreviewConflictPolicyDocument } from '../features/settings/conflict-policy.generated.ts';
import { PlanTermsDocument, SetPlanTermsDocument } from '../features/settings/plan-terms.generated.ts';
import { connectionOf, renderPage, reply } from '../testing/render-admin.tsx';
import { SettingsPage } from './settings-page.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const buildGrant = (overrides: Partial<GrantRowFragment> = {}): GrantRowFragment => ({
  __typename: 'AdminGrant',
  id: 'g1',
  role: 'SUB_ADMIN',
  rights: ['PEOPLE', 'ASSIGN'],
  scopeKind: 'DEPARTMENT',
  scopeId: 'd1',
  scopeName: 'Sales',
  validFrom: '2026-01-01T00:00:00Z',
  person: { __typename: 'Named', id: 'p1', name: 'Ada Lindqvist' },
  ...overrides,
});
const grants = (...rows: GrantRowFragment[]) => reply(AdminGrantsDocument, () => ({ adminGrants: rows }));
const scopes = reply(GrantScopesDocument, () => ({ departments: [{ __typename: 'Department' as const, id: 'd1', path: ['Northwind', 'Sales'] }], partnerAccounts: [] }));
const found = reply(GrantPeopleDocument, () => ({
  people: connectionOf('PersonConnection', 'PersonEdge', { __typename: 'Person' as const, id: 'p2', displayName: 'Jonas Weber', employeeNumber: 'N-2', email: null }),
}));
const open = (permissions: readonly string[], at: string, ...replies: Parameters<typeof renderPage>[2]) =>
  renderPage(server, { path: '/settings', element: <SettingsPage />, at, permissions }, [scopes, ...replies]);
const mayEdit = ['SETTINGS_READ', 'SETTINGS_EDIT'];

test('who may do what is told in words; an auditor reads it and is offered nothing to change', async () => {
  const { container } = await open(['SETTINGS_READ'], '/settings', grants(buildGrant()));
  const row = await screen.findByRole('row', { name: /Ada Lindqvist/ });
  expect(row).toHaveTextContent('Sub-administrator');
  expect(row).toHaveTextContent('Change people and departments · Assign to the people in reach');
  expect(screen.queryByRole('button', { name: /administrator/ })).toBeNull();
  expect(await axeFindings(container)).toEqual([]);
});

test('what could not be read can be asked for again, and an empty list says the next step', async () => {
  const { user, answer } = await open(mayEdit, '/settings');
  const alert = await screen.findByRole('alert');
  answer(grants());
  await user.click(within(alert).getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Nobody is an administrator')).toBeInTheDocument();
});

test('somebody is made an administrator; a refusal is told and the form stays as it was [D35]', async () => {
  const refusal = { __typename: 'NotAllowed' as const, problems: [{ __typename: 'Problem' as const, code: 'NOT_ALLOWED', message: 'You may not give more than you have.', field: null }] };
  const { user, sent, answer } = await open(mayEdit, '/settings', grants(buildGrant()), found, reply(GrantAdminDocument, () => ({ grantAdmin: refusal })));
  await user.click(await screen.findByRole('button', { name: 'Make somebody an administrator' }));
  const dialog = await screen.findByRole('dialog');
  const submit = within(dialog).getByRole('button', { name: 'Grant' });
  expect(submit).toBeDisabled();
  await user.type(within(dialog).getByLabelText('Find people', { selector: 'input' }), 'jon');
  await user.click(await screen.findByRole('option', { name: /Jonas Weber/ }));
  await user.click(within(dialog).getByRole('checkbox', { name: 'Change the library' }));
  await user.click(submit);
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('You may not give more than you have.');
  expect(within(dialog).getByRole('checkbox', { name: 'Change the library' })).toBeChecked();
  answer(reply(GrantAdminDocument, () => ({ grantAdmin: buildGrant({ id: 'g2' }) })), grants(buildGrant(), buildGrant({ id: 'g2', person: { __typename: 'Named', id: 'p2', name: 'Jonas Weber' } })));
  await user.click(submit);
  expect(await screen.findByRole('row', { name: /Jonas Weber/ })).toBeInTheDocument();
  expect(sent(GrantAdminDocument).at(-1)).toMatchObject({ input: { personId: 'p2', role: 'PLAN_ADMIN', rights: ['CONTENT'], scopeKind: 'ORGANIZATION' } });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('a key is shown once, and not lost by a click beside it', async () => {
  const client = { __typename: 'ApiClient' as const, id: 'k1', name: 'HR system', hint: 'wxyz', scopes: ['read:plans'], scopeKind: 'ORGANIZATION' as const, scopeName: null, createdAt: '2027-01-04T10:00:00Z', expiresAt: null, lastUsedOn: null, revokedAt: null };
  const made = reply(CreateApiClientDocument, () => ({ createApiClient: { __typename: 'NewApiClient' as const, key: 'mpk_secret', client } as never }));
  const { user, sent } = await open(mayEdit, '/settings?tab=keys', reply(ApiClientsDocument, () => ({ apiClients: [] })), made);
  await user.click(await screen.findByRole('button', { name: 'Create an API key' }));
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'HR system{Enter}');
  const key = await screen.findByRole('textbox', { name: 'Key' });
  expect(key).toHaveValue('mpk_secret');
  expect(sent(CreateApiClientDocument)).toMatchObject([{ input: { name: 'HR system', scopes: ['read:plans', 'read:progress'], expiresOn: null } }]);
  await user.click(document.querySelector('[class*=Modal-overlay]')!);
  expect(key).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Done' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('the rule for several groups is told with who set it; another one is previewed, and a refusal stands in the form [2.4, X1]', async () => {
  const policy = reply(ConflictPolicyDocument, () => ({
    conflictPolicy: { __typename: 'ConflictPolicy' as const, groupConflict: 'FIRST_WINS' as const, since: '2026-01-01T00:00:00Z', changedBy: { __typename: 'Named' as const, id: 'p1', name: 'Ada Lindqvist' } },
  }));
  const refused = { __typename: 'InputRefused' as const, problems: [{ __typename: 'Problem' as const, code: 'POLICY_ALREADY', message: 'In force already.', field: 'groupConflict' }] };
  const { user, container, sent } = await open(mayEdit, '/settings?tab=policies', policy, reply(PreviewConflictPolicyDocument, () => ({ previewConflictPolicy: refused })));
  expect(await screen.findByText(/^Since .* by Ada Lindqvist$/)).toBeInTheDocument();
  expect(await axeFindings(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Another rule …' }));
  const dialog = await screen.findByRole('dialog', { name: 'Another rule for several groups' });
  expect(within(dialog).getAllByRole('radio')).toHaveLength(3);
  await user.click(within(dialog).getByRole('radio', { name: 'The latest date holds' }));
  await user.click(within(dialog).getByRole('button', { name: 'Show preview' }));
  expect(await within(dialog).findByText('In force already.')).toBeInTheDocument();
  expect(sent(PreviewConflictPolicyDocument)).toMatchObject([{ input: { groupConflict: 'MOST_LENIENT' } }]);
  expect(await axeFindings(dialog)).toEqual([]);
});

test('an auditor reads the rule and is offered no other', async () => {
  await open(['SETTINGS_READ'], '/settings?tab=policies', reply(ConflictPolicyDocument, () => ({ conflictPolicy: { __typename: 'ConflictPolicy' as const, groupConflict: 'STRICTEST' as const, since: null, changedBy: null } })));
  expect(await screen.findByText('In force')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Another rule …' })).toBeNull();
});

test('rights can reach the people of a group, which is searched for [D35]', async () => {
  const groups = reply(GrantGroupsDocument, () => ({ groups: connectionOf('GroupConnection', 'GroupEdge', { __typename: 'Group' as const, id: 'g7', name: 'First aiders' }) }));
  const refusal = { __typename: 'NotAllowed' as const, problems: [{ __typename: 'Problem' as const, code: 'NOT_ALLOWED', message: 'Not for you.', field: null }] };
  const { user, sent } = await open(mayEdit, '/settings', grants(buildGrant()), found, groups, reply(GrantAdminDocument, () => ({ grantAdmin: refusal })));
  await user.click(await screen.findByRole('button', { name: 'Make somebody an administrator' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText('Find people', { selector: 'input' }), 'jon');
  await user.click(await screen.findByRole('option', { name: /Jonas Weber/ }));
  await user.click(within(dialog).getByRole('combobox', { name: 'For whom' }));
  await user.click(await screen.findByRole('option', { name: 'A group' }));
  expect(within(dialog).getByRole('button', { name: 'Grant' })).toBeDisabled();
  await user.click(within(dialog).getByRole('combobox', { name: 'A group' }));
  await user.click(await screen.findByRole('option', { name: 'First aiders' }));
  expect(await axeFindings(dialog)).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Grant' }));
  await waitFor(() => expect(sent(GrantAdminDocument)).toMatchObject([{ input: { personId: 'p2', scopeKind: 'GROUP', scopeId: 'g7' } }]));
});

test('the organization’s own word for a learning plan is counted as it is typed, and what refuses it stands at its field [L5, L6]', async () => {
  const terms = (en: string | null, rowVersion: number) => ({ __typename: 'PlanTerms' as const, rowVersion, terms: [{ __typename: 'PlanTerm' as const, language: 'EN' as const, term: en }, { __typename: 'PlanTerm' as const, language: 'ZH_CN' as const, term: null }] });
  const refusal = { __typename: 'InputRefused' as const, problems: [{ __typename: 'Problem' as const, code: 'TOO_LONG', message: 'Shorten this.', field: 'terms.en' }] };
  const { user, sent, answer, container } = await open(mayEdit, '/settings?tab=experience', reply(PlanTermsDocument, () => ({ planTerms: terms('Journey', 3) })), reply(SetPlanTermsDocument, () => ({ setPlanTerms: refusal })));
  const english = await screen.findByRole('textbox', { name: 'English' });
  expect(english).toHaveValue('Journey');
  await user.type(english, '👩🏽‍🚀');
  expect(screen.getByText('8 of 20 characters')).toBeInTheDocument();
  expect(await axeFindings(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Shorten this.')).toBeInTheDocument();
  answer(reply(SetPlanTermsDocument, () => ({ setPlanTerms: terms('Journey👩🏽‍🚀', 4) })));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByText('Shorten this.')).toBeNull());
  expect(sent(SetPlanTermsDocument).at(-1)).toMatchObject({ input: { rowVersion: 3, terms: [{ language: 'EN', term: 'Journey👩🏽‍🚀' }, { language: 'ZH_CN', term: '' }] } });
});

test('an auditor reads the words and is offered nothing to save', async () => {
  await open(['SETTINGS_READ'], '/settings?tab=experience', reply(PlanTermsDocument, () => ({ planTerms: { __typename: 'PlanTerms' as const, rowVersion: 1, terms: [{ __typename: 'PlanTerm' as const, language: 'EN' as const, term: null }] } })));
  expect(await screen.findByRole('textbox', { name: 'English' })).toHaveAttribute('readonly');
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
});
