import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { CompletableItemsDocument, CompletionPartnersDocument, CompletionPeopleDocument, PreviewAddCompletionsDocument, PreviewRevokeCompletionsDocument } from '../features/completions/completion-acts.generated.ts';
import { DepartmentChoicesDocument } from '../features/directory/department-filter.generated.ts';
import { TrainingPartnersDocument, TrainingProgressChangedDocument, TrainingProgressListDocument, TrainingProgressTotalDocument, type TrainingRecordRowFragment } from '../features/training-progress/training-progress.generated.ts';
import { RemoveViewDocument, SaveViewDocument, SavedViewsDocument } from '../features/saved-views/saved-views.generated.ts';
import { buildOperation, countOf, operationIs, rowsAre } from '../testing/operations.ts';
import { connectionOf, renderPage, type Reply, reply } from '../testing/render-admin.tsx';
import { TrainingProgressPage } from './training-progress-page.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const completed: TrainingRecordRowFragment = {
  __typename: 'TrainingRecord',
  id: 'ana:ropes',
  state: 'COMPLETED',
  progress: 1,
  completedOn: '2026-03-02',
  startedOn: null,
  origin: 'IMPORT',
  person: { __typename: 'Person', id: 'ana', displayName: 'Ana', partnerAccount: { __typename: 'Named', id: 'allied', name: 'Allied' } },
  learningObject: { __typename: 'LearningObject', id: 'ropes', name: 'Ropes' },
  plan: null,
};
const begun: TrainingRecordRowFragment = {
  ...completed,
  id: 'ben:safety',
  state: 'IN_PROGRESS',
  progress: 0.425,
  completedOn: null,
  startedOn: '2026-03-01',
  origin: null,
  person: { __typename: 'Person', id: 'ben', displayName: 'Ben', partnerAccount: null },
  learningObject: null,
  plan: { __typename: 'LearningPlan', id: 'safety', name: 'Safety' },
};

/** Courses hold what is complete, certifications what was begun; a search for somebody else finds nothing. */
const open = (at: string, permissions: readonly string[] = [], ...more: Reply[]) => {
  const rowsOf = (type: string, search?: string | null) => (search === 'nobody' ? [] : type === 'COURSE' ? [completed] : type === 'CERTIFICATION' ? [begun] : []);
  return renderPage(server, { path: '/progress/training', at: `/progress/training${at}`, element: <TrainingProgressPage />, permissions }, [
    reply(TrainingProgressListDocument, ({ type, filter }) => ({ trainingProgress: connectionOf('TrainingRecordConnection', 'TrainingRecordEdge', ...rowsOf(type, filter?.search)) })),
    reply(TrainingProgressTotalDocument, ({ type, filter }) => ({ trainingProgressCount: rowsOf(type, filter?.search).length })),
    reply(TrainingPartnersDocument, () => ({ partnerAccounts: [{ __typename: 'Named' as const, id: 'allied', name: 'Allied' }] })),
    reply(DepartmentChoicesDocument, () => ({ departments: [{ __typename: 'Department' as const, id: 'sales', name: 'Sales', path: ['Sales'] }] })),
    reply(SavedViewsDocument, () => ({ savedViews: [] })),
    ...more,
  ]);
};

test('a completed record tells who, what, on which day, by what and for which partner; both lead on [U5, U6, U12]', async () => {
  const { container } = await open('');
  const row = await screen.findByRole('row', { name: /Ana/ });
  expect(row).toHaveTextContent('Completed');
  expect(row).toHaveTextContent('Mar 2, 2026');
  expect(row).toHaveTextContent('A file');
  expect(row).toHaveTextContent('Allied');
  expect(within(row).getByRole('link', { name: 'Ana' })).toHaveAttribute('href', '/people/ana');
  expect(within(row).getByRole('link', { name: 'Ropes' })).toHaveAttribute('href', '/content/ropes');
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Training progress 1'));
  expect(await axeFindings(container)).toEqual([]);
});

