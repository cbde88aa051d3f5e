import { useViewer } from '@milepost/web/session/session-context.tsx';
import { IconBell } from '@milepost/web/ui/icons.ts';
import { useAnnounce } from '@milepost/web/ui/live-region.tsx';
import { ForScreenReaders } from '@milepost/web/ui/plain-text.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useEffect } from 'react';
import { NavLink } from 'react-router';
import { paths } from '../../paths.ts';
import classes from './inbox-link.module.css';
import { useLiveUnread, useUnread } from './use-unread.ts';

/** Leads to the inbox; its name says live how much of that is unread, and what comes is read out. */
export function InboxLink() {
  const { t } = useTranslation('learner');
  useLiveUnread(useViewer().personId);
  const unread = useUnread() ?? 0;
  const said = unread > 0 && t('unread', { count: unread });
  const announce = useAnnounce();
  useEffect(() => {
    if (said) announce(said);
  }, [said, announce]);
  return (
    <NavLink to={paths.inbox.to()} className={classes.link}>
      <IconBell size={22} stroke={1.7} aria-hidden />
      <ForScreenReaders>
        {t('nav.inbox')}
        {said && `, ${said}`}
      </ForScreenReaders>
      {said && (
        <span className={classes.count} aria-hidden>
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </NavLink>
  );
}
