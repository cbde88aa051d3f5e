import { useApolloClient } from '@apollo/client/react';
import { useViewer } from '@milepost/web/session/session-context.tsx';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { CourseProgressFragmentDoc } from './course-progress.generated.ts';
import { makeReporter } from './make-reporter.ts';
import { reportQueue } from './report-queue.ts';
import { onReportAnswer } from './send-reports.ts';

/** What a view of content tells while it is looked at. */
export interface Seen {
  /** 0 to 1. */
  readonly viewed: number;
  readonly resumeAt: number | null;
  readonly reachedEnd?: boolean;
  readonly confirmed?: boolean;
}

export interface ContentReporter {
  report(seen: Seen): void;
  /** Sends what was reported at once: at a pause, at an end. */
  flush(): void;
}

/**
 * Keeps a person's progress with a module while they go: what a view reports is sent every few seconds, when the page is left or
 * hidden, and later if there is no connection; the answers move the course in the cache. `refused` says why the server would not.
 */
export function useReporter(moduleId: string, courseId: string): ContentReporter & { refused: string | undefined } {
  const client = useApolloClient();
  const { personId } = useViewer();
  const [refused, setRefused] = useState<string>();
  const queue = reportQueue(personId);
  const reporter = useMemo(() => makeReporter(queue), [queue]);

  useEffect(() => {
    setRefused(undefined);
    return onReportAnswer((answer) => {
      if (answer.is === 'RECORDED') {
        const id = client.cache.identify({ ...answer.course });
        if (id) client.cache.writeFragment({ id, fragment: CourseProgressFragmentDoc, data: answer.course });
      } else if (answer.report.moduleId === moduleId) setRefused(answer.message);
    });
  }, [client, moduleId]);

  useEffect(() => {
    const leave = () => reporter.flush({ closing: true });
    const hide = () => {
      if (document.visibilityState === 'hidden') leave();
    };
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', hide);
    return () => {
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', hide);
      reporter.flush();
      reporter.stop();
    };
  }, [reporter, moduleId]);

  const report = useCallback(
    ({ viewed, resumeAt, reachedEnd = false, confirmed = false }: Seen) =>
      reporter.note({ moduleId, courseId: courseId === moduleId ? null : courseId, viewed: Math.min(1, Math.max(0, viewed)), resumeAt, reachedEnd, confirmed }),
    [reporter, moduleId, courseId],
  );
  const flush = useCallback(() => reporter.flush(), [reporter]);
  return { report, flush, refused };
}
