import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { PersonPageDocument } from '../features/people/people.generated.ts';
import { PersonRecordDocument, type RecordEntryFragment } from '../features/people/person-record.generated.ts';
import { ExplainTrainingDocument, ReevaluateTrainingDocument } from '../features/training-progress/why-training.generated.ts';
import { connectionOf, renderPage, reply } from '../testing/render-admin.tsx';
import { PersonPage } from './person-page.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const person = reply(PersonPageDocument, ({ id }) => ({
  person: {
    __typename: 'Person' as const, id, displayName: 'Mia Chen', email: null, employeeNumber: null, externalId: null, status: 'ACTIVE' as const, hasAccount: false, department: null, position: null,
    locale: 'en', timeZone: 'Europe/Berlin', hireDate: null, jobRole: null, manager: null, partnerAccount: null, rowVersion: 1, viewerCan: { __typename: 'PersonAbilities' as const, edit: false, assign: false },
    mergedRecords: [],
  },
}));
const ada = { __typename: 'Named' as const, id: 'ada', name: 'Ada Lindqvist' };
const reference = (id: string, name: string) => ({ __typename: 'LearningRecordReference' as const, id, name, completedOn: '2026-05-03' });
const build = (more: Partial<RecordEntryFragment>): RecordEntryFragment => ({
  __typename: 'LearningRecordEntry', key: 'k', kind: 'COMPLETED', recordedAt: '2026-05-04T10:00:00Z', completedOn: '2026-05-03', cycle: null, origin: 'AUTO', reason: null, isGivenBack: false,
  operationId: null, by: null, plan: null, learningObject: { __typename: 'LearningObject', id: 'c1', name: 'First aid' }, evidenceFile: null, restsOn: [], supports: [], revocation: null, ...more,
});
const openWith = (more: Parameters<typeof renderPage>[2], ...entries: RecordEntryFragment[]) =>
  renderPage(server, { path: '/people/:personId', element: <PersonPage />, at: '/people/p1?tab=record', permissions: ['PEOPLE_READ', 'PROGRESS_READ'] }, [
    person,
    reply(PersonRecordDocument, ({ id }) => ({
      person: { __typename: 'Person' as const, id, learningRecord: connectionOf('LearningRecordEntryConnection', 'LearningRecordEntryEdge', ...(id === 'p1' ? entries : [])) },
    })),
    ...more,
  ]);
const open = (...entries: RecordEntryFragment[]) => openWith([], ...entries);

test('each entry says what, when it was done, when it became known and through whom, and what it stands on [D4, U13, X9]', async () => {
  const { container } = await open(
    build({ key: 'k3', kind: 'REVOKED', origin: 'MANUAL', reason: 'Copied answers', by: ada, operationId: 'op2', recordedAt: '2026-06-01T10:00:00Z' }),
    build({
      key: 'k2', origin: 'MANUAL', reason: 'Certificate seen', by: ada, operationId: 'op1', evidenceFile: { __typename: 'LearningRecordFile', id: 'f1', name: 'certificate.pdf' },
      restsOn: [reference('m1', 'Bandages'), reference('m2', 'Burns')], supports: [reference('p', 'Safety')],
      revocation: { __typename: 'LearningRecordRevocation', at: '2026-06-01T10:00:00Z', reason: 'Copied answers', operationId: 'op2', by: ada },
    }),
    build({ key: 'k1', learningObject: null, plan: { __typename: 'LearningPlan', id: 'p1', name: 'Safety' }, cycle: 2, isGivenBack: true, restsOn: [reference('c1', 'First aid')] }),
  );
  const [revoked, completed, plan] = (await screen.findAllByRole('row')).slice(1) as [HTMLElement, HTMLElement, HTMLElement];
  expect(revoked).toHaveTextContent(/First aid.*Revoked.*Reason: Copied answers.*May 3, 2026.*by Ada Lindqvist/);
  expect(completed).toHaveTextContent(/Completed.*Reason: Certificate seen.*Follows from Bandages \(May 3, 2026\) and Burns \(May 3, 2026\).*Leads to Safety \(May 3, 2026\).*Revoked on .*Jun 1, 2026.* by Ada Lindqvist: Copied answers.*Recorded by an admin/);
  expect(within(completed).getByRole('link', { name: 'Evidence: certificate.pdf' })).toHaveAttribute('href', '/files/f1');
  expect(within(completed).getByRole('link', { name: 'Open the bulk act' })).toHaveAttribute('href', expect.stringContaining('/progress/operations/op1'));
  expect(plan).toHaveTextContent(/Safety.*2.*Completed, given back.*worked out from what was done.*Learned here/);
  expect(await axeFindings(container)).toEqual([]);
});

