import type { NewReport, ReportQueue } from './report-queue.ts';
import { sendReports } from './send-reports.ts';

/** While something is being watched or read, a report is sent about so often. */
export const reportEveryMs = 5000;

export interface Reporter {
  /** Notes how far one is; it is kept at once and sent within `reportEveryMs`. */
  note(report: NewReport): void;
  /** Sends what was noted now. `closing`: the page goes away meanwhile. */
  flush(options?: { closing?: boolean }): void;
  stop(): void;
}

/** Reports progress while one goes, not more often than `reportEveryMs`; equal reports are not repeated. */
export function makeReporter(queue: ReportQueue, now: () => Date = () => new Date(), send: typeof sendReports = sendReports): Reporter {
  let last = '';
  let sentAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = ({ closing = false } = {}) => {
    clearTimeout(timer);
    timer = undefined;
    if (queue.waiting().length === 0) return;
    sentAt = now().getTime();
    void send(queue, { closing });
  };
  return {
    note: (report) => {
      const text = JSON.stringify(report);
      if (text === last) return;
      last = text;
      queue.put(report, now());
      timer ??= setTimeout(flush, Math.max(0, sentAt + reportEveryMs - now().getTime()));
    },
    flush,
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
