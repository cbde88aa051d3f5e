import { useTranslation } from '../i18n/use-translation.tsx';
import { Link } from 'react-router';
import { EmptyState } from './empty-state.tsx';
import { IconRoute } from './icons.ts';
import { usePageTitle } from './page-title.tsx';

/** The page for an address that leads nowhere, or that the reader may not see: the same answer for both. */
export function LostPage({ home }: { home: string }) {
  const { t } = useTranslation('ui');
  usePageTitle(t('error.notFoundTitle'));
  return (
    <EmptyState
      order={1}
      icon={IconRoute}
      title={t('error.notFoundTitle')}
      text={t('error.notFoundText')}
      action={<Link to={home}>{t('error.goHome')}</Link>}
    />
  );
}
