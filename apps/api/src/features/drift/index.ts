export { checkDrift } from './check-drift.ts';
export { checkDriftInParts, giveUpDriftCheck } from './check-drift.job.ts';
export { DriftCheckResolver } from './drift-check.resolver.ts';
export type { DriftReport } from './drift-report.ts';
