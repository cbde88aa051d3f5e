import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { lazy, Suspense, useId, useRef, useState } from 'react';
import { useTranslation } from '../i18n/use-translation.tsx';
import { PersonAvatar } from '../ui/person-avatar.tsx';
import classes from './person-menu.module.css';
import { useViewer } from './session-context.tsx';

const PersonMenuItems = lazy(async () => ({ default: (await import('./person-menu-items.tsx')).PersonMenuItems }));

/** The person's own corner: profile, language, colours, sign-out. Its menu is loaded when it is opened. */
export function PersonMenu({ profilePath }: { profilePath: string }) {
  const { t } = useTranslation('ui');
  const viewer = useViewer();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <span className={classes.root}>
      <UnstyledButton
        ref={button}
        className={classes.button}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <PersonAvatar name={viewer.displayName} />
        <VisuallyHidden>{t('navigation.person', { name: viewer.displayName })}</VisuallyHidden>
      </UnstyledButton>
      {open && (
        <Suspense fallback={null}>
          <PersonMenuItems id={id} profilePath={profilePath} onClose={close} />
        </Suspense>
      )}
    </span>
  );
}
