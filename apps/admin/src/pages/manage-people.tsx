import { Button } from '@mantine/core';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useState } from 'react';
import { OperationFlow } from '../features/operations/operation-flow.tsx';
import type { TrackedSubject } from '../features/tracking/tracking-live.tsx';
import { type ChosenPeople, isContent, type PlanActKind, usePlanActForm, usePlanActTitle } from '../features/tracking/use-plan-act-form.tsx';

interface ManagePeopleProps {
  subject: TrackedSubject;
  viewerCan: { readonly assign: boolean; readonly override: boolean };
  chosen: ChosenPeople;
  /** Forgets the selection: what it named has been acted on. */
  onDone(): void;
}

/** What can be done with the people who are selected in a plan, or in content (L34): take it away, set their due date, waive a milestone or the content, open or hold a milestone. */
export function ManagePeople({ subject, viewerCan, chosen, onDone }: ManagePeopleProps) {
  const titleOf = usePlanActTitle();
  const [kind, setKind] = useState<PlanActKind>();
  const kinds: PlanActKind[] = [...(viewerCan.override ? (['SET_DUE', 'WAIVE'] as const) : []), ...(viewerCan.override && !isContent(subject) ? (['RELEASE'] as const) : []), ...(viewerCan.assign ? (['UNASSIGN'] as const) : [])];
  const close = () => {
    setKind(undefined);
    onDone();
  };
  return (
    <>
      {kinds.map((each) => (
        <Button key={each} size="compact-sm" variant="default" onClick={() => setKind(each)}>
          {titleOf(each, subject)}
        </Button>
      ))}
      {kind && <PlanActDrawer kind={kind} subject={subject} chosen={chosen} onClose={close} />}
    </>
  );
}

/** One bulk act on people of a plan or content, from the choice to the report. */
export function PlanActDrawer({ kind, subject, chosen, onClose }: { kind: PlanActKind; subject: TrackedSubject; chosen: ChosenPeople; onClose(): void }) {
  const { t } = useTranslation('tracking');
  const format = useFormat();
  const titleOf = usePlanActTitle();
  const { form, start, chosen: isWhole } = usePlanActForm(kind, subject, chosen);
  return (
    <OperationFlow
      opened
      title={titleOf(kind, subject)}
      choose={form}
      chosen={isWhole}
      start={start}
      commitLabel={(count) => t(`act.${kind}.commit`, { count, number: format.number(count) })}
      onClose={onClose}
    />
  );
}
