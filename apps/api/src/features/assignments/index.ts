import './apply-assignment.ts';
import './assignments-using-groups.ts';

export { AssignmentResolver, OperationRowResolver } from './assignment.resolver.ts';
export { previewAssignment } from './preview-assignment.ts';
