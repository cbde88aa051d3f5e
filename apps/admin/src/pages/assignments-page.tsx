import { useViewer } from '@milepost/web/session/session-context.tsx';
import { AssignmentList } from '../features/assignments/assignment-list.tsx';
import { AssignButton } from './assign-drawer.tsx';

/** All assignments. */
export function AssignmentsPage() {
  const { permissions } = useViewer();
  return <AssignmentList assign={permissions.includes('PLAN_ASSIGN') && <AssignButton />} />;
}
