import { documentId } from '@milepost/web/apollo/document-id.ts';
import { operationName } from '@milepost/web/apollo/operation-name.ts';
import { sendDocument } from '@milepost/web/apollo/send-document.ts';
import type { CourseProgressFragment } from './course-progress.generated.ts';
import { RecordProgressDocument, type RecordProgressMutation, type RecordProgressMutationVariables } from './record-progress.generated.ts';
import type { Report, ReportQueue } from './report-queue.ts';

/** What the server said to a report: the course as it is now, or why it was not recorded. */
export type ReportAnswer =
  | { readonly is: 'RECORDED'; readonly report: Report; readonly course: CourseProgressFragment }
  | { readonly is: 'REFUSED'; readonly report: Report; readonly message: string };

const listeners = new Set<(answer: ReportAnswer) => void>();
const underWay = new Set<string>();
const nobodyStops = new AbortController().signal;

/** Hears every answer to a report; returns how to stop. */
export function onReportAnswer(listener: (answer: ReportAnswer) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Sends what waits. A report leaves the queue when the server has recorded or refused it; if it does not arrive it stays for the
 * next time. `closing`: the page goes away meanwhile.
 */
export async function sendReports(queue: ReportQueue, { closing = false } = {}): Promise<void> {
  const due = queue.waiting().filter((report) => closing || !underWay.has(report.clientMutationId));
  await Promise.all(due.map((report) => send(queue, report, closing)));
}

async function send(queue: ReportQueue, report: Report, keepalive: boolean): Promise<void> {
  underWay.add(report.clientMutationId);
  const variables: RecordProgressMutationVariables = { input: report };
  try {
    const { result } = await sendDocument(
      { documentId: documentId(RecordProgressDocument), operationName: operationName(RecordProgressDocument), variables },
      { retry: false, signal: nobodyStops, keepalive },
    );
    // Neither recorded nor refused: signed out, or a fault of the server. It is sent again later.
    if (!result?.data || result.errors?.length) return;
    const { recordProgress } = result.data as RecordProgressMutation;
    queue.settle(report);
    const answer: ReportAnswer =
      recordProgress.__typename === 'LearnerCourse'
        ? { is: 'RECORDED', report, course: recordProgress }
        : { is: 'REFUSED', report, message: recordProgress.problems.map((problem) => problem.message).join(' ') };
    for (const listener of listeners) listener(answer);
  } catch {
    // Not arrived: the connection's banner tells, and its return sends what waits.
  } finally {
    underWay.delete(report.clientMutationId);
  }
}
