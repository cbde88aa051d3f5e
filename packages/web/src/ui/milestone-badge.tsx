import { useTranslation } from '../i18n/use-translation.tsx';
import { IconCalendarClock, IconCheckupList, IconCircle, IconCircleCheck, IconCircleMinus, IconLock, IconProgress } from './icons.ts';
import { Badge, type Look } from './status-badge.tsx';

/** Every state of a milestone with its tone and icon; the words come from the language. */
export const milestoneLooks = {
  NOT_RELEASED: { tone: 'neutral', icon: IconCalendarClock },
  LOCKED: { tone: 'neutral', icon: IconLock },
  AVAILABLE: { tone: 'info', icon: IconCircle },
  IN_PROGRESS: { tone: 'info', icon: IconProgress },
  COMPLETED: { tone: 'success', icon: IconCircleCheck },
  WAIVED: { tone: 'success', icon: IconCircleMinus },
  ELECTIVE_DONE: { tone: 'success', icon: IconCheckupList },
} as const satisfies Record<string, Look>;

export type MilestoneState = keyof typeof milestoneLooks;

/** A milestone as one person sees it. */
export function MilestoneBadge({ state }: { state: MilestoneState }) {
  const { t } = useTranslation('ui');
  return <Badge {...milestoneLooks[state]} word={t(`milestone.${state}`)} />;
}
