import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { foldEmail, foldForSearch, isTimeZone } from '@milepost/domain';
import { ConfigError } from './config.ts';
import { entities } from './entities.ts';
import { grantAdmin, makeSignInLink } from './features/access/index.ts';
import { createOrganization } from './features/organizations/index.ts';
import { writePeople } from './features/people/index.ts';
import { openDataSource } from './platform/database/data-source.ts';
import { Database } from './platform/database/database.ts';
import { newId } from './platform/database/new-id.ts';
import { actingAs, appRole } from './platform/database/roles.ts';
import { runCommand } from './run-command.ts';

const usage = `Creates an organization and its first master admin, and prints the link to sign in by.

  node apps/api/dist/create-organization.js --name "Example Ltd" --admin-name "Ada Example" --admin-email ada@example.com
    [--locale en] [--time-zone Europe/Berlin]

DATABASE_URL names the database, as it was given to "npm start", which has migrated it; PUBLIC_URL the address that browsers use.
`;

interface Wanted {
  readonly name: string;
  readonly adminName: string;
  readonly email: string;
  readonly locale: string;
  readonly timeZone: string;
}

await runCommand(async () => {
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) throw new ConfigError(`DATABASE_URL is not set.\n\n${usage}`);
  const { name, adminName, email, locale, timeZone } = readWanted();
  const source = await openDataSource(actingAs(databaseUrl, appRole), entities, 2).initialize();
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
        externalId: null,
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
  const where = process.env.PUBLIC_URL ? `: ${process.env.PUBLIC_URL}` : ', at the address of your Milepost: ';
  process.stdout.write(`Organization ${organizationId} is there.\nOpen this once, until ${link.expiresAt.toISOString()}${where}/admin/welcome?token=${link.token}\n`);
});

/** Reads the arguments; refuses what is missing or makes no sense, and says what. */
function readWanted(): Wanted {
  const values = readOptions();
  const { name, 'admin-name': adminName, 'admin-email': email, locale, 'time-zone': timeZone } = values;
  if (!name) throw new ConfigError(`--name is missing.\n\n${usage}`);
  if (!adminName) throw new ConfigError(`--admin-name is missing.\n\n${usage}`);
  if (!email?.includes('@')) throw new ConfigError(`--admin-email is missing, or no e-mail address.\n\n${usage}`);
  if (!isTimeZone(timeZone)) throw new ConfigError(`There is no time zone "${timeZone}". It looks like Europe/Berlin`);
  return { name, adminName, email, locale, timeZone };
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        name: { type: 'string' },
        'admin-name': { type: 'string' },
        'admin-email': { type: 'string' },
        locale: { type: 'string', default: 'en' },
        'time-zone': { type: 'string', default: 'UTC' },
      },
    }).values;
  } catch (error) {
    throw new ConfigError(`${(error as Error).message}\n\n${usage}`);
  }
}
