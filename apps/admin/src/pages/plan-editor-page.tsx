import { queryState } from '@milepost/web/apollo/list-state.ts';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { LostPage } from '@milepost/web/ui/lost-page.tsx';
import { PageSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { useParams } from 'react-router';
import { AudienceField } from '../features/audiences/audience-field.tsx';
import { PlanCatalogs } from '../features/catalogs/plan-catalogs.tsx';
import { ContentFinder } from '../features/content/content-finder.tsx';
import { PersonField } from '../features/people/person-field.tsx';
import type { ContentFinderSlot } from '../features/learning-plans/content-finder-slot.ts';
import { usePlanDraftQuery } from '../features/learning-plans/plan-draft.generated.ts';
import { PlanEditor } from '../features/learning-plans/plan-editor.tsx';
import { paths } from '../paths.ts';

const contentFinder: ContentFinderSlot = (finder) => <ContentFinder {...finder} />;

/** Writing one plan (D11). */
export function PlanEditorPage() {
  const { planId = '' } = useParams();
  const query = usePlanDraftQuery({ variables: { id: planId }, fetchPolicy: 'network-only' });
  const state = queryState(query);
  if (state.is === 'loading') return <PageSkeleton />;
  if (state.is === 'failed') return <ErrorState failure={state.failure} onRetry={state.retry} order={1} />;
  const plan = query.data?.learningPlan;
  if (!plan) return <LostPage home={paths.plans.to()} />;
  return (
    <PlanEditor
      plan={plan}
      audience={(field) => <AudienceField {...field} />}
      person={(field) => <PersonField {...field} />}
      contentFinder={contentFinder}
      catalogs={<PlanCatalogs planId={plan.id} editable={plan.viewerCan.setVisibleRange} />}
    />
  );
}
