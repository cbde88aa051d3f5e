import type { Database } from '../../platform/database/database.ts';
import type { Caller } from '../../platform/request/caller.ts';

interface PersonRow {
  display_name: string;
  email: string | null;
  employee_number: string | null;
  organization_name: string;
  plan_term: Record<string, string>;
  accent_color: string;
}

/** What the apps need to know of the person who is signed in. */
export async function readSessionPerson(database: Database, caller: Caller) {
  const [row] = await database.read(caller, (transaction) =>
    transaction.query<PersonRow>(
      `SELECT p.display_name, p.email, p.employee_number, o.name AS organization_name, o.plan_term, o.accent_color
       FROM person p JOIN organization o ON o.organization_id = p.organization_id
       WHERE p.organization_id = $1 AND p.id = $2`,
      [caller.organizationId, caller.actor.id],
    ),
  );
  const grants = caller.viewer.kind === 'PERSON' ? caller.viewer.grants : [];
  return {
    personId: caller.actor.id,
    displayName: row!.display_name,
    email: row!.email,
    employeeNumber: row!.employee_number,
    locale: caller.locale,
    timeZone: caller.timeZone,
    organization: {
      id: caller.organizationId,
      name: row!.organization_name,
      planTerms: row!.plan_term,
      accentColor: row!.accent_color,
    },
    roles: grants.map((grant) => grant.role),
    permissions: [...caller.acts],
    isAdmin: grants.length > 0 || caller.manages,
  };
}