test('who has nothing on record is told what would stand there', async () => {
  await open();
  expect(await screen.findByText('Nothing on record')).toBeInTheDocument();
});

test('why something is as it is now is asked when somebody wants to know, and anew each time [2.0.4]', async () => {
  let asked = 0;
  const because = [{ text: 'Completion of May 3, 2026', subjectId: 'f1', because: [{ text: '“Burns” was completed on May 3, 2026', subjectId: 'f2', because: [] }] }];
  const explained = reply(ExplainTrainingDocument, ({ personId, itemId }) => ({
    explainTraining: { __typename: 'TrainingExplanation' as const, sentence: `${String(personId)} ${String(itemId)}: asked ${(asked += 1)} times.`, because, viewerCanReevaluate: false },
  }));
  const { user, container } = await openWith([explained], build({}));
  expect(asked).toBe(0);
  const why = await screen.findByRole('button', { name: 'Why? First aid, as it is now' });
  await user.click(why);
  const dialog = await screen.findByRole('dialog', { name: 'Why? First aid, as it is now' });
  expect(await within(dialog).findByText('p1 c1: asked 1 times.')).toBeInTheDocument();
  expect(within(dialog).getByText('“Burns” was completed on May 3, 2026')).toBeInTheDocument();
  expect(await axeFindings(container)).toEqual([]);
  await user.keyboard('{Escape}');
  await user.click(why);
  expect(await screen.findByText('p1 c1: asked 2 times.')).toBeInTheDocument();
});

test('a reason that cannot be read is said to be so', async () => {
  const { user } = await openWith([reply(ExplainTrainingDocument, () => ({ explainTraining: null }))], build({}));
  await user.click(await screen.findByRole('button', { name: 'Why? First aid, as it is now' }));
  expect(await screen.findByText('Nothing is known of it any more, or you may not read it.')).toBeInTheDocument();
});

test('what was taken back and stands by what is on record is completed again, with a reason; a refusal is said [2.8]', async () => {
  const held = reply(ExplainTrainingDocument, () => ({ explainTraining: { __typename: 'TrainingExplanation' as const, sentence: 'Not completed, though all modules are.', because: [], viewerCanReevaluate: true } }));
  let tries = 0;
  const reevaluated = reply(ReevaluateTrainingDocument, () => {
    const problems = [{ __typename: 'Problem' as const, code: 'NOTHING_HELD_BACK', message: 'It does not become complete by what is on record.', field: null }];
    const refused = { __typename: 'InputRefused' as const, problems };
    return { reevaluateTraining: (tries += 1) === 1 ? refused : { __typename: 'TrainingExplanation' as const, sentence: 'Completed on May 3, 2026.' } };
  });
  const { user, sent } = await openWith([held, reevaluated], build({ kind: 'REVOKED' }));
  await user.click(await screen.findByRole('button', { name: 'Why? First aid, as it is now' }));
  await user.click(await screen.findByRole('button', { name: 'Complete it again…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Complete it again' });
  await user.type(within(dialog).getByRole('textbox', { name: 'Reason' }), 'It was right');
  await user.click(within(dialog).getByRole('button', { name: 'Complete it again' }));
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('It does not become complete by what is on record.');
  expect(within(dialog).getByRole('textbox', { name: 'Reason' })).toHaveValue('It was right');
  expect(await axeFindings(dialog)).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Complete it again' }));
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Complete it again' })).toBeNull());
  expect(sent(ReevaluateTrainingDocument)).toMatchObject([{}, { input: { personId: 'p1', itemId: 'c1', reason: 'It was right' } }]);
  expect(sent(PersonRecordDocument).length).toBeGreaterThan(1);
});
