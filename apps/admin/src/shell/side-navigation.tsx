import { useViewer } from '@milepost/web/session/session-context.tsx';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@milepost/web/ui/icons.ts';
import { landmarkIds } from '@milepost/web/ui/skip-links.tsx';
import { useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { NavLink } from 'react-router';
import { paths } from '../paths.ts';
import { isOpenTo, sections } from './sections.ts';
import classes from './side-navigation.module.css';

const storageKey = 'milepost.admin.navigation';

function storedCollapsed(): boolean {
  try {
    return localStorage.getItem(storageKey) === 'collapsed';
  } catch {
    return false;
  }
}

/** The sections that one may see; can be narrowed to icons, which this browser remembers. */
export function SideNavigation({ openOnPhone }: { openOnPhone: boolean }) {
  const { t } = useTranslation(['admin', 'ui']);
  const { permissions } = useViewer();
  const [collapsed, setCollapsed] = useState(storedCollapsed);
  const toggle = () => {
    setCollapsed(!collapsed);
    try {
      localStorage.setItem(storageKey, collapsed ? 'open' : 'collapsed');
    } catch {
      // Without storage it holds until the page is loaded again.
    }
  };
  const IconToggle = collapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <nav
      id={landmarkIds.navigation}
      tabIndex={-1}
      className={classes.root}
      aria-label={t('ui:navigation.main')}
      data-collapsed={collapsed || undefined}
      data-open-on-phone={openOnPhone || undefined}
    >
      <ul className={classes.list}>
        {sections.filter((section) => isOpenTo(section, permissions)).map(({ id, icon: IconShown }) => (
          <li key={id}>
            <NavLink to={paths[id].to()} end={id === 'home'} className={classes.link} title={collapsed ? t(`nav.${id}`) : undefined}>
              <IconShown size={20} stroke={1.7} aria-hidden />
              <span className={classes.word}>{t(`nav.${id}`)}</span>
            </NavLink>
          </li>
        ))}
      </ul>
      <button type="button" className={classes.toggle} aria-expanded={!collapsed} title={collapsed ? t('ui:navigation.expand') : undefined} onClick={toggle}>
        <IconToggle size={20} stroke={1.7} aria-hidden />
        <span className={classes.word}>{collapsed ? t('ui:navigation.expand') : t('ui:navigation.collapse')}</span>
      </button>
    </nav>
  );
}
