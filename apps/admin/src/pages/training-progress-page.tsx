import { TrainingProgressList } from '../features/training-progress/training-progress-list.tsx';

/** Who takes or has taken what. */
export function TrainingProgressPage() {
  return <TrainingProgressList />;
}
