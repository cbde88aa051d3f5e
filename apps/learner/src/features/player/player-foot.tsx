import { Button } from '@mantine/core';
import { IconArrowLeft, IconChevronRight } from '@milepost/web/ui/icons.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link } from 'react-router';
import { playerPath } from '../../paths.ts';
import type { PlayerCourseFragment } from './player-course.generated.ts';
import type { PlayerModuleFragment } from './player-module.generated.ts';
import classes from './player.module.css';

interface PlayerFootProps {
  course: PlayerCourseFragment;
  module: PlayerModuleFragment;
  enrollmentId: string | null;
  back: { readonly to: string; readonly label: string };
}

/** Back a module, and the one button to go on: to the module after this one that can be done, else to one that is not done, else out. */
export function PlayerFoot({ course, module, enrollmentId, back }: PlayerFootProps) {
  const { t } = useTranslation('learner');
  const position = course.modules.findIndex((each) => each.id === module.id);
  const before = course.modules[position - 1];
  const open = course.modules.filter((each) => !each.lockedBecause && each.id !== module.id);
  const after = open.find((each) => course.modules.indexOf(each) > position) ?? open.find((each) => each.state !== 'COMPLETED');
  const done = module.state === 'COMPLETED';
  return (
    <footer className={classes.foot}>
      {before ? (
        <Button component={Link} to={playerPath(course.id, enrollmentId, before.id)} variant="subtle" leftSection={<IconArrowLeft size={18} aria-hidden />} className={classes.before}>
          {t('player.previous')}
        </Button>
      ) : (
        <span />
      )}
      {course.modules.length > 1 && <span className={classes.position}>{t('player.position', { number: position + 1, count: course.modules.length })}</span>}
      {after ? (
        <Button
          component={Link}
          to={playerPath(course.id, enrollmentId, after.id)}
          variant={done ? 'filled' : 'default'}
          rightSection={<IconChevronRight size={18} aria-hidden />}
          className={classes.after}
        >
          {t('player.next', { name: after.name })}
        </Button>
      ) : (
        <Button component={Link} to={back.to} variant={done ? 'filled' : 'default'} className={classes.after}>
          {back.label}
        </Button>
      )}
    </footer>
  );
}
