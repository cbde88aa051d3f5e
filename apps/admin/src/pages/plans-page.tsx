import { Group } from '@mantine/core';
import { useViewer } from '@milepost/web/session/session-context.tsx';
import { BulkCatalogs } from '../features/catalogs/bulk-catalogs.tsx';
import { CreatePlanButton } from '../features/learning-plans/create-plan-dialog.tsx';
import { ImportPlanButton } from '../features/learning-plans/import-plan-dialog.tsx';
import { PlanList } from '../features/learning-plans/plan-list.tsx';
import { PlanSections } from './plan-sections.tsx';

/** The plans (D8–D10). */
export function PlansPage() {
  const { permissions } = useViewer();
  const create = permissions.includes('PLAN_CREATE') && (
    <Group gap="xs">
      <ImportPlanButton />
      <CreatePlanButton />
    </Group>
  );
  const bulk = permissions.includes('PLAN_SET_VISIBLE_RANGE') ? (planIds: readonly string[], clear: () => void) => <BulkCatalogs planIds={planIds} onDone={clear} /> : undefined;
  return (
    <>
      <PlanSections />
      <PlanList create={create} bulk={bulk} />
    </>
  );
}
