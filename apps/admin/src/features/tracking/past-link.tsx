import { Anchor } from '@mantine/core';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link } from 'react-router';
import { paths } from '../../paths.ts';

/** From how people get on to how they stood on a day of the past. */
export function PastLink({ planId }: { planId: string }) {
  const { t } = useTranslation('past');
  return (
    <Anchor component={Link} size="sm" to={paths.planAsOf.to({ planId })}>
      {t('open')}
    </Anchor>
  );
}
