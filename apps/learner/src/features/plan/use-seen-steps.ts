import { useAct } from '@milepost/web/apollo/use-act.ts';
import { useEffect, useRef } from 'react';
import { SeeStepsDocument } from './see-steps.generated.ts';

/** Says once that the learner has seen the steps that opened since they last looked; what cannot be said now is said the next time. */
export function useSeenSteps(enrollmentId: string, milestones: readonly { readonly key: string; readonly unseen: boolean }[]): void {
  const act = useAct();
  const said = useRef('');
  const unseen = milestones.flatMap((each) => (each.unseen ? [each.key] : [])).join(' ');
  useEffect(() => {
    if (unseen === '' || unseen === said.current) return;
    said.current = unseen;
    void act(SeeStepsDocument, { enrollmentId });
  }, [act, enrollmentId, unseen]);
}
