import { AssignmentList } from '../features/assignments/assignment-list.tsx';
import { AssignButton } from './assign-drawer.tsx';

/** All assignments. */
export function AssignmentsPage() {
  return <AssignmentList assign={<AssignButton />} />;
}
