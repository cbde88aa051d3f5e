import { Button } from '@mantine/core';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useState } from 'react';
import { OperationFlow } from '../features/operations/operation-flow.tsx';
import { type ChosenPeople, type PlanActKind, usePlanActForm } from '../features/tracking/use-plan-act-form.tsx';

interface ManagePeopleProps {
  plan: { readonly id: string; readonly viewerCan: { readonly assign: boolean; readonly override: boolean } };
  chosen: ChosenPeople;
  /** Forgets the selection: what it named has been acted on. */
  onDone(): void;
}

/** What can be done with the people who are selected in a plan (L34): take the plan away, set their due date, waive a milestone. */
export function ManagePeople({ plan, chosen, onDone }: ManagePeopleProps) {
  const { t } = useTranslation('tracking');
  const [kind, setKind] = useState<PlanActKind>();
  const kinds: PlanActKind[] = [...(plan.viewerCan.override ? (['SET_DUE', 'WAIVE'] as const) : []), ...(plan.viewerCan.assign ? (['UNASSIGN'] as const) : [])];
  const close = () => {
    setKind(undefined);
    onDone();
  };
  return (
    <>
      {kinds.map((each) => (
        <Button key={each} size="compact-sm" variant="default" onClick={() => setKind(each)}>
          {t(`act.${each}.title`)}
        </Button>
      ))}
      {kind && <PlanActDrawer kind={kind} planId={plan.id} chosen={chosen} onClose={close} />}
    </>
  );
}

/** One bulk act on people of a plan, from the choice to the report. */
export function PlanActDrawer({ kind, planId, chosen, onClose }: { kind: PlanActKind; planId: string; chosen: ChosenPeople; onClose(): void }) {
  const { t } = useTranslation('tracking');
  const format = useFormat();
  const { form, start, chosen: isWhole } = usePlanActForm(kind, planId, chosen);
  return (
    <OperationFlow
      opened
      title={t(`act.${kind}.title`)}
      choose={form}
      chosen={isWhole}
      start={start}
      commitLabel={(count) => t(`act.${kind}.commit`, { count, number: format.number(count) })}
      onClose={onClose}
    />
  );
}
