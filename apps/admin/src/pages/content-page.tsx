import { ContentList } from '../features/content/content-list.tsx';

/** The library. */
export function ContentPage() {
  return <ContentList />;
}
