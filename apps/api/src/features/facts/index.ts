export { columnsOf, readCoursesOfPeople, type WorkOfPerson } from './courses-of-people.queries.ts';
export { ofCourse, readPersonFacts, recordCompletions, recordPlanCompletions } from './completion-facts.ts';
export { isGivenBack, notRevoked, readLiveFacts, readRestingOn, readRevokedBy, recordAgain, recordRevocations, type LiveFact, type Revoking } from './revocations.ts';
export { judgeCourses, settleCourses } from './settle-courses.ts';
