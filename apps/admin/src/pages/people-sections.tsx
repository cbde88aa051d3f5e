import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { SectionLinks } from '@milepost/web/ui/section-links.tsx';
import { paths } from '../paths.ts';

const sections = ['people', 'groups', 'departments', 'positions', 'jobRoles', 'partnerAccounts'] as const;

/** The pages of the directory beside each other. */
export function PeopleSections() {
  const { t } = useTranslation('directory');
  return <SectionLinks label={t('sections.label')} links={sections.map((each) => ({ to: paths[each].to(), label: t(`sections.${each}`) }))} />;
}
