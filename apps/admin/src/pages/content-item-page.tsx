import { useParams } from 'react-router';
import { ContentView } from '../features/content/content-view.tsx';

/** One course or module. */
export function ContentItemPage() {
  const { contentId = '' } = useParams();
  return <ContentView key={contentId} id={contentId} />;
}
