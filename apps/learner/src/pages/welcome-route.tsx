import { LinkPage } from '@milepost/web/session/link-page.tsx';
import { paths } from '../paths.ts';

/** Where an invitation or reset link leads. */
export function WelcomeRoute() {
  return <LinkPage home={paths.home.to()} />;
}