test('a tab shows its own kind and keeps what narrows the list [U4, U7]', async () => {
  const { user, sent } = await open('?progress=IN_PROGRESS&q=be');
  await user.click(await screen.findByRole('tab', { name: 'Certifications' }));
  const row = await screen.findByRole('row', { name: /Ben/ });
  expect(row).toHaveTextContent('In progress, 42%');
  expect(row).toHaveTextContent('Begun Mar 1, 2026');
  expect(within(row).getByRole('link', { name: 'Safety' })).toHaveAttribute('href', '/plans/safety');
  expect(screen.queryByText('Ana')).toBeNull();
  expect(sent(TrainingProgressListDocument).at(-1)).toMatchObject({ type: 'CERTIFICATION', filter: { state: 'IN_PROGRESS', search: 'be', origins: null } });
});

test('both states together narrow nothing, and what the address makes up is no filter [U7]', async () => {
  const { sent } = await open('?type=NONE&progress=COMPLETED&progress=IN_PROGRESS&origin=MANUAL&origin=MAGIC');
  await screen.findByRole('row', { name: /Ana/ });
  expect(sent(TrainingProgressListDocument)).toMatchObject([{ type: 'COURSE', filter: { state: null, search: null, origins: ['MANUAL'] } }]);
});

test('training, partner, department and days narrow it together; a day that the address makes up is none [U7]', async () => {
  const { user, sent } = await open('?department=sales&from=2026-03-01&to=2026-02-30');
  await screen.findByRole('row', { name: /Ana/ });
  await user.type(screen.getByRole('textbox', { name: 'Name of the training' }), 'rop');
  await user.click(screen.getByRole('combobox', { name: 'Partner' }));
  await user.click(await screen.findByRole('option', { name: 'Allied' }));
  await waitFor(() => expect(sent(TrainingProgressListDocument).at(-1)).toMatchObject({ filter: { itemSearch: 'rop', partnerAccountId: 'allied', departmentId: 'sales', from: '2026-03-01', to: null } }));
});

test('where nothing matches, the filters are cleared in one step; where nothing is, the next step is offered', async () => {
  const { user } = await open('?q=nobody');
  await user.click((await screen.findAllByRole('button', { name: /clear/i })).at(-1)!);
  expect(await screen.findByRole('row', { name: /Ana/ })).toBeInTheDocument();
  await user.click(screen.getByRole('tab', { name: 'Plans' }));
  expect(await screen.findByText('Nobody has begun anything here')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'To the assignments' })).toHaveAttribute('href', '/assignments');
});

const refused = (code: string, message: string, field: string) => ({ __typename: 'InputRefused' as const, problems: [{ __typename: 'Problem' as const, code, message, field }] });

