import { speaksOf } from '@milepost/domain';
import type { JobHandler } from '../../platform/jobs/job-runner.ts';
import { readRules } from './evaluate-groups.queries.ts';
import { reevaluateEverybody } from './reevaluate-everybody.ts';

/** A department that was moved, merged or removed takes its people with it: groups whose rules speak of departments are evaluated anew. */
export const whenDepartmentsChanged: JobHandler = async (context) => {
  const rules = await context.database.read({ organizationId: context.organizationId }, readRules);
  const concerned = [...rules].filter(([, rule]) => speaksOf(rule, 'DEPARTMENTS')).map(([id]) => id);
  await reevaluateEverybody(context, concerned);
};
