import { useParams } from 'react-router';
import { useViewer } from '@milepost/web/session/session-context.tsx';
import { PersonView } from '../features/people/person-view.tsx';

/** One person. */
export function PersonPage() {
  const { personId = '' } = useParams();
  const viewer = useViewer();
  return <PersonView key={personId} id={personId} mayInvite={viewer.permissions.includes('PEOPLE_EDIT')} />;
}
