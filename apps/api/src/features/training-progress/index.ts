export { TrainingProgressResolver } from './training-progress.resolver.ts';
