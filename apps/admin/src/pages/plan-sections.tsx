import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { SectionLinks } from '@milepost/web/ui/section-links.tsx';
import { paths } from '../paths.ts';

/** The pages of plans beside each other. */
export function PlanSections() {
  const { t } = useTranslation(['catalogs', 'admin']);
  return (
    <SectionLinks
      label={t('sections')}
      links={[
        { to: paths.plans.to(), label: t('admin:nav.plans') },
        { to: paths.catalogs.to(), label: t('title') },
      ]}
    />
  );
}
