import { type Icon, IconBan, IconCalendarClock, IconCircleCheck, IconCircleMinus, IconPlayerPause, IconPlayerPlay, IconProgress } from '@milepost/web/ui/icons.ts';
import { Badge } from '@milepost/web/ui/status-badge.tsx';
import type { Tone } from '@milepost/web/ui/theme.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';

const looks = {
  SCHEDULED: { tone: 'neutral', icon: IconCalendarClock },
  APPLYING: { tone: 'info', icon: IconProgress },
  ACTIVE: { tone: 'success', icon: IconPlayerPlay },
  DONE: { tone: 'success', icon: IconCircleCheck },
  INACTIVE: { tone: 'warning', icon: IconPlayerPause },
  ENDED: { tone: 'neutral', icon: IconCircleMinus },
  CANCELLED: { tone: 'neutral', icon: IconBan },
} as const satisfies Record<string, { tone: Tone; icon: Icon }>;

/** What has become of an assignment. */
export function AssignmentState({ state }: { state: string }) {
  const { t } = useTranslation('assignments');
  const known = state as keyof typeof looks;
  return <Badge {...(looks[known] ?? looks.INACTIVE)} word={t(`state.${known}`, { defaultValue: state })} />;
}
