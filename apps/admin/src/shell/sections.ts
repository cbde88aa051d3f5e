import { type Icon, IconBooks, IconChartBar, IconClipboardList, IconHome, IconRoute, IconSettings, IconUsers } from '@milepost/web/ui/icons.ts';
import type { paths } from '../paths.ts';

interface Section {
  readonly id: keyof typeof paths;
  readonly icon: Icon;
  /** The permission without which there is nothing to see. */
  readonly needs?: string;
}

/** The sections of the admin's app in the order of its navigation. */
export const sections = [
  { id: 'home', icon: IconHome },
  { id: 'plans', icon: IconRoute, needs: 'PLAN_READ' },
  { id: 'content', icon: IconBooks, needs: 'CONTENT_READ' },
  { id: 'people', icon: IconUsers, needs: 'PEOPLE_READ' },
  { id: 'assignments', icon: IconClipboardList, needs: 'ASSIGNMENT_READ' },
  { id: 'progress', icon: IconChartBar },
  { id: 'settings', icon: IconSettings, needs: 'SETTINGS_READ' },
] as const satisfies readonly Section[];

/** Whether who has these permissions may see a section. */
export const isOpenTo = (section: Section, permissions: readonly string[]): boolean => section.needs === undefined || permissions.includes(section.needs);

/** The section that an address below the app's base belongs to, by the first part of its path. */
export const sectionAt = (pathname: string): Section | undefined => sections.find(({ id }) => id === pathname.split('/')[1]);
