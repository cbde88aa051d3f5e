import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { isUuid } from '@milepost/domain';
import { ConfigError } from './config.ts';
import { entities } from './entities.ts';
import { checkDrift, type DriftReport } from './features/drift/index.ts';
import { openDataSource } from './platform/database/data-source.ts';
import { Database } from './platform/database/database.ts';
import { actingAs, appRole } from './platform/database/roles.ts';
import { reactions } from './handlers.ts';
import { runCommand } from './run-command.ts';

const usage = `Evaluates everybody of an organization anew and compares with what is kept: standings, counts, completions that nobody wrote. Writes nothing.
Ends with code 2 where something differs. It can be stopped at any time and run again.

  node apps/api/dist/check-drift.js --organization 01985b7e-…
    [--repair]   sets right what differs, by the same rules, and tells what it did

DATABASE_URL names the database, as it was given to "npm start".
`;

await runCommand(async () => {
  const { organizationId, repair } = readWanted();
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) throw new ConfigError(`DATABASE_URL is not set.\n\n${usage}`);
  const source = await openDataSource(actingAs(databaseUrl, appRole), entities, 2).initialize();
  const database = new Database(source, undefined, undefined, reactions);
  const [known] = await database.read({ organizationId }, (transaction) => transaction.query('SELECT 1 FROM organization WHERE organization_id = $1', [organizationId]));
  if (!known) throw new ConfigError(`There is no organization ${organizationId}.`);
  const report = await checkDrift(database, { organizationId }, repair, tellProgress);
  await source.destroy();
  process.stdout.write(sayReport(report, repair));
  if (Object.values(report.found).some(({ count, repaired }) => count > repaired)) process.exitCode = 2;
});

function readWanted(): { organizationId: string; repair: boolean } {
  const { organization, repair } = readOptions();
  if (!organization || !isUuid(organization)) throw new ConfigError(`--organization is missing, or no id.\n\n${usage}`);
  return { organizationId: organization, repair };
}

function readOptions() {
  try {
    return parseArgs({ options: { organization: { type: 'string' }, repair: { type: 'boolean', default: false } } }).values;
  } catch (error) {
    throw new ConfigError(`${(error as Error).message}\n\n${usage}`);
  }
}

/** One line that moves, where somebody looks at it. */
function tellProgress({ checked }: DriftReport): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${sayChecked(checked)}`);
}

function sayChecked({ COURSES, STANDINGS, COUNTS }: DriftReport['checked']): string {
  return `Courses of ${COURSES} people, ${STANDINGS} enrollments, counts of ${COUNTS} plans and contents checked`;
}

function sayReport({ checked, found }: DriftReport, repair: boolean): string {
  const kinds = Object.entries(found).map(([kind, { count, repaired, examples }]) =>
    [`${kind}: ${count}${repair ? `, set right ${repaired}` : ''}`, ...examples.map(({ kind: _, ...example }) => `  ${JSON.stringify(example)}`)].join('\n'),
  );
  return `${process.stderr.isTTY ? '\n' : ''}${[`${sayChecked(checked)}.`, ...(kinds.length > 0 ? kinds : ['Nothing differs.'])].join('\n')}\n`;
}
