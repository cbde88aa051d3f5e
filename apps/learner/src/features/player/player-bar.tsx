import { ActionIcon } from '@mantine/core';
import { IconArrowLeft, IconList } from '@milepost/web/ui/icons.ts';
import { ProgressBar } from '@milepost/web/ui/progress-bar.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link } from 'react-router';
import type { PlayerCourseFragment } from './player-course.generated.ts';
import classes from './player.module.css';

interface PlayerBarProps {
  back: { readonly to: string; readonly label: string };
  course?: PlayerCourseFragment;
  /** Opens the outline where it does not stand beside the content. */
  onOutline?: (() => void) | undefined;
}

/** The player's top: the way back, the course, how much of it is done. */
export function PlayerBar({ back, course, onOutline }: PlayerBarProps) {
  const { t } = useTranslation('learner');
  const done = course?.modules.filter((module) => module.state === 'COMPLETED').length ?? 0;
  return (
    <header className={classes.bar}>
      <Link to={back.to} className={classes.back}>
        <IconArrowLeft size={20} aria-hidden />
        <span className={classes.backText}>{back.label}</span>
      </Link>
      {course && (
        <>
          <p className={classes.course}>{course.name}</p>
          {course.modules.length > 0 && (
            <span className={classes.progress}>
              <ProgressBar value={course.progress} label={t('card.progress', { name: course.name })} />
              <span className={classes.figure}>{t('player.modulesDone', { done, count: course.modules.length })}</span>
            </span>
          )}
        </>
      )}
      {onOutline && (
        <ActionIcon variant="default" size="lg" className={classes.outlineButton} aria-label={t('player.outline')} aria-haspopup="dialog" onClick={onOutline}>
          <IconList size={20} aria-hidden />
        </ActionIcon>
      )}
    </header>
  );
}
