import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { SessionProvider } from '@milepost/web/session/session-context.tsx';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { renderApp } from '@milepost/web/testing/render-app.tsx';
import { buildViewer, sessionIs } from '@milepost/web/testing/session-server.ts';
import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { loaders } from '../i18n/loaders.ts';
import { AppRoutes } from '../router.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const module = (id: string, name: string, overrides: object = {}) => ({
  __typename: 'LearnerModule', id, name, description: '', contentKind: 'ARTICLE', durationMinutes: 5, article: `What ${name} teaches.`, url: null, fileUrl: null, mediaType: null,
  lockedBecause: null, lockedIn: null, completionRule: 'READ', completionPercent: null, state: 'NOT_STARTED', progress: 0, resumeAt: null, completedOn: null, ...overrides,
});
const course = (overrides: object) => ({
  __typename: 'LearnerCourse', id: 'c1', kind: 'COURSE', name: 'At the counter', description: '', state: 'NOT_STARTED', progress: 0, completedOn: null, nextModuleId: null, lockedBecause: null, lockedIn: null, modules: [], ...overrides,
});
const lock = { lockedBecause: 'Opens when you have finished Know it.', lockedIn: 'e7', article: null };
const planOfLock = {
  __typename: 'LearnerPlan', enrollmentId: 'e7', name: 'Sales academy', status: 'IN_PROGRESS', progress: 0.25,
  next: { __typename: 'LearnerNext', kind: 'COURSE', learningObjectId: 'c0', name: 'Portfolio', milestoneName: 'Know it', opensOn: null },
};

async function openPlayer(myCourse: object, at = '/courses/c1') {
  server.use(
    sessionIs(buildViewer()),
    http.post('*/graphql', async ({ request }) => {
      const { operationName, variables } = (await request.json()) as { operationName: string; variables: { enrollmentId?: string } };
      if (operationName === 'Course') return HttpResponse.json({ data: { myCourse } });
      return HttpResponse.json({ data: { myPlan: variables.enrollmentId === 'e7' ? planOfLock : null } });
    }),
  );
  return renderApp(
    <SessionProvider>
      <AppRoutes />
    </SessionProvider>,
    { loaders, at },
  );
}

test.each([
  ['course', course({ ...lock, modules: [module('m1', 'Doors', lock), module('m2', 'Badges', lock)] }), '/courses/c1?module=m2', 'At the counter'],
  ['module of an open course', course({ modules: [module('m1', 'Doors'), module('m2', 'Badges', lock)] }), '/courses/c1?module=m2', 'Badges'],
  ['module by itself', course({ ...lock, kind: 'MODULE', name: 'Badges', modules: [module('c1', 'Badges', lock)] }), '/courses/c1', 'Badges'],
])('a locked %s that is come to by its address says why and leads to what opens it, without content [L11]', async (_, myCourse, at, heading) => {
  const { container } = await openPlayer(myCourse, at);
  expect(await screen.findByRole('heading', { level: 1, name: heading })).toBeInTheDocument();
  const main = screen.getByRole('main');
  expect(within(main).getByText('Opens when you have finished Know it.')).toBeInTheDocument();
  expect(await within(main).findByRole('link', { name: 'Go on with: Portfolio' })).toHaveAttribute('href', '/courses/c0?plan=e7');
  expect(within(main).getByRole('link', { name: 'Back to: Learning plan' })).toHaveAttribute('href', '/plans/e7');
  expect(within(main).queryByRole('button')).toBeNull();
  expect(within(main).queryByText(/Complete when/)).toBeNull();
  expect(await axeFindings(container)).toEqual([]);
});

test('the outline marks what is locked, and going on passes it by [L11]', async () => {
  await openPlayer(course({ id: 'c2', nextModuleId: 'n1', modules: [module('n1', 'Doors', lock), module('n2', 'Badges'), module('n3', 'Keys', lock), module('n4', 'Visitors')] }), '/courses/c2');
  expect(await screen.findByText('What Badges teaches.')).toBeInTheDocument();
  const outline = screen.getByRole('navigation', { name: 'Contents' });
  expect(within(outline).getAllByRole('img', { name: 'Locked' })).toHaveLength(2);
  expect(screen.getByRole('link', { name: 'Next: Visitors' })).toBeInTheDocument();
});
