import { failureOf } from '@milepost/web/apollo/failure-of.ts';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { LostPage } from '@milepost/web/ui/lost-page.tsx';
import { PageHeading } from '@milepost/web/ui/page-heading.tsx';
import { landmarkIds } from '@milepost/web/ui/skip-links.tsx';
import { type ReactNode, useState } from 'react';
import { useCourseQuery } from './course.generated.ts';
import { CourseDone } from './course-done.tsx';
import { Content } from './content-view.tsx';
import { Locked } from './locked.tsx';
import { ModuleHeading } from './module-heading.tsx';
import { ModulelessCourse } from './moduleless-course.tsx';
import { Outline } from './outline.tsx';
import { OutlineSheet } from './outline-sheet.tsx';
import { PlayerBar } from './player-bar.tsx';
import { PlayerFoot } from './player-foot.tsx';
import { PlayerSkeleton } from './player-skeleton.tsx';
import type { PlayerCourseFragment } from './player-course.generated.ts';
import contentClasses from './content.module.css';
import classes from './player.module.css';
import { useCompletion } from './use-completion.ts';

interface PlayerProps {
  courseId: string;
  /** The plan that one came from. */
  enrollmentId: string | null;
  /** The module that the address names; else where one stopped. */
  moduleId: string | null;
  /** Where leaving leads, and what it is called. */
  back: { readonly to: string; readonly label: string };
  /** What comes after the course, shown when it is done. */
  after: ReactNode;
  /** Shown in place of what is locked: what has to be done first in the plan that holds it back. */
  wayOn(enrollmentId: string): ReactNode;
}

/** The player: content in the middle, outline at the side, one button to go on. */
export function Player(props: PlayerProps) {
  const { courseId, back } = props;
  const { data, error, refetch } = useCourseQuery({ variables: { id: courseId }, fetchPolicy: 'cache-and-network' });
  if (data?.myCourse) return <OpenCourse key={courseId} course={data.myCourse} {...props} />;
  return (
    <div className={classes.root}>
      <PlayerBar back={back} />
      <main id={landmarkIds.content} tabIndex={-1} className={classes.alone}>{data ? <LostPage home={back.to} /> : error ? <ErrorState order={1} failure={failureOf(error)} onRetry={() => void refetch().catch(() => {})} /> : <PlayerSkeleton />}</main>
    </div>
  );
}

function OpenCourse({ course, enrollmentId, moduleId, back, after, wayOn }: PlayerProps & { course: PlayerCourseFragment }) {
  const [sheet, setSheet] = useState(false);
  // Where one stopped is looked up once: finishing a module must not turn the page by itself.
  const [start] = useState(() => whereToStart(course));
  const module = course.modules.find((each) => each.id === moduleId) ?? course.modules.find((each) => each.id === start) ?? course.modules[0];
  const { celebrate, dismiss } = useCompletion(course);
  const bar = { back, course, ...(course.modules.length > 1 ? { onOutline: () => setSheet(true) } : {}) };
  const locked = (lock: { lockedBecause: string | null; lockedIn: string | null }) => <Locked because={lock.lockedBecause ?? ''} wayOn={lock.lockedIn && wayOn(lock.lockedIn)} />;

  if (course.lockedBecause || !module) {
    return (
      <div className={classes.root}>
        <PlayerBar {...bar} onOutline={undefined} />
        <main id={landmarkIds.content} tabIndex={-1} className={classes.alone}>
          {course.lockedBecause ? (
            <>
              <PageHeading title={course.name} />
              {locked(course)}
            </>
          ) : (
            <ModulelessCourse course={course} back={back} />
          )}
        </main>
      </div>
    );
  }
  const outline = (onChosen?: () => void) => <Outline courseId={course.id} enrollmentId={enrollmentId} modules={course.modules} currentId={module.id} onChosen={onChosen} />;
  return (
    <div className={classes.root}>
      <PlayerBar {...bar} />
      <div className={classes.body}>
        {course.modules.length > 1 && <aside className={classes.side}>{outline()}</aside>}
        <main id={landmarkIds.content} tabIndex={-1} className={classes.content}>
          {module.lockedBecause ? (
            <div className={contentClasses.page}>
              <ModuleHeading module={module} courseName={course.name} />
              {locked(module)}
            </div>
          ) : (
            <Content key={module.id} module={module} courseId={course.id} courseName={course.name} />
          )}
        </main>
      </div>
      {celebrate && (
        <CourseDone course={course} onClose={dismiss}>
          {after}
        </CourseDone>
      )}
      <PlayerFoot course={course} module={module} enrollmentId={enrollmentId} back={back} />
      {sheet && <OutlineSheet onClose={() => setSheet(false)}>{outline(() => setSheet(false))}</OutlineSheet>}
    </div>
  );
}

/** Where one stopped, unless that cannot be done yet; then the first module that can. */
function whereToStart({ modules, nextModuleId }: PlayerCourseFragment): string | null {
  const next = modules.find((each) => each.id === nextModuleId);
  if (!next?.lockedBecause) return nextModuleId;
  return modules.find((each) => !each.lockedBecause && each.state !== 'COMPLETED')?.id ?? nextModuleId;
}
