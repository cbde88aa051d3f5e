export { EnrollmentResolver } from './enrollment.resolver.ts';
export { evaluateEnrollments, evaluateNow } from './evaluate-enrollments.ts';
export { findTouchedEnrollments } from './find-touched-enrollments.ts';
export { sayItemLocks } from './learner-plan.presenter.ts';
export { MyLearningResolver } from './my-learning.resolver.ts';
