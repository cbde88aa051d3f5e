export { createOrganization } from './create-organization.ts';
export { OrganizationEntity } from './organization.entity.ts';
export { PlanTermsResolver } from './plan-terms.resolver.ts';
