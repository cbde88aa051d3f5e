import { Group } from '@mantine/core';
import { useViewer } from '@milepost/web/session/session-context.tsx';
import { CreatePlanButton } from '../features/learning-plans/create-plan-dialog.tsx';
import { ImportPlanButton } from '../features/learning-plans/import-plan-dialog.tsx';
import { PlanList } from '../features/learning-plans/plan-list.tsx';

/** The plans (D8–D10). */
export function PlansPage() {
  const { permissions } = useViewer();
  const create = permissions.includes('PLAN_CREATE') && (
    <Group gap="xs">
      <ImportPlanButton />
      <CreatePlanButton />
    </Group>
  );
  return <PlanList create={create} />;
}
