import type { AdminRole, GrantScope, PersonViewer, Right } from '@milepost/domain';
import type { Database } from '../../platform/database/database.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { createApiClient, type NewApiClientData } from './create-api-client.ts';
import { grantAdmin } from './grant-admin.ts';
import { actsAnywhere } from './probe-rights.ts';

interface PersonReference {
  readonly organizationId: string;
  readonly id: string;
}

/** What a test grants; by default the whole organization, and no right beyond the role. */
export interface GrantOverrides {
  readonly rights?: readonly Right[];
  readonly scopeKind?: GrantScope['kind'];
  readonly scopeId?: string | null;
}

/** Makes a person an admin; answers the grant's id. */
export async function buildGrant(database: Database, person: PersonReference, role: AdminRole, overrides: GrantOverrides = {}): Promise<string> {
  const granted = await database.write(person, (transaction) =>
    grantAdmin(transaction, { personId: person.id, role, scopeKind: 'ORGANIZATION', ...overrides }),
  );
  if (!granted.ok) throw new Error(`No grant: ${granted.problem.map((each) => each.code).join(', ')}`);
  return granted.value.id;
}

/** A person as use cases see who calls them. */
export function buildCaller(person: PersonReference, ...roles: readonly AdminRole[]): Caller {
  const viewer: PersonViewer = {
    kind: 'PERSON',
    personId: person.id as never,
    grants: roles.map((role) => ({ role, rights: [], scope: { kind: 'ORGANIZATION' } })),
    managersMayAssign: false,
  };
  return {
    organizationId: person.organizationId,
    actor: { kind: 'PERSON', id: person.id },
    viewer,
    acts: actsAnywhere(viewer, false),
    manages: false,
    locale: 'en',
    timeZone: 'Europe/Berlin',
    validUntil: undefined,
    sessionId: undefined,
    recordIds: [person.id],
  };
}

/** An API client of an admin; answers its id and key. */
export async function buildApiClient(
  database: Database,
  maker: Caller,
  overrides: Partial<NewApiClientData> & Pick<NewApiClientData, 'scopes'>,
): Promise<{ id: string; key: string }> {
  const made = await database.write(maker, (transaction) =>
    createApiClient(transaction, maker, { name: 'Partner system', scopeKind: 'ORGANIZATION', ...overrides }),
  );
  if (!made.ok) throw new Error(`No API client: ${made.problem.map((each) => each.code).join(', ')}`);
  return made.value;
}
