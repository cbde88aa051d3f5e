import './apply-assignment.ts';

export { AssignmentResolver, OperationRowResolver } from './assignment.resolver.ts';
export { previewAssignment } from './preview-assignment.ts';
