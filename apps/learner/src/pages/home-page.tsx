import { useViewer } from '@milepost/web/session/session-context.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { PageHeading } from '@milepost/web/ui/page-heading.tsx';
import { useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useHomeLearning } from '../features/my-learning/home-learning.ts';
import { HomeLearningView } from '../features/my-learning/home-learning-view.tsx';
import { HomeSkeleton } from '../features/my-learning/home-skeleton.tsx';
import { readLastPlace } from '../last-place.ts';

/** Where a learner starts: what to go on with, what is due. */
export function HomePage() {
  const { t } = useTranslation('learner');
  const { personId, displayName } = useViewer();
  const { learning, retry } = useHomeLearning(personId);
  const [lastPlace] = useState(() => readLastPlace(personId));
  return (
    <>
      <PageHeading title={t('home.greeting', { name: displayName })} />
      {learning.is === 'LOADING' && <HomeSkeleton />}
      {learning.is === 'FAILED' && <ErrorState failure={learning.failure} onRetry={retry} />}
      {learning.is === 'READY' && <HomeLearningView plans={learning.plans} lastPlace={lastPlace} />}
    </>
  );
}
