import { useFormat } from '@milepost/web/i18n/format.ts';
import { IconBooks, IconCheckupList, IconCircle, IconCircleCheck, IconFile, IconLock, IconProgress } from '@milepost/web/ui/icons.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link } from 'react-router';
import { playerPath } from '../../paths.ts';
import classes from './milestone-path.module.css';
import type { PathItemFragment } from './path-item.generated.ts';

const kindIcons = { COURSE: IconBooks, MODULE: IconFile, ACTIVITY: IconCheckupList } as const;

interface MilestoneItemProps {
  item: PathItemFragment;
  enrollmentId: string;
  isNext: boolean;
  /** Why the whole milestone is closed: not repeated at each of its items. */
  saidAbove: string | null;
}

/** One thing to do: its state by icon and word, its length, and, where it cannot be opened yet, why. */
export function MilestoneItem({ item, enrollmentId, isNext, saidAbove }: MilestoneItemProps) {
  const { t } = useTranslation('learner');
  const format = useFormat();
  const done = item.state === 'COMPLETED';
  const begun = item.state === 'IN_PROGRESS';
  const StateIcon = done ? IconCircleCheck : item.lockedBecause ? IconLock : begun ? IconProgress : IconCircle;
  const KindIcon = kindIcons[item.kind];
  const facts = [
    t(`kind.${item.kind}`),
    item.durationMinutes ? format.duration(item.durationMinutes) : '',
    item.mandatory ? t('plan.mandatory') : '',
    done && item.completedOn ? t('card.completedOn', { date: format.date(item.completedOn) }) : '',
    begun && item.progress > 0 ? t('plan.itemShare', { percent: format.percent(item.progress) }) : '',
  ].filter(Boolean);
  return (
    <li className={classes.item} data-done={done || undefined} data-next={isNext || undefined}>
      <StateIcon size={20} stroke={1.9} className={classes.itemState} aria-label={t(`plan.itemState.${item.lockedBecause && !done ? 'LOCKED' : (item.state as 'COMPLETED')}`)} role="img" />
      <div className={classes.itemText}>
        {item.lockedBecause && !done ? (
          <span className={classes.itemName}>{item.name}</span>
        ) : (
          <Link to={playerPath(item.learningObjectId, enrollmentId)} className={classes.itemName}>
            {item.name}
          </Link>
        )}
        <span className={classes.itemFacts}>
          <KindIcon size={14} aria-hidden /> {facts.join(' · ')}
        </span>
        {item.alsoAssigned && !done && <span className={classes.itemFacts}>{item.alsoAssigned}</span>}
        {item.lockedBecause && item.lockedBecause !== saidAbove && !done && <span className={classes.itemLock}>{item.lockedBecause}</span>}
      </div>
      {isNext && <span className={classes.nextMark}>{t('plan.nextMark')}</span>}
    </li>
  );
}
