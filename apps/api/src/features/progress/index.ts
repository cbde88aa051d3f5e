export { ProgressResolver } from './progress.resolver.ts';
