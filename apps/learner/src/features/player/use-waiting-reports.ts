import { onComeback } from '@milepost/web/apollo/connection-store.ts';
import { useEffect, useSyncExternalStore } from 'react';
import { reportQueue } from './report-queue.ts';

/**
 * How many reports of this person wait to be sent. Those left over from a visit before, or from a time without a connection, are
 * sent as soon as there is one; the code for that is loaded only if there are any.
 */
export function useWaitingReports(personId: string): number {
  const queue = reportQueue(personId);
  useEffect(() => {
    const send = () => {
      if (queue.waiting().length > 0) void import('./send-reports.ts').then(({ sendReports }) => sendReports(queue)).catch(() => {});
    };
    send();
    return onComeback(send);
  }, [queue]);
  return useSyncExternalStore(queue.subscribe, () => queue.waiting().length);
}