test('whoever may not change completions selects none and records none [2.11]', async () => {
  await open('');
  await screen.findByRole('row', { name: /Ana/ });
  expect(screen.queryByRole('checkbox')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Record completions' })).toBeNull();
  expect(screen.queryByRole('link', { name: 'Import completions' })).toBeNull();
});

test('a completion is recorded: type, training, people and day are asked for, and what is refused stands at its field [U10, U11]', async () => {
  const { user, sent } = await open(
    '?type=CERTIFICATION',
    ['COMPLETIONS_CHANGE'],
    reply(CompletableItemsDocument, ({ type }) => ({ completableItems: [{ __typename: 'CompletableItem' as const, id: `${type}-1`, name: type === 'COURSE' ? 'Ropes' : 'Climber' }] })),
    reply(CompletionPartnersDocument, () => ({ partnerAccounts: [{ __typename: 'Named' as const, id: 'allied', name: 'Allied' }] })),
    reply(CompletionPeopleDocument, () => ({ people: connectionOf('PersonConnection', 'PersonEdge', { __typename: 'Person' as const, id: 'ana', displayName: 'Ana', employeeNumber: 'N1' }) })),
    reply(PreviewAddCompletionsDocument, () => ({ previewAddCompletions: refused('COMPLETION_DAY_AHEAD', 'That day lies ahead.', 'completedOn') })),
  );
  await user.click(await screen.findByRole('button', { name: 'Record completions' }));
  const drawer = within(await screen.findByRole('dialog', { name: 'Record completions' }));
  expect(drawer.getByRole('combobox', { name: 'Training type' })).toHaveValue('Certification');
  await user.click(drawer.getByRole('combobox', { name: 'Training type' }));
  await user.click(await screen.findByRole('option', { name: 'Course' }));
  await user.click(drawer.getByRole('combobox', { name: /^Training\b(?! type)/ }));
  await user.click(await screen.findByRole('option', { name: 'Ropes' }));
  await user.click(drawer.getByRole('combobox', { name: /Who has completed it/ }));
  await user.click(await screen.findByRole('option', { name: 'Ana · N1' }));
  expect(drawer.getByRole('button', { name: 'Show preview' })).toBeDisabled();
  await user.type(drawer.getByLabelText(/Completed on/), '2026-03-02');
  await user.click(drawer.getByRole('button', { name: 'Show preview' }));
  expect(await drawer.findByText('That day lies ahead.')).toBeInTheDocument();
  expect(sent(PreviewAddCompletionsDocument)).toMatchObject([{ input: { type: 'COURSE', itemId: 'COURSE-1', personIds: ['ana'], completedOn: '2026-03-02', again: false, evidenceFileId: null } }]);
});

test('what is ticked is taken back with a reason; the preview tells what else it comes to [U29–U33]', async () => {
  const effects = { __typename: 'RevocationEffects' as const, coursesInProgress: 2, coursesResting: 1, plansInProgress: 0, plansResting: 3 };
  const operation = buildOperation({ kind: 'REVOKE_COMPLETIONS', title: { item: 'Ropes' }, rowsTotal: 1, counts: [countOf('REVOKED', 1)], revocationEffects: effects });
  const { user, sent } = await open('', ['COMPLETIONS_CHANGE'], operationIs(operation), rowsAre(), reply(PreviewRevokeCompletionsDocument, () => ({ previewRevokeCompletions: { __typename: 'Operation' as const, id: 'o1' } })));
  await user.click(await screen.findByRole('checkbox', { name: /Ana: Ropes/ }));
  await user.click(screen.getByRole('button', { name: 'Take back' }));
  const drawer = within(await screen.findByRole('dialog', { name: 'Take completions back' }));
  expect(drawer.getByRole('button', { name: 'Show preview' })).toBeDisabled();
  await user.type(drawer.getByRole('textbox', { name: /Reason/ }), 'Wrong person');
  await user.click(drawer.getByRole('checkbox', { name: /Take back too/ }));
  await user.click(drawer.getByRole('button', { name: 'Show preview' }));
  expect(await drawer.findByText('Courses in progress that lose percent: 2 · Completed courses that rest on them: 1 · Completed plans that rest on them: 3')).toBeInTheDocument();
  expect(drawer.getByText('No longer have it completed')).toBeInTheDocument();
  expect(sent(PreviewRevokeCompletionsDocument)).toMatchObject([{ input: { type: 'COURSE', records: [{ personId: 'ana', itemId: 'ropes' }], filter: null, reason: 'Wrong person', cascade: 'PARENTS' } }]);
});

test('what changes elsewhere is offered and not pushed in; what the list shows already is not, and one click shows the rest [U5, U12]', async () => {
  const { user, tell, answer, sent } = await open('');
  await screen.findByRole('row', { name: /Ana/ });
  const change = (changes: readonly { readonly id: string; readonly state: 'COMPLETED' | 'IN_PROGRESS' | null; readonly onDate: string | null }[], count = changes.length) =>
    tell(TrainingProgressChangedDocument, { trainingProgressChanged: { __typename: 'TrainingProgressChange', cursor: `c${count}`, count, changes: changes.map((each) => ({ __typename: 'TrainingRecordChange', ...each })) } });
  change([{ id: completed.id, state: 'COMPLETED', onDate: '2026-03-02' }, { id: 'eve:ropes', state: null, onDate: null }]);
  change([{ id: 'cid:ropes', state: 'COMPLETED', onDate: '2026-03-05' }, { id: completed.id, state: null, onDate: null }], 3);
  expect(await screen.findByRole('button', { name: 'Show 3 changes' })).toBeInTheDocument();
  expect(screen.getByRole('row', { name: /Ana/ })).toBeInTheDocument();
  const cid = { ...completed, id: 'cid:ropes', completedOn: '2026-03-05', person: { ...completed.person, id: 'cid', displayName: 'Cid' } };
  answer(reply(TrainingProgressListDocument, () => ({ trainingProgress: connectionOf('TrainingRecordConnection', 'TrainingRecordEdge', cid) })));
  const before = sent(TrainingProgressListDocument).length;
  await user.click(screen.getByRole('button', { name: 'Show 3 changes' }));
  expect(await screen.findByRole('row', { name: /Cid/ })).toBeInTheDocument();
  expect(sent(TrainingProgressListDocument)).toHaveLength(before + 1);
  await waitFor(() => expect(screen.queryByRole('button', { name: /Show .* change/ })).toBeNull());
});

test('the list is kept as it is narrowed, by a name of its own; a view opens all of it, and tells when it was narrowed otherwise since', async () => {
  const late = { __typename: 'SavedView' as const, id: 'v1', name: 'Late', query: 'progress=IN_PROGRESS&type=CERTIFICATION' };
  const { user, sent, answer } = await open('?type=CERTIFICATION&progress=IN_PROGRESS');
  await user.click(await screen.findByRole('button', { name: 'Views' }));
  expect(await screen.findByText('You keep no view of this list yet.')).toBeInTheDocument();
  await user.click(screen.getByRole('menuitem', { name: 'Save as a new view …' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Save this view' }));
  answer(reply(SaveViewDocument, () => ({ saveView: { __typename: 'InputRefused' as const, problems: [{ __typename: 'Problem' as const, code: 'DUPLICATED_NAME', message: 'You have “Late” already.', field: 'name' }] } })));
  await user.type(dialog.getByRole('textbox', { name: /Name/ }), 'Late');
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await dialog.findByText('You have “Late” already.')).toBeInTheDocument();
  answer(reply(SaveViewDocument, () => ({ saveView: late })), reply(SavedViewsDocument, () => ({ savedViews: [late] })));
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('button', { name: 'View: Late' })).toBeInTheDocument();
  expect(sent(SaveViewDocument).at(-1)).toMatchObject({ input: { page: 'TRAINING_PROGRESS', id: null, name: 'Late', query: 'progress=IN_PROGRESS&type=CERTIFICATION' } });
  await user.click(screen.getByRole('tab', { name: 'Courses' }));
  expect(await screen.findByRole('button', { name: 'View: Late, changed' })).toBeInTheDocument();
  answer(reply(SaveViewDocument, () => ({ saveView: { __typename: 'NotFound' as const, problems: [{ __typename: 'Problem' as const, code: 'NOT_FOUND', message: 'It is gone.', field: null }] } })));
  await user.click(screen.getByRole('button', { name: 'View: Late, changed' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Save the changes to “Late”' }));
  await waitFor(() => expect(sent(SaveViewDocument).at(-1)).toMatchObject({ input: { id: 'v1', name: 'Late', query: 'progress=IN_PROGRESS&type=COURSE' } }));
  await user.click(screen.getByRole('button', { name: 'View: Late, changed' }));
  await user.click(await screen.findByRole('menuitem', { name: /^Late/ }));
  expect(await screen.findByRole('row', { name: /Ben/ })).toBeInTheDocument();
  expect(screen.getByRole('tab', { name: 'Certifications' })).toHaveAttribute('aria-selected', 'true');

  answer(reply(RemoveViewDocument, () => ({ removeView: { __typename: 'ViewRemoved' as const, id: 'v1' } })), reply(SavedViewsDocument, () => ({ savedViews: [] })));
  await user.click(screen.getByRole('button', { name: 'View: Late' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Remove “Late”' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Remove the view' }));
  expect(await screen.findByRole('button', { name: 'Views' })).toBeInTheDocument();
  expect(screen.getByRole('row', { name: /Ben/ })).toBeInTheDocument();
});

test('on a phone the fields that narrow the list are one button, which says how many are set', async () => {
  const wide = globalThis.matchMedia;
  globalThis.matchMedia = (media) => Object.assign(wide(media), { matches: media.includes('max-width') });
  try {
    const { user } = await open('?training=Ropes&from=2026-01-01');
    const toggle = await screen.findByRole('button', { name: 'More filters (2)' });
    expect(screen.queryByLabelText('From')).toBeNull();
    await user.click(toggle);
    expect(screen.getByLabelText('From')).toHaveValue('2026-01-01');
    expect(screen.getByRole('button', { name: 'More filters (2)' })).toHaveAttribute('aria-expanded', 'true');
  } finally {
    globalThis.matchMedia = wide;
  }
});
