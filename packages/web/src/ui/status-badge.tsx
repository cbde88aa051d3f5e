import { useTranslation } from '../i18n/use-translation.tsx';
import { type Icon, IconBan, IconCircleCheck, IconCircleDashed, IconCircleMinus, IconClockExclamation, IconProgress, IconUserMinus } from './icons.ts';
import classes from './status-badge.module.css';
import type { Tone } from './theme.ts';

/** How a status looks: its colour and its icon. */
export interface Look {
  readonly tone: Tone;
  readonly icon: Icon;
}

/** Where a person may stand in a plan, each with its tone and icon; the words come from the language. */
export const enrollmentLooks = {
  NOT_STARTED: { tone: 'neutral', icon: IconCircleDashed },
  IN_PROGRESS: { tone: 'info', icon: IconProgress },
  COMPLETED: { tone: 'success', icon: IconCircleCheck },
  EXEMPT: { tone: 'success', icon: IconCircleMinus },
  WITHDRAWN: { tone: 'neutral', icon: IconUserMinus },
  NOT_COMPLETED: { tone: 'danger', icon: IconBan },
} as const satisfies Record<string, Look>;

export type EnrollmentStatus = keyof typeof enrollmentLooks;
/** Whether there is still something to do. */
export const isOpenStatus = (status: EnrollmentStatus): boolean => status === 'NOT_STARTED' || status === 'IN_PROGRESS';

/** A status told by colour, icon and word at once. */
export function Badge({ tone, icon: IconOfStatus, word }: { tone: Tone; icon: Icon; word: string }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      <IconOfStatus size={14} stroke={2.2} aria-hidden />
      {word}
    </span>
  );
}

/** Where a person stands in a plan. Overdue is a flag beside the status, never a status (domain 2.2). */
export function EnrollmentBadge({ status, overdue = false }: { status: EnrollmentStatus; overdue?: boolean }) {
  const { t } = useTranslation('ui');
  return (
    <span className={classes.row}>
      <Badge {...enrollmentLooks[status]} word={t(`enrollment.${status}`)} />
      {overdue && <OverdueBadge />}
    </span>
  );
}

/** The flag of an open enrollment whose due date has passed. */
export function OverdueBadge() {
  const { t } = useTranslation('ui');
  return <Badge tone="danger" icon={IconClockExclamation} word={t('enrollment.overdue')} />;
}
