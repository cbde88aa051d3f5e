import { useViewer } from '@milepost/web/session/session-context.tsx';
import { ContentList } from '../features/content/content-list.tsx';
import { CreateCourseButton } from '../features/content/create-course.tsx';

/** The library. */
export function ContentPage() {
  const { permissions } = useViewer();
  return <ContentList create={permissions.includes('CONTENT_EDIT') && <CreateCourseButton />} />;
}
