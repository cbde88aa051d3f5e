import { Button } from '@mantine/core';
import { IconLock } from '@milepost/web/ui/icons.ts';
import { EmptyState } from '@milepost/web/ui/empty-state.tsx';
import { PageHeading } from '@milepost/web/ui/page-heading.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link } from 'react-router';
import type { PlayerCourseFragment } from './player-course.generated.ts';

/** A course that cannot be done yet, and why. */
export function LockedCourse({ course, because, back }: { course: PlayerCourseFragment; because: string; back: { to: string; label: string } }) {
  const { t } = useTranslation('learner');
  return (
    <>
      <PageHeading title={course.name} />
      <EmptyState
        icon={IconLock}
        title={t('player.lockedTitle')}
        text={because}
        action={
          <Button component={Link} to={back.to}>
            {back.label}
          </Button>
        }
      />
    </>
  );
}
