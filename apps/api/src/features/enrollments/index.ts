export { EnrollmentResolver } from './enrollment.resolver.ts';
export { evaluateEnrollments } from './evaluate-enrollments.ts';
export { evaluatePerson } from './evaluate-person.ts';
export { findTouchedEnrollments } from './find-touched-enrollments.ts';
export { sayItemLocks } from './learner-plan.presenter.ts';
export { LearnerPlanResolver, MyLearningResolver } from './my-learning.resolver.ts';
