import { Anchor, Group } from '@mantine/core';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { NavLink } from 'react-router';
import { paths } from '../paths.ts';
import classes from './people-sections.module.css';

/** The lists of the section "People". */
export function PeopleSections() {
  const { t } = useTranslation(['admin', 'groups']);
  const lists = [
    { to: paths.people.to(), label: t('nav.people') },
    { to: paths.groups.to(), label: t('groups:title') },
  ];
  return (
    <Group component="nav" aria-label={t('nav.people')} gap="md" mb="sm">
      {lists.map(({ to, label }) => (
        <Anchor key={to} component={NavLink} to={to} end size="sm" className={classes.link}>
          {label}
        </Anchor>
      ))}
    </Group>
  );
}
