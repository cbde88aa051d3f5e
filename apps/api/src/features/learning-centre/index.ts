export { LearningCentreResolver } from './learning-centre.resolver.ts';
export { takeUp } from './take-up.ts';
