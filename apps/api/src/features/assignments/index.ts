import './apply-assignment.ts';

export { AssignmentResolver, OperationRowResolver } from './assignment.resolver.ts';
export { operationsOfPlans } from './operations-of-plans.ts';
export { previewAssignment } from './preview-assignment.ts';
