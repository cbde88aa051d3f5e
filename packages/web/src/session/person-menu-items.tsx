import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/Menu.layer.css';
import { type MantineColorScheme, Menu, Text, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../i18n/language-context.tsx';
import { languageNames, languages } from '../i18n/languages.ts';
import { type Icon, IconCheck, IconDeviceDesktop, IconLogout, IconMoon, IconSun, IconUserCircle } from '../ui/icons.ts';
import { notify } from '../ui/notify.ts';
import classes from './person-menu.module.css';
import { useSession, useViewer } from './session-context.tsx';

const schemes: readonly { readonly scheme: MantineColorScheme; readonly icon: Icon }[] = [
  { scheme: 'auto', icon: IconDeviceDesktop },
  { scheme: 'light', icon: IconSun },
  { scheme: 'dark', icon: IconMoon },
];

/** The opened menu of a person. */
export function PersonMenuItems({ id, profilePath, onClose }: { id: string; profilePath: string; onClose(): void }) {
  const { t } = useTranslation(['ui', 'session']);
  const viewer = useViewer();
  const { leave } = useSession();
  const { language, setLanguage } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const check = <IconCheck size={16} aria-hidden />;
  return (
    <Menu opened onClose={onClose} position="bottom-end" shadow="md" width={240} id={id} returnFocus={false}>
      <Menu.Target>
        <span className={classes.anchor} aria-hidden />
      </Menu.Target>
      <Menu.Dropdown aria-labelledby={undefined} aria-label={t('navigation.person', { name: viewer.displayName })}>
        <Text px="sm" pt="xs" fw={600} size="sm">
          {viewer.displayName}
        </Text>
        <Text px="sm" pb="xs" c="dimmed" size="xs">
          {viewer.organization.name}
        </Text>
        <Menu.Item component={Link} to={profilePath} leftSection={<IconUserCircle size={16} aria-hidden />}>
          {t('session:profileLink')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('language.label')}</Menu.Label>
        {languages.map((each) => (
          <Menu.Item
            key={each}
            role="menuitemradio"
            aria-checked={each === language}
            lang={each}
            rightSection={each === language ? check : undefined}
            onClick={() => void setLanguage(each).catch(() => notify({ tone: 'danger', title: t('language.failed') }))}
          >
            {languageNames[each]}
          </Menu.Item>
        ))}
        <Menu.Label>{t('scheme.label')}</Menu.Label>
        {schemes.map(({ scheme, icon: IconShown }) => (
          <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={scheme === colorScheme}
            leftSection={<IconShown size={16} aria-hidden />}
            rightSection={scheme === colorScheme ? check : undefined}
            onClick={() => setColorScheme(scheme)}
          >
            {t(`scheme.${scheme as 'auto' | 'light' | 'dark'}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={16} aria-hidden />}
          onClick={() => void leave().catch(() => notify({ tone: 'danger', title: t('session:failed') }))}
        >
          {t('session:signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
