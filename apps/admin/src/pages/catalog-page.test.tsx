import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { AudienceCountDocument, AudienceDirectoryDocument } from '../features/audiences/audience-choices.generated.ts';
import {
  AddToCatalogsDocument,
  CatalogEntriesDocument,
  type CatalogEntryRowFragment,
  CatalogListDocument,
  CatalogMovesDocument,
  CatalogPageDocument,
  type CatalogPartsFragment,
  CatalogPlanFinderDocument,
  CatalogRemovalDocument,
  CreateCatalogDocument,
  RemoveCatalogDocument,
  RemoveFromCatalogsDocument,
  UpdateCatalogDocument,
} from '../features/catalogs/catalogs.generated.ts';
import { connectionOf, renderPage, reply } from '../testing/render-admin.tsx';
import { CatalogPage } from './catalog-page.tsx';
import { CatalogsPage } from './catalogs-page.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const buildCatalog = (overrides: Partial<CatalogPartsFragment> = {}): CatalogPartsFragment => ({
  __typename: 'Catalog',
  id: 'c1',
  name: 'Selling',
  description: 'For whoever sells.',
  audience: null,
  audienceSentence: 'People in Sales',
  planCount: 1,
  courseCount: 2,
  rowVersion: 4,
  viewerCan: { __typename: 'CatalogAbilities', edit: true, fillCourses: true },
  ...overrides,
});
const entry = (id: string, name: string, overrides: Partial<CatalogEntryRowFragment> = {}): CatalogEntryRowFragment => ({
  __typename: 'CatalogEntry',
  id,
  kind: 'COURSE',
  subjectId: `s-${id}`,
  name,
  addedAt: '2027-01-04T10:00:00Z',
  viewerCanRemove: true,
  plan: null,
  ...overrides,
});
const plan = (id: string, name: string, setVisibleRange = true) => ({
  __typename: 'LearningPlan' as const, id, name, code: id.toUpperCase(), lifecycle: 'ACTIVE' as const, viewerCan: { __typename: 'LearningPlanAbilities' as const, setVisibleRange },
});
const listing = (...rows: CatalogEntryRowFragment[]) =>
  reply(CatalogEntriesDocument, () => ({ catalog: { __typename: 'Catalog' as const, id: 'c1', entries: connectionOf('CatalogEntryConnection', 'CatalogEntryEdge', ...rows) } }));
const problem = (code: string, message: string) => ({ __typename: 'Problem' as const, code, message, field: null });
const changed = (count: number, rows: readonly string[] = []) => ({
  __typename: 'CatalogFilling' as const,
  changed: count,
  rows: rows.map((message, index) => ({ __typename: 'CatalogFillRow' as const, catalogId: 'c1', subjectId: `s${index}`, outcome: message ? ('REFUSED' as const) : ('CHANGED' as const), problem: message ? problem('NOT_ALLOWED', message) : null })),
  catalogs: [],
});

const allowed = ['CATALOG_EDIT', 'PLAN_SET_VISIBLE_RANGE'];
const openWith = (permissions: readonly string[], catalog: CatalogPartsFragment | null, ...replies: Parameters<typeof renderPage>[2]) =>
  renderPage(server, { path: '/plans/catalogs/:catalogId', element: <CatalogPage />, at: '/plans/catalogs/c1', permissions }, [
    reply(CatalogPageDocument, () => ({ catalog })),
    reply(AudienceDirectoryDocument, () => ({ departments: [], positions: [], jobRoles: [], partnerAccounts: [] })),
    ...replies,
  ]);
const open = (catalog: CatalogPartsFragment, ...replies: Parameters<typeof renderPage>[2]) => openWith(allowed, catalog, ...replies);

