import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { foldEmail, foldForSearch, isTimeZone } from '@milepost/domain';
import { entities } from './entities.ts';
import { grantAdmin, makeSignInLink } from './features/access/index.ts';
import { createOrganization } from './features/organizations/index.ts';
import { writePeople } from './features/people-import/index.ts';
import { openDataSource } from './platform/database/data-source.ts';
import { Database } from './platform/database/database.ts';
import { newId } from './platform/database/new-id.ts';
import { actingAs, appRole } from './platform/database/roles.ts';

const usage = `Creates an organization and its first master admin, and prints the link to sign in by.

  node apps/api/dist/create-organization.js --name "Example Ltd" --admin-name "Ada Example" --admin-email ada@example.com
    [--locale en] [--time-zone Europe/Berlin]

DATABASE_URL names the database, which has been migrated.
`;

const { values } = parseArgs({
  options: {
    name: { type: 'string' },
    'admin-name': { type: 'string' },
    'admin-email': { type: 'string' },
    locale: { type: 'string', default: 'en' },
    'time-zone': { type: 'string', default: 'UTC' },
  },
});
const { name, 'admin-name': adminName, 'admin-email': email, locale, 'time-zone': timeZone } = values;
if (!process.env.DATABASE_URL || !name || !adminName || !email?.includes('@') || !isTimeZone(timeZone)) {
  process.stderr.write(usage);
  process.exit(1);
}

const source = await openDataSource(actingAs(process.env.DATABASE_URL, appRole), entities, 2).initialize();
const organizationId = randomUUID();
const link = await new Database(source).write({ organizationId }, async (transaction) => {
  await createOrganization(transaction, { name, defaultLocale: locale, defaultTimeZone: timeZone });
  const personId = newId();
  await writePeople(transaction, [
    {
      id: personId,
      isNew: true,
      revisionId: newId(),
      affiliationId: newId(),
      employeeNumber: null,
      employeeNumberKey: null,
      email,
      emailKey: foldEmail(email),
      displayName: adminName,
      nameKey: foldForSearch(adminName),
      locale,
      timeZone,
      hireDate: null,
      managerKey: null,
      departmentId: null,
      positionId: null,
      jobRoleId: null,
      partnerAccountId: null,
    },
  ]);
  await grantAdmin(transaction, { personId, role: 'MASTER_ADMIN', scopeKind: 'ORGANIZATION' });
  return makeSignInLink(transaction, personId);
});
await source.destroy();
process.stdout.write(`Organization ${organizationId} is there.\nOpen this once, until ${link.expiresAt.toISOString()}: /admin/welcome?token=${link.token}\n`);
