import { type Icon, IconBooks, IconChartBar, IconClipboardList, IconHome, IconRoute, IconSettings, IconUsers } from '@milepost/web/ui/icons.ts';
import { paths } from '../paths.ts';

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

/** Whether who has these permissions may open an address: who assigns by a list need not see what others assigned. */
export function isOpenAt(pathname: string, permissions: readonly string[]): boolean {
  if (pathname === paths.importAssignment.pattern) return permissions.includes('PLAN_ASSIGN');
  const section = sectionAt(pathname);
  return section === undefined || isOpenTo(section, permissions);
}
