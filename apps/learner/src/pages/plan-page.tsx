import { useParams } from 'react-router';
import { MyLearningLive } from '../features/my-learning/my-learning-live.tsx';
import { PlanView } from '../features/plan/plan-view.tsx';

/** One of a person's plans, followed live. */
export function PlanPage() {
  const { enrollmentId = '' } = useParams();
  return (
    <>
      <MyLearningLive />
      <PlanView key={enrollmentId} enrollmentId={enrollmentId} />
    </>
  );
}
