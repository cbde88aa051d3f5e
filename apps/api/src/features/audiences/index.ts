export { activePeople, audienceCondition } from './audience-condition.queries.ts';
export { readAudienceFacts } from './audience-facts.queries.ts';
export { confirmEverybody } from './confirm-everybody.ts';
export { AudienceResolver, sayAudience } from './audience.resolver.ts';
export { readAudienceNames, checkReferences, resolveAudience } from './resolve-audience.ts';
