export { EnrollmentResolver } from './enrollment.resolver.ts';
export { evaluateEnrollments, writeEvaluations, type Evaluation } from './evaluate-enrollments.ts';
export { evaluatePerson, evaluateRecord, isLocked } from './evaluate-person.ts';
export { findTouchedEnrollments, lockTouchedEnrollments } from './find-touched-enrollments.ts';
export { sayItemLocks, type ItemLock } from './learner-plan.presenter.ts';
export { LearnerPlanResolver, MyLearningResolver } from './my-learning.resolver.ts';
export { PlanProgressResolver } from './plan-progress.resolver.ts';
export { addToRecord, readPersonRecord } from './person-record.queries.ts';
