export { createOrganization } from './create-organization.ts';
export { OrganizationEntity } from './organization.entity.ts';
