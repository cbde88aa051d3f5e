import { LostPage } from '@milepost/web/ui/lost-page.tsx';
import { paths } from '../paths.ts';

/** The page for an address that leads nowhere. */
export function LostRoute() {
  return <LostPage home={paths.home.to()} />;
}
