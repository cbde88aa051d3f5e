import {
  type Icon,
  IconBooks,
  IconChartBar,
  IconClipboardList,
  IconHome,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconRoute,
  IconSettings,
  IconUsers,
} from '@milepost/web/ui/icons.ts';
import { landmarkIds } from '@milepost/web/ui/skip-links.tsx';
import { useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { NavLink } from 'react-router';
import { paths } from '../paths.ts';
import classes from './side-navigation.module.css';

const sections = [
  { id: 'home', icon: IconHome },
  { id: 'plans', icon: IconRoute },
  { id: 'content', icon: IconBooks },
  { id: 'people', icon: IconUsers },
  { id: 'assignments', icon: IconClipboardList },
  { id: 'progress', icon: IconChartBar },
  { id: 'settings', icon: IconSettings },
] as const satisfies readonly { id: keyof typeof paths; icon: Icon }[];

const storageKey = 'milepost.admin.navigation';

function storedCollapsed(): boolean {
  try {
    return localStorage.getItem(storageKey) === 'collapsed';
  } catch {
    return false;
  }
}

/** The sections of the admin's app; can be narrowed to icons, which this browser remembers. */
export function SideNavigation({ openOnPhone }: { openOnPhone: boolean }) {
  const { t } = useTranslation(['admin', 'ui']);
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
        {sections.map(({ id, icon: IconShown }) => (
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
