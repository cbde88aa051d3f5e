import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whoever the organization knows. What an audience or the evaluator reads of a person is kept dated in `person_revision`. */
@Entity('person')
export class PersonEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'employee_number', nullable: true }) employeeNumber: string | null;
  @Column('text', { name: 'employee_number_key', nullable: true }) employeeNumberKey: string | null;
  @Column('text', { nullable: true }) email: string | null;
  @Column('text', { name: 'email_key', nullable: true }) emailKey: string | null;
  @Column('text', { name: 'display_name' }) displayName: string;
  @Column('text', { name: 'name_key' }) nameKey: string;
  @Column('text') locale: string;
  @Column('text', { name: 'time_zone' }) timeZone: string;
  @Column('uuid', { name: 'manager_id', nullable: true }) managerId: string | null;
  @Column('uuid', { name: 'partner_account_id', nullable: true }) partnerAccountId: string | null;
  @Column('date', { name: 'hire_date', nullable: true }) hireDate: string | null;
  @Column('text', { default: 'ACTIVE' }) status: 'ACTIVE' | 'SUSPENDED' | 'LEFT';
  @Column('timestamptz', { name: 'first_sign_in_at', nullable: true }) firstSignInAt: Date | null;
  @Column('integer', { name: 'row_version', default: 1 }) rowVersion: number;
}
