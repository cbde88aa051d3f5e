export { LearningCentreResolver } from './learning-centre.resolver.ts';
