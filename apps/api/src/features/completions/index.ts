import './add-completions.ts';
import './revoke-completions.ts';

export { CompletionResolver } from './completion.resolver.ts';
export { judgeCourses, settleCourses } from './settle-courses.ts';
export type { WorkOfPerson } from './courses-of-people.queries.ts';
