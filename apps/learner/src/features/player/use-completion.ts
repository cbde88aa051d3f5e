import { useAnnounce } from '@milepost/web/ui/live-region.tsx';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { PlayerCourseFragment } from './player-course.generated.ts';

/** Notices when a module, and the course, become complete while they are open, and says so; `celebrate` holds from then until `dismiss`. */
export function useCompletion(course: PlayerCourseFragment): { celebrate: boolean; dismiss(): void } {
  const { t } = useTranslation('learner');
  const announce = useAnnounce();
  const [celebrate, setCelebrate] = useState(false);
  const before = useRef(course);
  useEffect(() => {
    const was = before.current;
    before.current = course;
    if (was.state !== 'COMPLETED' && course.state === 'COMPLETED') {
      setCelebrate(true);
      announce(t('player.doneTitle', { name: course.name }));
      return;
    }
    const finished = course.modules.find((module) => module.state === 'COMPLETED' && was.modules.some((each) => each.id === module.id && each.state !== 'COMPLETED'));
    if (finished) announce(t('player.moduleDone', { name: finished.name }));
  }, [course, announce, t]);
  return { celebrate, dismiss: () => setCelebrate(false) };
}
