import { lazy, Suspense } from 'react';
import { useTranslation } from '../i18n/use-translation.tsx';
import { PersonAvatar } from '../ui/person-avatar.tsx';
import { ForScreenReaders } from '../ui/plain-text.tsx';
import { usePopup } from '../ui/use-popup.ts';
import classes from './person-menu.module.css';
import { useViewer } from './session-context.tsx';

const PersonMenuItems = lazy(async () => ({ default: (await import('./person-menu-items.tsx')).PersonMenuItems }));

/** The person's own corner: profile, language, colours, sign-out. Its menu is loaded when it is opened. */
export function PersonMenu({ profilePath }: { profilePath: string }) {
  const { t } = useTranslation('ui');
  const viewer = useViewer();
  const { id, open, toggle, close, buttonProps } = usePopup();
  return (
    <span className={classes.root}>
      <button type="button" {...buttonProps} className={classes.button} aria-haspopup="menu" onClick={toggle}>
        <PersonAvatar name={viewer.displayName} />
        <ForScreenReaders>{t('navigation.person', { name: viewer.displayName })}</ForScreenReaders>
      </button>
      {open && (
        <Suspense fallback={null}>
          <PersonMenuItems id={id} profilePath={profilePath} onClose={close} />
        </Suspense>
      )}
    </span>
  );
}
