import { OperationList } from '../features/operations/operation-list.tsx';

/** What works, waits or has ended in bulk. */
export function ProgressPage() {
  return <OperationList />;
}
