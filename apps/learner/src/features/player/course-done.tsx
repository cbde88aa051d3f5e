import { ActionIcon, Title } from '@mantine/core';
import { IconCircleCheck, IconX } from '@milepost/web/ui/icons.ts';
import { type ReactNode, useId } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { PlayerCourseFragment } from './player-course.generated.ts';
import classes from './player.module.css';

/** A course has been finished a moment ago: said calmly, with what comes next. It covers nothing and takes no focus. */
export function CourseDone({ course, onClose, children }: { course: PlayerCourseFragment; onClose(): void; children: ReactNode }) {
  const { t } = useTranslation(['learner', 'ui']);
  const id = useId();
  return (
    <section className={classes.done} aria-labelledby={id}>
      <IconCircleCheck size={34} stroke={1.6} className={classes.doneMark} aria-hidden />
      <div className={classes.doneText}>
        <Title order={2} id={id} size="h3">
          {t('player.doneTitle', { name: course.name })}
        </Title>
        {children}
      </div>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('ui:action.close')} onClick={onClose}>
        <IconX size={20} aria-hidden />
      </ActionIcon>
    </section>
  );
}
