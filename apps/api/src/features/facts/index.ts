export { ofCourse, readPersonFacts, recordCompletions, type NewCompletion } from './completion-facts.ts';