describe('a catalog', () => {
  test('says for whom it is and what it lists, and moves by itself [L45, L59]', async () => {
    const { container, answer, tell } = await open(buildCatalog(), listing(entry('e1', 'Asking questions'), entry('e2', 'Sales academy', { kind: 'PLAN', plan: { __typename: 'LearningPlan', id: 'p1', lifecycle: 'ACTIVE' } })));
    expect(await screen.findByRole('link', { name: 'Sales academy' })).toHaveAttribute('href', '/plans/p1');
    expect(screen.getByText('For: People in Sales')).toBeInTheDocument();
    expect(screen.getByText('1 plan, 2 courses')).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
    answer(listing(entry('e3', 'Closing')));
    tell(CatalogMovesDocument, { catalogChanged: buildCatalog({ courseCount: 1, audienceSentence: null }) });
    expect(await screen.findByRole('link', { name: 'Closing' })).toBeInTheDocument();
    expect(screen.getByText('1 plan, 1 course')).toBeInTheDocument();
    expect(screen.getByText('For: Nobody yet')).toBeInTheDocument();
  });

  test('says what could not be loaded, and is there when asked again', async () => {
    const { user, answer } = await open(buildCatalog());
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Nothing was changed or lost.');
    answer(listing());
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Nothing in this catalog yet')).toBeInTheDocument();
  });

  test('that does not exist any more leads back to all of them', async () => {
    await openWith(allowed, null);
    expect(await screen.findByRole('link', { name: /home|start|back/i })).toHaveAttribute('href', '/plans/catalogs');
  });

  test('shows whoever may only look at it no acts [2.11]', async () => {
    await openWith(['CATALOG_READ'], buildCatalog({ viewerCan: { __typename: 'CatalogAbilities', edit: false, fillCourses: false } }), listing(entry('e1', 'Closing', { viewerCanRemove: false })));
    expect(await screen.findByRole('link', { name: 'Closing' })).toBeInTheDocument();
    for (const name of ['Add plans', 'Add courses', 'Name and description', 'Change', 'Remove the catalog', 'Take out: Closing']) expect(screen.queryByRole('button', { name })).toBeNull();
  });
});

