import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { renderAdmin, reply } from '../../testing/render-admin.tsx';
import { PlanTotals } from './plan-totals.tsx';
import { TrackedPeople } from './tracked-people.tsx';
import {
  PlanTotalsChangedDocument,
  PlanTotalsDocument,
  type PlanTotalsPartsFragment,
  TrackedPeopleChangedDocument,
  TrackedPeopleDocument,
  type TrackedPersonFragment,
} from './tracking.generated.ts';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

function buildTracked(id: string, name: string, overrides: Partial<TrackedPersonFragment> = {}): TrackedPersonFragment {
  return {
    __typename: 'Enrollment',
    id,
    cycle: 1,
    isCurrent: true,
    status: 'NOT_STARTED',
    overdue: false,
    progress: 0,
    stepsHeld: [],
    completionClass: null,
    completedOn: null,
    completedLate: false,
    due: { __typename: 'EffectiveDue', date: '2027-06-30', endsAt: '2027-06-30T15:59:59.999Z', timeZone: 'Asia/Shanghai' },
    person: { __typename: 'Person', id: `person-${id}`, displayName: name, employeeNumber: null, department: null },
    ...overrides,
  };
}
const totals = (notStarted: number, completed: number): PlanTotalsPartsFragment =>
  ({
    __typename: 'PlanProgress',
    planId: 'p1',
    total: notStarted + completed,
    overdue: 0,
    counts: [
      { __typename: 'StatusCount', status: 'NOT_STARTED', people: notStarted },
      { __typename: 'StatusCount', status: 'COMPLETED', people: completed },
    ],
    completions: [],
  });
const people = (...rows: TrackedPersonFragment[]) =>
  reply(TrackedPeopleDocument, () => ({
    enrollments: {
      __typename: 'EnrollmentConnection' as const,
      edges: rows.map((node) => ({ __typename: 'EnrollmentEdge' as const, node })),
      pageInfo: { __typename: 'PageInfo' as const, hasNextPage: false, endCursor: rows.at(-1)?.id ?? null },
    },
  }));
const change = (type: string, cursor: string, ...enrollments: TrackedPersonFragment[]) => ({
  enrollmentChanged: { __typename: 'EnrollmentChange' as const, cursor, type, enrollmentIds: enrollments.map((each) => each.id), enrollments },
});

const links = { person: (id: string) => `/people/${id}`, assignment: (id: string) => `/assignments/${id}` };

const open = (...rows: TrackedPersonFragment[]) =>
  renderAdmin(
    server,
    <>
      <PlanTotals planId="p1" />
      <TrackedPeople subject={{ planId: 'p1' }} departmentFilter={null} links={links} />
    </>,
    [people(...rows), reply(PlanTotalsDocument, () => ({ planProgress: totals(2, 0) }))],
  );
const names = () => within(screen.getByRole('table')).getAllByRole('rowheader').map((cell) => within(cell).getByRole('link').textContent);

test('a change moves its row and the totals in place, without asking again [D4, D28]', async () => {
  const { tell, sent } = await open(buildTracked('e1', 'Mia Chen'), buildTracked('e2', 'Jonas Weber'));
  const row = await screen.findByRole('row', { name: /Mia Chen/ });
  expect(row).toHaveTextContent('Not started');
  tell(TrackedPeopleChangedDocument, change('enrollment.changed', '11', buildTracked('e1', 'Mia Chen', { status: 'COMPLETED', progress: 1, completedOn: '2027-01-04' })));
  await waitFor(() => expect(row).toHaveTextContent('Completed'));
  expect(names()).toEqual(['Mia Chen', 'Jonas Weber']);
  tell(PlanTotalsChangedDocument, { planProgressChanged: totals(1, 1) });
  await waitFor(() => expect(screen.getByRole('img', { name: /By status/ })).toHaveAccessibleName(/Completed 1/));
  expect(sent(TrackedPeopleDocument)).toHaveLength(1);
});

test('people who come are offered, and do not move the list until one asks for them', async () => {
  const { tell, user, answer } = await open(buildTracked('e1', 'Mia Chen'));
  await screen.findByRole('row', { name: /Mia Chen/ });
  const comes = buildTracked('e3', '李婷');
  tell(TrackedPeopleChangedDocument, change('enrollments.assigned', '12', comes));
  const offer = await screen.findByRole('button', { name: 'Show 1 new' });
  expect(names()).toEqual(['Mia Chen']);
  answer(people(comes));
  await user.click(offer);
  await waitFor(() => expect(names()).toEqual(['Mia Chen', '李婷']));
  expect(screen.queryByRole('button', { name: 'Show 1 new' })).toBeNull();
});

test('a figure leads to the people behind it, and the filters stand in the address', async () => {
  const { user, address, sent } = await open(buildTracked('e1', 'Mia Chen'));
  await screen.findByRole('row', { name: /Mia Chen/ });
  await user.click(within(screen.getByRole('list', { name: 'How people get on' })).getByRole('link', { name: /Overdue/ }));
  expect(address()).toBe('/?overdue=yes');
  await waitFor(() => expect(sent(TrackedPeopleDocument).at(-1)).toMatchObject({ filter: { planId: 'p1', overdue: true } }));
});

test('rows of one person say which cycle they are, and one that has become former says so at once', async () => {
  const { tell, user, address, sent } = await open(buildTracked('e1', 'Mia Chen'));
  const row = await screen.findByRole('row', { name: /Mia Chen/ });
  expect(row).not.toHaveTextContent('Cycle');
  const second = buildTracked('e2', 'Mia Chen', { cycle: 2 });
  tell(TrackedPeopleChangedDocument, change('enrollments.assigned', '13', buildTracked('e1', 'Mia Chen', { isCurrent: false }), second));
  await waitFor(() => expect(row).toHaveTextContent('Cycle 1 · former'));
  expect(await screen.findByRole('button', { name: 'Show 1 new' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Filter: Cycles' }));
  await user.click(await screen.findByRole('checkbox', { name: 'Former ones too' }));
  expect(address()).toBe('/?cycles=all');
  await waitFor(() => expect(sent(TrackedPeopleDocument).at(-1)).toMatchObject({ filter: { planId: 'p1', cycles: 'ALL' } }));
});

test('whoever began by themselves has a tab; while it is empty it says why, and offers no filter to take away [L38]', async () => {
  const { user, address } = await open();
  expect(await screen.findByRole('heading', { name: 'Nobody has it yet' })).toBeInTheDocument();
  await user.click(screen.getByRole('radio', { name: /Registered/ }));
  expect(address()).toBe('/?by=registered');
  expect(await screen.findByRole('heading', { name: 'Nobody has begun it by themselves' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Clear filters' })).toBeNull();
});
