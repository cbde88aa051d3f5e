export { EnrollmentResolver } from './enrollment.resolver.ts';
export { EnrollmentStatusEnum } from './enrollment.type.ts';
export { evaluateEnrollments, evaluateNow } from './evaluate-enrollments.ts';
export { findTouchedEnrollments } from './find-touched-enrollments.ts';
export { sayItemLocks } from './present-learner-plan.ts';
export { MyLearningResolver } from './my-learning.resolver.ts';
