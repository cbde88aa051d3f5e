import { useParams } from 'react-router';
import { OperationView } from '../features/operations/operation-view.tsx';

/** One bulk act and its report. */
export function OperationPage() {
  const { operationId = '' } = useParams();
  return <OperationView id={operationId} />;
}
