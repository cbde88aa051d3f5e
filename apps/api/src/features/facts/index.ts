export { readPersonFacts, recordCompletions, type NewCompletion, type PersonFacts } from './completion-facts.ts';
