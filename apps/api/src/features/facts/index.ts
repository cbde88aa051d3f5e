export { ofCourse, readPersonFacts, recordCompletions, recordPlanCompletions, type NewCompletion } from './completion-facts.ts';
export { isGivenBack, readLiveFacts, readRestingOn, readRevokedBy, recordAgain, recordRevocations, type LiveFact, type Revoking } from './revocations.ts';
