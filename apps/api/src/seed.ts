import { readConfig } from './config.ts';
import { createServer } from './create-server.ts';
import { actingAs, relayRole } from './platform/database/roles.ts';
import { createLogger } from './platform/request/logger.ts';
import { loadDemonstration } from './seed/load-demonstration.ts';
import { openQueue } from './seed/when-idle.ts';
import { stopInTime } from './stop-in-time.ts';

// A process without web: it runs the jobs of the import and of the assignments like any other worker.
const config = { ...readConfig(), roles: new Set(['worker'] as const), logLevel: 'warn' };
const logger = createLogger(config.logLevel);
// The clock is set back while a year of history is told.
const clock = { now: () => new Date() };
const server = await createServer(config, logger, () => clock.now());
const queue = await openQueue(actingAs(config.relayUrl, relayRole));
let accounts: unknown;
try {
  const { rows } = await server.identities.pool.query<{ count: string }>('SELECT auth.organization_count() AS count');
  accounts = Number(rows[0]!.count) > 0 ? [] : await loadDemonstration(server, config.dataDir, clock, queue.whenIdle);
} finally {
  await queue.close();
  // What has not ended by then the product goes on with.
  await stopInTime(server, logger);
}
// The last line: whoever called reads it.
process.stdout.write(`${JSON.stringify({ accounts })}\n`);
process.exit(0);
