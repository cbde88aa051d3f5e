import { useViewer } from '@milepost/web/session/session-context.tsx';
import { paths } from '../../paths.ts';

interface Tracked {
  readonly id: string;
  readonly plan: { readonly id: string } | null;
  readonly learningObject: { readonly id: string } | null;
}

/** The ways on from a person to what not everybody may see who sees the person; undefined where the reader may not (U41). */
export function usePermittedPaths() {
  const { permissions } = useViewer();
  return {
    /** Where an enrollment is followed: among the people of its plan, or of its content. */
    enrollment({ id, plan, learningObject }: Tracked): string | undefined {
      if (plan && permissions.includes('PLAN_READ')) return `${paths.plan.to({ planId: plan.id })}?tab=people&enrollment=${id}`;
      if (plan && permissions.includes('PLAN_TRACK')) return `${paths.trackedPlan.to({ planId: plan.id })}?enrollment=${id}`;
      if (learningObject && permissions.includes('CONTENT_READ')) return `${paths.contentItem.to({ contentId: learningObject.id })}?enrollment=${id}`;
      return undefined;
    },
    assignment: (assignmentId: string): string | undefined => (permissions.includes('ASSIGNMENT_READ') ? paths.assignment.to({ assignmentId }) : undefined),
  };
}
