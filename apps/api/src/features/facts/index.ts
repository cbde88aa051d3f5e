export { readPersonFacts, recordCompletions } from './completion-facts.ts';
