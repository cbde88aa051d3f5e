import { useParams } from 'react-router';
import { PersonView } from '../features/people/person-view.tsx';
import { TrainingProgressList } from '../features/training-progress/training-progress-list.tsx';
import { WhyTraining } from '../features/training-progress/why-training.tsx';
import { AssignButton } from './assign-drawer.tsx';
import { PersonMergeDrawer } from './person-merge-drawer.tsx';
import { PlanActDrawer } from './manage-people.tsx';

/** One person, and what can be done with what was assigned to them. */
export function PersonPage() {
  const { personId = '' } = useParams();
  return (
    <PersonView
      key={personId}
      id={personId}
      assign={(person, onClose) => <AssignButton people={[person]} onClose={onClose} />}
      training={<TrainingProgressList of={{ personId }} />}
      why={(itemId, subject, onChange) => <WhyTraining personId={personId} itemId={itemId} subject={subject} onChange={onChange} />}
      merge={(person, onClose) => <PersonMergeDrawer from={person} onClose={onClose} />}
      actOnAssignment={({ kind, subject, assignmentId }, onClose) => (
        <PlanActDrawer kind={kind} subject={subject} chosen={{ personIds: [personId], filter: null, count: 1, assignmentId }} onClose={onClose} />
      )}
    />
  );
}
