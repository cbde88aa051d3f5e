export { createOrganization, type NewOrganization } from './create-organization.ts';
export { OrganizationEntity } from './organization.entity.ts';
