import { useTranslation } from '../i18n/use-translation.tsx';
import {
  type Icon,
  IconArchive,
  IconBan,
  IconCalendarClock,
  IconCheckupList,
  IconCircle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleMinus,
  IconClockExclamation,
  IconLock,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconProgress,
  IconUserMinus,
} from './icons.ts';
import classes from './status-badge.module.css';
import type { Tone } from './theme.ts';

interface Look {
  readonly tone: Tone;
  readonly icon: Icon;
}

/** Every status there is, by what has it, with its tone and icon; the words come from the language. */
export const statusLooks = {
  enrollment: {
    NOT_STARTED: { tone: 'neutral', icon: IconCircleDashed },
    IN_PROGRESS: { tone: 'info', icon: IconProgress },
    COMPLETED: { tone: 'success', icon: IconCircleCheck },
    EXEMPT: { tone: 'success', icon: IconCircleMinus },
    WITHDRAWN: { tone: 'neutral', icon: IconUserMinus },
    NOT_COMPLETED: { tone: 'danger', icon: IconBan },
  },
  plan: {
    DRAFT: { tone: 'neutral', icon: IconPencil },
    ACTIVE: { tone: 'success', icon: IconPlayerPlay },
    INACTIVE: { tone: 'warning', icon: IconPlayerPause },
    ARCHIVED: { tone: 'neutral', icon: IconArchive },
  },
  milestone: {
    NOT_RELEASED: { tone: 'neutral', icon: IconCalendarClock },
    LOCKED: { tone: 'neutral', icon: IconLock },
    AVAILABLE: { tone: 'info', icon: IconCircle },
    IN_PROGRESS: { tone: 'info', icon: IconProgress },
    COMPLETED: { tone: 'success', icon: IconCircleCheck },
    WAIVED: { tone: 'success', icon: IconCircleMinus },
    ELECTIVE_DONE: { tone: 'success', icon: IconCheckupList },
  },
} as const satisfies Record<string, Record<string, Look>>;

export type EnrollmentStatus = keyof typeof statusLooks.enrollment;
/** Whether there is still something to do. */
export const isOpenStatus = (status: EnrollmentStatus): boolean => status === 'NOT_STARTED' || status === 'IN_PROGRESS';
export type PlanLifecycle = keyof typeof statusLooks.plan;
export type MilestoneState = keyof typeof statusLooks.milestone;

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
      <Badge {...statusLooks.enrollment[status]} word={t(`enrollment.${status}`)} />
      {overdue && <OverdueBadge />}
    </span>
  );
}

/** The flag of an open enrollment whose due date has passed. */
export function OverdueBadge() {
  const { t } = useTranslation('ui');
  return <Badge tone="danger" icon={IconClockExclamation} word={t('enrollment.overdue')} />;
}

/** A plan's lifecycle. */
export function PlanBadge({ lifecycle }: { lifecycle: PlanLifecycle }) {
  const { t } = useTranslation('ui');
  return <Badge {...statusLooks.plan[lifecycle]} word={t(`plan.${lifecycle}`)} />;
}

/** A milestone as one person sees it. */
export function MilestoneBadge({ state }: { state: MilestoneState }) {
  const { t } = useTranslation('ui');
  return <Badge {...statusLooks.milestone[state]} word={t(`milestone.${state}`)} />;
}
