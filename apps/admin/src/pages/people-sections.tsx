import { Anchor, Group } from '@mantine/core';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { NavLink } from 'react-router';
import { paths } from '../paths.ts';

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
        <Anchor key={to} component={NavLink} to={to} end size="sm">
          {label}
        </Anchor>
      ))}
    </Group>
  );
}
