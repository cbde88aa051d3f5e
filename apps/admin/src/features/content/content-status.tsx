import { IconArchive, IconCircleCheck, IconPencil } from '@milepost/web/ui/icons.ts';
import { Badge } from '@milepost/web/ui/status-badge.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { LearningObjectStatus } from '../../gql/schema-types.ts';

const looks = {
  DRAFT: { tone: 'neutral', icon: IconPencil },
  ACTIVE: { tone: 'success', icon: IconCircleCheck },
  RETIRED: { tone: 'neutral', icon: IconArchive },
} as const;

/** Whether a piece of content is in use. */
export function ContentStatus({ status }: { status: LearningObjectStatus }) {
  const { t } = useTranslation('content');
  return <Badge {...looks[status]} word={t(`status.${status}`)} />;
}
