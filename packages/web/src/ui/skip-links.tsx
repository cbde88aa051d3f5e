import type { MouseEvent } from 'react';
import { useTranslation } from '../i18n/use-translation.tsx';
import classes from './skip-links.module.css';

/** The ids that skip links lead to; the shells put them on their landmarks. */
export const landmarkIds = { content: 'content', navigation: 'navigation' } as const;

const both = ['content', 'navigation'] as const;

/** The first stops of the keyboard: straight to the content, or to the navigation where there is one. */
export function SkipLinks({ to = both }: { to?: readonly (keyof typeof landmarkIds)[] }) {
  const { t } = useTranslation('ui');
  const focus = (id: string) => (event: MouseEvent) => {
    event.preventDefault();
    document.getElementById(id)?.focus();
  };
  return (
    <div className={classes.root}>
      {to.map((place) => (
        <a key={place} href={`#${landmarkIds[place]}`} onClick={focus(landmarkIds[place])}>
          {t(`skip.${place}`)}
        </a>
      ))}
    </div>
  );
}
