import { Button } from '@mantine/core';
import { EmptyState } from '@milepost/web/ui/empty-state.tsx';
import { IconCircleCheck, IconUsers } from '@milepost/web/ui/icons.ts';
import { Markdown } from '@milepost/web/ui/markdown.tsx';
import { PageHeading } from '@milepost/web/ui/page-heading.tsx';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link } from 'react-router';
import type { PlayerCourseFragment } from './player-course.generated.ts';

/** A course or activity without content to play: it is completed by attending, or by whoever keeps the records [X24]. */
export function ModulelessCourse({ course, back }: { course: PlayerCourseFragment; back: { to: string; label: string } }) {
  const { t } = useTranslation('learner');
  const format = useFormat();
  const done = course.completedOn !== null;
  return (
    <>
      <PageHeading title={course.name} />
      {course.description && <Markdown text={course.description} headingsFrom={2} />}
      <EmptyState
        icon={done ? IconCircleCheck : IconUsers}
        title={done ? t('player.completed') : t('player.noModulesTitle')}
        text={course.completedOn ? t('player.completedOn', { date: format.date(course.completedOn) }) : t('player.noModulesText')}
        action={
          <Button component={Link} to={back.to}>
            {back.label}
          </Button>
        }
      />
    </>
  );
}
