export { tellOfAssignment, tellOfOpening, tellOfPlan, tellOfVersion } from './deliver-notices.ts';
export { InboxResolver } from './inbox.resolver.ts';
