import { useViewer } from '@milepost/web/session/session-context.tsx';
import { IconBell } from '@milepost/web/ui/icons.ts';
import { ForScreenReaders } from '@milepost/web/ui/plain-text.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { NavLink } from 'react-router';
import { paths } from '../../paths.ts';
import classes from './inbox-link.module.css';
import { useLiveUnread, useUnread } from './use-unread.ts';

/** Leads to the inbox, and tells live how much of it is unread. */
export function InboxLink() {
  const { t } = useTranslation('learner');
  useLiveUnread(useViewer().personId);
  const unread = useUnread();
  return (
    <NavLink to={paths.inbox.to()} className={classes.link}>
      <IconBell size={22} stroke={1.7} aria-hidden />
      <ForScreenReaders>{t('nav.inbox')}</ForScreenReaders>
      <span role="status">
        {unread > 0 && (
          <>
            <span className={classes.count} aria-hidden>
              {unread > 99 ? '99+' : unread}
            </span>
            <ForScreenReaders>{t('unread', { count: unread })}</ForScreenReaders>
          </>
        )}
      </span>
    </NavLink>
  );
}
