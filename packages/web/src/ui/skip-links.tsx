import type { MouseEvent } from 'react';
import { useTranslation } from '../i18n/use-translation.tsx';
import classes from './skip-links.module.css';

/** The ids that skip links lead to; the shells put them on their landmarks. */
export const landmarkIds = { content: 'content', navigation: 'navigation' } as const;

/** The first stops of the keyboard: straight to the content, or to the navigation. */
export function SkipLinks() {
  const { t } = useTranslation('ui');
  const focus = (id: string) => (event: MouseEvent) => {
    event.preventDefault();
    document.getElementById(id)?.focus();
  };
  return (
    <div className={classes.root}>
      <a href={`#${landmarkIds.content}`} onClick={focus(landmarkIds.content)}>
        {t('skip.toContent')}
      </a>
      <a href={`#${landmarkIds.navigation}`} onClick={focus(landmarkIds.navigation)}>
        {t('skip.toNavigation')}
      </a>
    </div>
  );
}
