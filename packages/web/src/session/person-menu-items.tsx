import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/Menu.layer.css';
import { type MantineColorScheme, Menu, Text, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from '../i18n/use-translation.tsx';
import { Link } from 'react-router';
import { useLanguage } from '../i18n/language-context.tsx';
import { type Language, languageNames, languages } from '../i18n/languages.ts';
import { IconLogout, IconUserCircle } from '../ui/icons.ts';
import { notify } from '../ui/notify.ts';
import classes from './person-menu.module.css';
import { useSession, useViewer } from './session-context.tsx';

const schemes = ['auto', 'light', 'dark'] as const satisfies readonly MantineColorScheme[];

/** The opened menu of a person. */
export function PersonMenuItems({ id, profilePath, onClose }: { id: string; profilePath: string; onClose(): void }) {
  const { t } = useTranslation(['ui', 'session']);
  const viewer = useViewer();
  const { leave } = useSession();
  const { language, setLanguage } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu opened onClose={onClose} position="bottom-end" shadow="md" width={240} id={id} returnFocus={false}>
      <Menu.Target>
        <span className={classes.anchor} aria-hidden aria-label={t('navigation.person', { name: viewer.displayName })} />
      </Menu.Target>
      <Menu.Dropdown>
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
        <Menu.RadioGroup value={language} onChange={(next) => void setLanguage(next as Language).catch(() => notify({ tone: 'danger', title: t('language.failed') }))}>
          {languages.map((each) => (
            <Menu.RadioItem key={each} value={each} lang={each}>
              {languageNames[each]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Label>{t('scheme.label')}</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(next) => setColorScheme(next as MantineColorScheme)}>
          {schemes.map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme}>
              {t(`scheme.${scheme}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
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
