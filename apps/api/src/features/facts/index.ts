export { ofCourse, readPersonFacts, recordCompletions } from './completion-facts.ts';
