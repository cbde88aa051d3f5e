export { checkDrift, type DriftReport } from './check-drift.ts';
