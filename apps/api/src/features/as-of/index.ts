export { AsOfResolver } from './as-of.resolver.ts';
export { PastTrainingResolver } from './past-training.resolver.ts';
export { StandingChangeCauseResolver, StandingChangesResolver } from './standing-changes.resolver.ts';
