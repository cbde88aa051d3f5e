import { type Icon, IconBan, IconCalendarClock, IconCircleCheck, IconCircleMinus, IconClock, IconPencil, IconProgress } from '@milepost/web/ui/icons.ts';
import { Badge } from '@milepost/web/ui/status-badge.tsx';
import type { Tone } from '@milepost/web/ui/theme.ts';
import type { OperationPartsFragment } from './operation.generated.ts';
import { useOperationWords } from './use-operation-words.ts';

const looks: Record<OperationPartsFragment['state'], { tone: Tone; icon: Icon }> = {
  ANALYSING: { tone: 'info', icon: IconProgress },
  PREVIEWED: { tone: 'warning', icon: IconPencil },
  SCHEDULED: { tone: 'neutral', icon: IconCalendarClock },
  APPLYING: { tone: 'info', icon: IconProgress },
  DONE: { tone: 'success', icon: IconCircleCheck },
  FAILED: { tone: 'danger', icon: IconBan },
  CANCELLED: { tone: 'neutral', icon: IconCircleMinus },
  EXPIRED: { tone: 'neutral', icon: IconClock },
  UNDOING: { tone: 'info', icon: IconProgress },
  UNDONE: { tone: 'neutral', icon: IconCircleMinus },
};

/** How far an operation is. */
export function OperationStateBadge({ state }: { state: OperationPartsFragment['state'] }) {
  const words = useOperationWords();
  return <Badge {...looks[state]} word={words.state(state)} />;
}