describe('what it lists', () => {
  const finder = reply(CatalogPlanFinderDocument, () => ({ learningPlans: connectionOf('LearningPlanConnection', 'LearningPlanEdge', plan('p1', 'Sales academy'), plan('p2', 'Onboarding'), plan('p3', 'Theirs', false)) }));

  test('is filled with several plans at once, by the keyboard alone; what was refused is said [L45]', async () => {
    const { user, sent } = await open(buildCatalog(), listing(), finder, reply(AddToCatalogsDocument, () => ({ addToCatalogs: changed(1, ['', 'This plan is not yours.']) })));
    (await screen.findByRole('button', { name: 'Add plans' })).focus();
    await user.keyboard('{Enter}');
    const dialog = within(await screen.findByRole('dialog', { name: 'Add plans to the catalog' }));
    await dialog.findByRole('checkbox', { name: 'Sales academy' });
    expect(dialog.getByRole('checkbox', { name: 'Theirs' })).toBeDisabled();
    expect(dialog.getByRole('button', { name: 'Add' })).toBeDisabled();
    await waitFor(() => expect(dialog.getByRole('searchbox')).toHaveFocus());
    expect(await axeFindings(document.body)).toEqual([]);
    await user.tab();
    await user.keyboard(' ');
    await user.tab();
    await user.keyboard(' ');
    expect(dialog.getByRole('button', { name: 'Add 2 plans' })).toBeEnabled();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(sent(AddToCatalogsDocument)).toMatchObject([{ input: { catalogIds: ['c1'], planIds: ['p1', 'p2'], learningObjectIds: [] } }]));
    expect(await screen.findByText(/1 was refused: This plan is not yours\./)).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  test('stays in the dialog what was chosen, if it could not be added', async () => {
    const refused = { __typename: 'InputRefused' as const, problems: [problem('TOO_MANY_ENTRIES', 'Choose fewer.')] };
    const { user } = await open(buildCatalog(), listing(), finder, reply(AddToCatalogsDocument, () => ({ addToCatalogs: refused })));
    await user.click(await screen.findByRole('button', { name: 'Add plans' }));
    await user.click(await screen.findByRole('checkbox', { name: 'Onboarding' }));
    await user.click(screen.getByRole('button', { name: 'Add 1 plan' }));
    expect(await screen.findByText('Choose fewer.')).toBeInTheDocument();
    expect(screen.getByRole('checkbox', { name: 'Onboarding' })).toBeChecked();
  });

  test('is taken out one by one, or those that are ticked', async () => {
    const rows = [entry('e1', 'Asking'), entry('e2', 'Closing'), entry('e3', 'Academy', { kind: 'PLAN', subjectId: 'p1' })];
    const { user, sent } = await open(buildCatalog(), listing(...rows), reply(RemoveFromCatalogsDocument, () => ({ removeFromCatalogs: changed(1) })));
    await user.click(await screen.findByRole('button', { name: 'Take out: Asking' }));
    await user.click(screen.getByRole('checkbox', { name: /Closing/ }));
    await user.click(screen.getByRole('checkbox', { name: /Academy/ }));
    await user.click(screen.getByRole('button', { name: 'Take 2 out' }));
    await waitFor(() =>
      expect(sent(RemoveFromCatalogsDocument)).toMatchObject([
        { input: { catalogIds: ['c1'], planIds: [], learningObjectIds: ['s-e1'] } },
        { input: { catalogIds: ['c1'], planIds: ['p1'], learningObjectIds: ['s-e2'] } },
      ]),
    );
  });
});

describe('its acts', () => {
  test('it is named anew; what another admin saved meanwhile is shown, and overwritten only by whoever has seen it', async () => {
    const stale = { __typename: 'StaleEdit' as const, currentRowVersion: 7, problems: [problem('STALE_EDIT', 'Somebody else has changed this.')] };
    const { user, sent, answer } = await open(buildCatalog(), listing(), reply(UpdateCatalogDocument, () => ({ updateCatalog: stale })));
    await user.click(await screen.findByRole('button', { name: 'Name and description' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Name and describe “Selling”' }));
    const name = dialog.getByRole('textbox', { name: 'Name' });
    await user.clear(name);
    expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
    answer(reply(CatalogPageDocument, () => ({ catalog: buildCatalog({ name: 'Selling fast', rowVersion: 7 }) })));
    await user.type(name, 'Selling well{Enter}');
    expect(await dialog.findByText(/Somebody else has changed this\..*called “Selling fast”/)).toBeInTheDocument();
    expect(name).toHaveValue('Selling well');
    answer(reply(UpdateCatalogDocument, () => ({ updateCatalog: buildCatalog({ name: 'Selling well', rowVersion: 8 }) })));
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: /Selling well/ })).toBeInTheDocument();
    expect(sent(UpdateCatalogDocument)).toMatchObject([{ input: { catalogId: 'c1', rowVersion: 4, name: 'Selling well' } }, { input: { rowVersion: 7, name: 'Selling well' } }]);
  });

  test('it is given an audience, which is counted first [L59]', async () => {
    const { user, sent } = await open(
      buildCatalog({ audienceSentence: null }),
      listing(),
      reply(AudienceCountDocument, () => ({ audiencePreview: { __typename: 'AudiencePreview' as const, people: 12, sentence: 'Everyone', choosesEverybody: true, sample: [] } })),
      reply(UpdateCatalogDocument, () => ({ updateCatalog: buildCatalog({ audience: { kind: 'EVERYONE' }, audienceSentence: 'Everyone' }) })),
    );
    await user.click(await screen.findByRole('button', { name: 'Change' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'For whom is “Selling”?' }));
    await user.click(dialog.getByRole('radio', { name: 'Everyone' }));
    expect(await dialog.findByText(/12/)).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('For: Everyone')).toBeInTheDocument();
    expect(sent(UpdateCatalogDocument)).toMatchObject([{ input: { rowVersion: 4, audience: { kind: 'EVERYONE' } } }]);
  });

  test('it is removed after its number was repeated; when others would lose sight by then, the new number is asked for [2.0]', async () => {
    let people = 30;
    const stale = { __typename: 'InputRefused' as const, problems: [problem('STALE_PREVIEW', 'They are others by now.')] };
    const { user, sent, answer, address } = await open(
      buildCatalog(),
      listing(),
      reply(CatalogRemovalDocument, () => ({ catalogRemoval: { __typename: 'CatalogRemoval' as const, people, hidden: 1 } })),
      reply(RemoveCatalogDocument, () => ({ removeCatalog: stale })),
    );
    await user.click(await screen.findByRole('button', { name: 'Remove the catalog' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Remove the catalog “Selling”?' }));
    expect(dialog.getByText('30 people will no longer find something of it.')).toBeInTheDocument();
    people = 31;
    await user.type(dialog.getByRole('textbox'), '30{Enter}');
    expect(await dialog.findByRole('alert')).toHaveTextContent('They are others by now.');
    expect(await dialog.findByText('31 people will no longer find something of it.')).toBeInTheDocument();
    answer(reply(RemoveCatalogDocument, () => ({ removeCatalog: { __typename: 'CatalogRemoved' as const, catalogId: 'c1' } })));
    await user.clear(dialog.getByRole('textbox'));
    await user.type(dialog.getByRole('textbox'), '31{Enter}');
    await waitFor(() => expect(address()).toBe('/plans/catalogs'));
    expect(sent(RemoveCatalogDocument)).toMatchObject([{ input: { people: 30 } }, { input: { people: 31 } }]);
  });

  test('it is not removed while nobody knows who would lose sight of something', async () => {
    const { user, answer } = await open(buildCatalog(), listing());
    await user.click(await screen.findByRole('button', { name: 'Remove the catalog' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Remove the catalog “Selling”?' }));
    expect(await dialog.findByRole('alert')).toBeInTheDocument();
    expect(dialog.queryByRole('button', { name: 'Remove the catalog' })).toBeNull();
    answer(reply(CatalogRemovalDocument, () => ({ catalogRemoval: { __typename: 'CatalogRemoval' as const, people: 0, hidden: 0 } })));
    await user.click(dialog.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Nobody loses sight of anything by that.')).toBeInTheDocument();
  });
});

test('a catalog is made by whoever may, by the keyboard, and gone to; a name that there is already is refused where it was typed', async () => {
  const page = { path: '/plans/catalogs', element: <CatalogsPage />, permissions: allowed };
  const taken = { __typename: 'InputRefused' as const, problems: [{ ...problem('DUPLICATED_NAME', 'There is one of this name.'), field: 'name' }] };
  const { user, answer, address } = await renderPage(server, page, [
    reply(CatalogListDocument, () => ({ catalogs: connectionOf('CatalogConnection', 'CatalogEdge', buildCatalog()) })),
    reply(CreateCatalogDocument, () => ({ createCatalog: taken })),
  ]);
  expect(await screen.findByRole('row', { name: /Selling.*People in Sales.*1.*2/ })).toBeInTheDocument();
  screen.getByRole('button', { name: 'Create a catalog' }).focus();
  await user.keyboard('{Enter}');
  const dialog = within(await screen.findByRole('dialog', { name: 'Create a catalog' }));
  await waitFor(() => expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveFocus());
  await user.keyboard('Selling{Enter}');
  expect(await dialog.findByText('There is one of this name.')).toBeInTheDocument();
  answer(reply(CreateCatalogDocument, () => ({ createCatalog: buildCatalog({ id: 'c2' }) })));
  await user.keyboard(' more{Enter}');
  await waitFor(() => expect(address()).toBe('/plans/catalogs/c2'));
});
