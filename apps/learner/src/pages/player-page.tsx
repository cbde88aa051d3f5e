import { usePlanTerm } from '@milepost/web/session/plan-term.ts';
import { useViewer } from '@milepost/web/session/session-context.tsx';
import { useEffect } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useParams, useSearchParams } from 'react-router';
import { PlanNext } from '../features/plan/plan-next.tsx';
import { Player } from '../features/player/player.tsx';
import { rememberLastPlace } from '../last-place.ts';
import { paths } from '../paths.ts';

/** The player at a course, on the way through a plan if the address names one. */
export function PlayerPage() {
  const { t } = useTranslation('learner');
  const term = usePlanTerm();
  const { personId } = useViewer();
  const { courseId = '' } = useParams();
  const [search] = useSearchParams();
  const enrollmentId = search.get('plan');
  useEffect(() => {
    if (enrollmentId) rememberLastPlace(personId, enrollmentId);
  }, [personId, enrollmentId]);
  const back = enrollmentId ? { to: paths.plan.to({ enrollmentId }), label: t('player.toPlan', { term }) } : { to: paths.myLearning.to(), label: t('player.toMyLearning') };
  return (
    <Player
      courseId={courseId}
      enrollmentId={enrollmentId}
      moduleId={search.get('module')}
      back={back}
      after={enrollmentId && <PlanNext enrollmentId={enrollmentId} />}
      wayOn={(id) => <PlanNext enrollmentId={id} centred />}
    />
  );
}
