import { useParams } from 'react-router';
import { AssignmentView } from '../features/assignments/assignment-view.tsx';
import { OperationReport } from '../features/operations/operation-report.tsx';

/** One assignment with the report of the bulk act that applied it. */
export function AssignmentPage() {
  const { assignmentId = '' } = useParams();
  return <AssignmentView id={assignmentId} report={(operationId) => <OperationReport id={operationId} />} />;
}
