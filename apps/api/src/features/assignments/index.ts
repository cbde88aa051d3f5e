import './apply-conflict-policy.ts';
import './end-assignment.ts';
import './update-assignment.ts';
import './assignments-using-groups.ts';

export { PlanLifecycleResolver } from './plan-lifecycle.resolver.ts';

export { AssignmentImportResolver } from './assignment-import.resolver.ts';
export { analyseAssignmentImport } from './import-assignment.ts';
export { AssignmentResolver, OperationRowResolver, OperationTargetCountsResolver } from './assignment.resolver.ts';
export { ConflictPolicyResolver } from './conflict-policy.resolver.ts';
export { actOnContent, operationsOfPlans } from './operations-of-plans.ts';
export { previewAssignment } from './preview-assignment.ts';
export { previewAssignmentImport } from './preview-assignment-import.ts';
export { returnSources, type TakenBack } from './return-sources.ts';
export { reevaluateAssignments } from './when-audiences-change.ts';
export { reviewExceptions } from './when-people-change.ts';
