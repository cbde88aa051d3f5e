import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { tellReachable } from '@milepost/web/apollo/connection-store.ts';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import type { ReactElement } from 'react';
import { AssignmentListDocument } from '../features/assignments/assignments.generated.ts';
import { CatalogListDocument } from '../features/catalogs/catalogs.generated.ts';
import { ContentListDocument } from '../features/content/content.generated.ts';
import { DepartmentChoicesDocument } from '../features/directory/department-filter.generated.ts';
import { GroupListDocument } from '../features/groups/groups.generated.ts';
import { PlanListDocument } from '../features/learning-plans/plan-list.generated.ts';
import { OperationList } from '../features/operations/operation-list.tsx';
import { OperationListDocument } from '../features/operations/operation.generated.ts';
import { PeopleListDocument } from '../features/people/people.generated.ts';
import { AdminGrantsDocument, ApiClientsDocument } from '../features/settings/access.generated.ts';
import { TrainingProgressListDocument, TrainingProgressTotalDocument } from '../features/training-progress/training-progress.generated.ts';
import { connectionOf, renderPage, reply } from '../testing/render-admin.tsx';
import { AssignmentsPage } from './assignments-page.tsx';
import { CatalogsPage } from './catalogs-page.tsx';
import { ContentPage } from './content-page.tsx';
import { GroupsPage } from './groups-page.tsx';
import { PeoplePage } from './people-page.tsx';
import { PlansPage } from './plans-page.tsx';
import { SettingsPage } from './settings-page.tsx';
import { TrainingProgressPage } from './training-progress-page.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => {
  server.resetHandlers();
  tellReachable();
});
afterAll(() => server.close());

type Reply = Parameters<typeof renderPage>[2][number];

interface List {
  readonly name: string;
  readonly path: string;
  readonly at?: string;
  readonly element: ReactElement;
  /** What else the page asks. */
  readonly beside?: readonly Reply[];
  readonly empty: Reply;
  /** What an empty list says. */
  readonly says: string;
}

const nothing = <Name extends string>(name: Name) => connectionOf<`${Name}Connection`, `${Name}Edge`, never>(`${name}Connection`, `${name}Edge`);

const lists: readonly List[] = [
  { name: 'plans', path: '/plans', element: <PlansPage />, empty: reply(PlanListDocument, () => ({ learningPlans: nothing('LearningPlan') })), says: 'No training yet' },
  { name: 'catalogs', path: '/plans/catalogs', element: <CatalogsPage />, empty: reply(CatalogListDocument, () => ({ catalogs: nothing('Catalog') })), says: 'No catalogs yet' },
  { name: 'content', path: '/content', element: <ContentPage />, empty: reply(ContentListDocument, () => ({ learningObjects: nothing('LearningObject') })), says: 'The library is empty' },
  {
    name: 'people',
    path: '/people',
    element: <PeoplePage />,
    beside: [reply(DepartmentChoicesDocument, () => ({ departments: [] }))],
    empty: reply(PeopleListDocument, () => ({ people: nothing('Person'), peopleCount: 0 })),
    says: 'Nobody here yet',
  },
  { name: 'groups', path: '/people/groups', element: <GroupsPage />, empty: reply(GroupListDocument, () => ({ groups: nothing('Group'), groupCount: 0 })), says: 'No groups yet' },
  { name: 'assignments', path: '/assignments', element: <AssignmentsPage />, empty: reply(AssignmentListDocument, () => ({ assignments: nothing('Assignment') })), says: 'Nothing assigned yet' },
  { name: 'operations', path: '/progress', element: <OperationList />, empty: reply(OperationListDocument, () => ({ operations: nothing('Operation') })), says: 'No operations yet' },
  {
    name: 'training progress',
    path: '/progress/training',
    element: <TrainingProgressPage />,
    beside: [reply(TrainingProgressTotalDocument, () => ({ trainingProgressCount: 0 }))],
    empty: reply(TrainingProgressListDocument, () => ({ trainingProgress: nothing('TrainingRecord') })),
    says: 'Nobody has begun anything here',
  },
  { name: 'administrators', path: '/settings', element: <SettingsPage />, empty: reply(AdminGrantsDocument, () => ({ adminGrants: [] })), says: 'Nobody is an administrator' },
  { name: 'API keys', path: '/settings', at: '/settings?tab=keys', element: <SettingsPage />, empty: reply(ApiClientsDocument, () => ({ apiClients: [] })), says: 'No API keys yet' },
];

describe.each(lists)('the list of $name', ({ path, at = path, element, beside = [], empty, says }) => {
  const open = (...replies: Reply[]) => renderPage(server, { path, at, element }, [...beside, ...replies]);

  test('stands in the form that it will have while it is on its way', async () => {
    const { container } = await open({ ...empty, answer: () => new Promise(() => {}) });
    expect((await screen.findAllByText('Loading…')).length).toBeGreaterThan(0);
    expect(container.querySelector('[aria-busy]')).not.toBeNull();
    expect(screen.queryByText(says)).toBeNull();
  });

  test('says what happened when it could not be read and that nothing is lost; asked again, it is there, and empty it says the next step', async () => {
    const { user, answer, container } = await open();
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('This could not be loaded');
    expect(alert).toHaveTextContent('Nothing was changed or lost.');
    answer(empty);
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(says)).toBeInTheDocument();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(await axeFindings(container)).toEqual([]);
  });

  test('says that the server cannot be reached, and is there once it can be', async () => {
    const { user } = await open(empty);
    server.use(http.post('*/graphql', HttpResponse.error));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(/reach/i);
    server.use(http.post('*/graphql', async () => HttpResponse.json({ data: (await empty.answer({} as never)) as never })));
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(says)).toBeInTheDocument();
  });
});
