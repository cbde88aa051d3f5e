export { tellOfAssignment, tellOfPlan, tellOfVersion } from './deliver-notices.ts';
export { InboxResolver } from './inbox.resolver.ts';
