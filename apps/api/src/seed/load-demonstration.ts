import { randomBytes } from 'node:crypto';
import type { PersonViewer } from '@milepost/domain';
import type { MilepostServer } from '../create-server.ts';
import { actsAnywhere, createApiClient, grantAdmin, setPassword } from '../features/access/index.ts';
import { createOrganization } from '../features/organizations/index.ts';
import { newId } from '../platform/database/new-id.ts';
import { openFileStore } from '../platform/files/file-store.ts';
import type { Caller } from '../platform/request/caller.ts';
import { importPeople } from './import-people.ts';
import { loadAssignments } from './load-assignments.ts';
import { loadCatalogs } from './load-catalogs.ts';
import { loadContent } from './load-content.ts';
import { loadGroups } from './load-groups.ts';
import { loadHistory } from './load-history.ts';
import { loadPlans } from './load-plans.ts';
import { seedAccounts, type SeedScope } from './seed-data.ts';
import { SeedNames } from './seed-names.ts';
import type { WhenIdle } from './when-idle.ts';

/** One way into the demonstration organization, as it is printed. */
export interface DemoAccount {
  readonly who: string;
  readonly name: string;
  readonly signIn: string;
  readonly password: string;
  readonly app: 'admin' | 'learner' | 'api';
}

/** The clock of the process that loads: every transaction of it takes this for now. */
export interface SeedClock {
  now: () => Date;
}

/** Loads the demonstration organization into an empty database, by the product's own use cases. Answers whom to sign in as. */
export async function loadDemonstration(server: MilepostServer, dataDir: string, clock: SeedClock, whenIdle: WhenIdle): Promise<DemoAccount[]> {
  const { database } = server.services;
  const organizationId = newId();
  const now = new Date();
  const yearAgo = new Date(now.getTime() - 380 * 86_400_000);
  clock.now = () => yearAgo;
  await database.write({ organizationId }, (transaction) =>
    createOrganization(transaction, { name: 'Northwind', defaultLocale: 'en', defaultTimeZone: 'Europe/Berlin' }),
  );
  const files = await openFileStore(dataDir);
  await importPeople(database, files, adminCaller(organizationId, newId()));
  const names = await SeedNames.read(database, organizationId);
  const accounts = await openAccounts(server, organizationId, names);
  const admin = adminCaller(organizationId, names.personId('masterAdmin'));
  const courses = await loadContent(database, files, organizationId, admin);
  const plans = await loadPlans(database, files, organizationId, names, courses);
  await loadHistory({ database, files, names, plans, admin }, whenIdle, now, clock);
  clock.now = () => new Date();
  await loadGroups(database, organizationId, names, admin);
  await loadAssignments(database, names, { courses, plans }, admin, now);
  await loadCatalogs({ database, names, plans, courses, admin });
  const partner = await database.write({ organizationId, actor: admin.actor }, (transaction) =>
    createApiClient(transaction, admin, {
      name: 'Partner system',
      scopes: ['read:plans', 'read:progress', 'read:people', 'read:content', 'read:assignments'],
      scopeKind: 'ORGANIZATION',
    }),
  );
  if (!partner.ok) throw new Error('The partner system got no key');
  return [...accounts, { who: 'Partner system (API key)', name: 'Partner system', signIn: 'Authorization: Bearer', password: partner.value.key, app: 'api' }];
}

/** Passwords, for the printed accounts only, and what their people may do. */
async function openAccounts(server: MilepostServer, organizationId: string, names: SeedNames): Promise<DemoAccount[]> {
  const accounts: DemoAccount[] = [];
  for (const account of seedAccounts()) {
    const personId = names.personId(account.key);
    for (const grant of account.grants ?? []) {
      const granted = await server.services.database.write({ organizationId }, (transaction) =>
        grantAdmin(transaction, { personId, role: grant.role, rights: grant.rights, ...scopeOf(names, grant.scope) }),
      );
      if (!granted.ok) throw new Error(`No grant for ${account.name}: ${granted.problem[0]!.code}`);
    }
    const password = `${randomBytes(9).toString('base64url')}-${account.key.slice(0, 4)}`;
    await setPassword(server.identities, { organizationId, personId }, password);
    accounts.push({ who: account.who, name: account.name, signIn: account.signIn, password, app: account.app });
  }
  return accounts;
}

function scopeOf(names: SeedNames, scope: SeedScope): { scopeKind: string; scopeId: string | null } {
  if (scope.kind === 'DEPARTMENT') return { scopeKind: scope.kind, scopeId: names.department(scope.department!) };
  if (scope.kind === 'PARTNER_ACCOUNT') return { scopeKind: scope.kind, scopeId: names.named('partner_account', scope.partnerAccount!) };
  return { scopeKind: scope.kind, scopeId: null };
}

/** A master admin; whoever installs the product is one before there are people. */
function adminCaller(organizationId: string, personId: string): Caller {
  const viewer: PersonViewer = {
    kind: 'PERSON',
    personId: personId as never,
    grants: [{ role: 'MASTER_ADMIN', rights: [], scope: { kind: 'ORGANIZATION' } }],
    managersMayAssign: false,
  };
  return {
    organizationId,
    actor: { kind: 'PERSON', id: personId },
    viewer,
    acts: actsAnywhere(viewer, false),
    manages: false,
    locale: 'en',
    timeZone: 'Europe/Berlin',
    validUntil: undefined,
    sessionId: undefined,
    recordIds: [personId],
  };
}
