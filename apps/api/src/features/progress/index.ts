export { ProgressResolver } from './progress.resolver.ts';
export { recordProgress } from './record-progress.ts';
