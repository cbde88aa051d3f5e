import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { waitFor } from '@testing-library/dom';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { makeReporter, reportEveryMs } from './make-reporter.ts';
import { type NewReport, type Report, reportQueue } from './report-queue.ts';
import { onReportAnswer, sendReports } from './send-reports.ts';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const now = new Date('2026-11-22T10:00:00.000Z');
const report = (overrides: Partial<NewReport> = {}): NewReport => ({
  moduleId: 'm1',
  courseId: 'c1',
  viewed: 0.5,
  reachedEnd: false,
  confirmed: false,
  resumeAt: 30,
  ...overrides,
});
const recorded = { __typename: 'LearnerCourse', id: 'c1', state: 'IN_PROGRESS', progress: 0, completedOn: null, nextModuleId: 'm1', lockedBecause: null, modules: [] };

function recordProgress(...replies: (() => Response)[]): Report[] {
  const heard: Report[] = [];
  server.use(
    http.post('*/graphql', async ({ request }) => {
      const { variables } = (await request.json()) as { variables: { input: Report } };
      heard.push(variables.input);
      return (replies[Math.min(heard.length, replies.length) - 1] ?? HttpResponse.error)();
    }),
  );
  return heard;
}
const taken = () => HttpResponse.json({ data: { recordProgress: recorded } });

test('a report that does not arrive waits, is kept over visits, and is sent later with the same id', async () => {
  const queue = reportQueue('p-offline');
  const heard = recordProgress(() => HttpResponse.error(), () => HttpResponse.json({ errors: [{ message: 'down' }] }, { status: 503 }), taken);
  queue.put(report(), now);
  await sendReports(queue);
  expect(queue.waiting()).toHaveLength(1);
  expect(localStorage.getItem('milepost.reports.p-offline')).toContain('"viewed":0.5');
  await sendReports(queue);
  expect(queue.waiting()).toHaveLength(1);
  await sendReports(queue);
  expect(queue.waiting()).toHaveLength(0);
  expect(heard.map((each) => each.clientMutationId)).toEqual(Array(3).fill(heard[0]?.clientMutationId));
});

test('of one module the newest place waits, with all that was ever reached; other modules wait beside it', () => {
  const queue = reportQueue('p-newest');
  queue.put(report({ viewed: 1, reachedEnd: true, resumeAt: 100 }), now);
  queue.put(report({ viewed: 0.2, resumeAt: 10 }), new Date(now.getTime() + 1000));
  queue.put(report({ moduleId: 'm2' }), now);
  expect(queue.waiting()).toHaveLength(2);
  expect(queue.waiting()[0]).toMatchObject({ moduleId: 'm1', viewed: 1, reachedEnd: true, resumeAt: 10, at: '2026-11-22T10:00:01.000Z' });
});

test('a newer report that came while one was under way stays', async () => {
  const queue = reportQueue('p-newer');
  queue.put(report({ viewed: 0.1 }), now);
  recordProgress(() => {
    queue.put(report({ viewed: 0.9 }), now);
    return taken();
  });
  await sendReports(queue);
  expect(queue.waiting()).toHaveLength(1);
  expect(queue.waiting()[0]?.viewed).toBe(0.9);
});

test('what the server refuses is not sent for ever: it is told why, once', async () => {
  const queue = reportQueue('p-refused');
  const heard = recordProgress(() => HttpResponse.json({ data: { recordProgress: { __typename: 'InputRefused', problems: [{ code: 'LOCKED', message: 'First do X.' }] } } }));
  const answers: unknown[] = [];
  const stop = onReportAnswer((answer) => answers.push(answer));
  queue.put(report(), now);
  await sendReports(queue);
  await sendReports(queue);
  stop();
  expect(heard).toHaveLength(1);
  expect(queue.waiting()).toHaveLength(0);
  expect(answers).toMatchObject([{ is: 'REFUSED', message: 'First do X.' }]);
});

test('who is signed out meanwhile loses nothing', async () => {
  const queue = reportQueue('p-signed-out');
  recordProgress(() => HttpResponse.json({ errors: [{ message: 'no', extensions: { code: 'UNAUTHENTICATED' } }] }, { status: 401 }));
  queue.put(report(), now);
  await sendReports(queue);
  expect(queue.waiting()).toHaveLength(1);
});

test('while one goes a report is sent at once and then not more often than every few seconds; leaving sends the last place', async () => {
  const queue = reportQueue('p-often');
  let clock = now.getTime();
  const sent: boolean[] = [];
  const reporter = makeReporter(queue, () => new Date(clock), async (_queue, { closing = false } = {}) => void sent.push(closing));
  reporter.note(report({ resumeAt: 1 }));
  await waitFor(() => expect(sent).toEqual([false]));
  for (let second = 2; second < 5; second += 1) {
    clock += 1000;
    reporter.note(report({ resumeAt: second }));
  }
  expect(clock - now.getTime()).toBeLessThan(reportEveryMs);
  expect(sent).toEqual([false]);
  expect(queue.waiting()[0]?.resumeAt).toBe(4);
  reporter.flush({ closing: true });
  expect(sent).toEqual([false, true]);
  reporter.stop();
});
