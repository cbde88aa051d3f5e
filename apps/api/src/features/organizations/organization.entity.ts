import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A customer: the tenant that every row belongs to. */
@Entity('organization')
export class OrganizationEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('text') name: string;
  @Column('text', { name: 'default_locale' }) defaultLocale: string;
  @Column('text', { name: 'default_time_zone' }) defaultTimeZone: string;
  @Column('jsonb', { name: 'plan_term', default: {} }) planTerm: Record<string, string>;
  @Column('text', { name: 'accent_color', default: 'indigo' }) accentColor: string;
  @Column('text', { name: 'group_conflict', default: 'FIRST_WINS' }) groupConflict: string;
  @Column('boolean', { name: 'managers_may_assign', default: false }) managersMayAssign: boolean;
  @Column('integer', { name: 'row_version', default: 1 }) rowVersion: number;
}
