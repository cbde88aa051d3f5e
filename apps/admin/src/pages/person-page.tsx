import { useParams } from 'react-router';
import { PersonView } from '../features/people/person-view.tsx';

/** One person. */
export function PersonPage() {
  const { personId = '' } = useParams();
  return <PersonView key={personId} id={personId} />;
}
