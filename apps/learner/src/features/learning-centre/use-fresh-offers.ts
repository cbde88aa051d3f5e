import { useLive } from '@milepost/web/apollo/use-live.ts';
import { useAnnounce } from '@milepost/web/ui/live-region.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useRef, useState } from 'react';
import { LearningCentreChangedDocument } from './learning-centre.generated.ts';

/** What came into the Learning centre while the page is open: offered, never pushed in. Said once to screen readers. */
export function useFreshOffers(refetch: () => void): { readonly waiting: ReadonlySet<string>; readonly taken: ReadonlySet<string>; take(): void } {
  const { t } = useTranslation('learner');
  const announce = useAnnounce();
  const [waiting, setWaiting] = useState<ReadonlySet<string>>(new Set());
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const watches = useRef(false);
  useLive({
    document: LearningCentreChangedDocument,
    variables: {},
    cursorOf: ({ learningCentreChanged }) => learningCentreChanged.cursor,
    onEvent: ({ learningCentreChanged: { arrived, gone } }) => {
      // The first one only says that it watches: after a break of the line, something may have been missed.
      if (arrived.length + gone.length === 0 && watches.current) refetch();
      watches.current = true;
      if (arrived.length > 0) announce(t('centre.arrived', { count: arrived.length }));
      if (arrived.length + gone.length > 0) setWaiting((known) => new Set([...known, ...arrived].filter((id) => !gone.includes(id))));
    },
    onGap: refetch,
  });
  return {
    waiting,
    taken,
    take: () => {
      setTaken((known) => new Set([...known, ...waiting]));
      setWaiting(new Set());
      refetch();
    },
  };
}
