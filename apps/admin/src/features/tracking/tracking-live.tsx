import { useLive } from '@milepost/web/apollo/use-live.ts';
import { PlanTotalsChangedDocument, TrackedPeopleChangedDocument } from './tracking.generated.ts';

/** What people are tracked in: a plan, or content that was assigned by itself. */
export type TrackedSubject = { readonly planId: string } | { readonly learningObjectId: string };

interface TrackingLiveProps {
  subject: TrackedSubject;
  /** Enrollments that a bulk act has just made, current ones; rows that are shown already change in place by themselves. */
  onAssigned(enrollmentIds: readonly string[]): void;
  /** Enrollments that have changed, whoever changed them. */
  onChanged(enrollmentIds: readonly string[]): void;
  /** What was missed cannot be told any more: read the list again. */
  onGap(): void;
}

/** The only subscriber of the tracking page: totals and rows are entities of the cache, so what it hears moves them in place. */
export function TrackingLive({ subject, onAssigned, onChanged, onGap }: TrackingLiveProps) {
  useLive({
    document: TrackedPeopleChangedDocument,
    variables: { filter: { ...subject, cycles: 'ALL' } },
    cursorOf: (data) => data.enrollmentChanged.cursor,
    onEvent: ({ enrollmentChanged: { type, enrollmentIds, enrollments } }) => {
      if (type === 'enrollments.assigned') onAssigned(enrollments.flatMap(({ id, isCurrent }) => (isCurrent ? [id] : [])));
      onChanged(enrollmentIds);
    },
    onGap,
  });
  return 'planId' in subject ? <TotalsLive planId={subject.planId} /> : null;
}

function TotalsLive({ planId }: { planId: string }) {
  useLive({ document: PlanTotalsChangedDocument, variables: { planId }, cursorOf: () => null, onEvent: () => {} });
  return null;
}
