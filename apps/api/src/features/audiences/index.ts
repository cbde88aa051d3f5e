export { activePeople, audienceCondition } from './audience-condition.ts';
export { AudienceResolver, sayAudience } from './audience.resolver.ts';
export { fromDomainAudience, readAudienceNames, resolveAudience } from './resolve-audience.ts';
