import { useTranslation } from '../i18n/use-translation.tsx';
import { IconArchive, IconPencil, IconPlayerPause, IconPlayerPlay } from './icons.ts';
import { Badge, type Look } from './status-badge.tsx';

/** Every lifecycle of a plan with its tone and icon; the words come from the language. */
export const planLooks = {
  DRAFT: { tone: 'neutral', icon: IconPencil },
  ACTIVE: { tone: 'success', icon: IconPlayerPlay },
  INACTIVE: { tone: 'warning', icon: IconPlayerPause },
  ARCHIVED: { tone: 'neutral', icon: IconArchive },
} as const satisfies Record<string, Look>;

export type PlanLifecycle = keyof typeof planLooks;

/** A plan's lifecycle. */
export function PlanBadge({ lifecycle }: { lifecycle: PlanLifecycle }) {
  const { t } = useTranslation('ui');
  return <Badge {...planLooks[lifecycle]} word={t(`plan.${lifecycle}`)} />;
}
