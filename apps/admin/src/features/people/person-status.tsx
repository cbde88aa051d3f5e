import { IconCircleCheck, IconPlayerPause, IconUserMinus } from '@milepost/web/ui/icons.ts';
import { Badge } from '@milepost/web/ui/status-badge.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { PersonStatus as Status } from '../../gql/schema-types.ts';

const looks = {
  ACTIVE: { tone: 'success', icon: IconCircleCheck },
  SUSPENDED: { tone: 'warning', icon: IconPlayerPause },
  LEFT: { tone: 'neutral', icon: IconUserMinus },
} as const;

/** Whether a person takes part. */
export function PersonStatus({ status }: { status: Status }) {
  const { t } = useTranslation('people');
  return <Badge {...looks[status]} word={t(`status.${status}`)} />;
}
