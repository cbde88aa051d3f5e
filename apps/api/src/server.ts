import { readConfig } from './config.ts';
import { createServer } from './create-server.ts';
import { createLogger } from './platform/request/logger.ts';
import { runCommand } from './run-command.ts';

/** Within so long everything has come to an end, or is cut off: what is cut off goes on elsewhere, as after a crash. */
const patienceMilliseconds = 20_000;

await runCommand(async () => {
  const config = readConfig();
  const logger = createLogger(config.logLevel);
  const server = await createServer(config, logger);
  logger.info({ port: server.port, roles: [...config.roles] }, 'listening');
  let stopping = false;
  const stop = (signal: string): void => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'stopping');
    setTimeout(() => {
      logger.error({ waitingFor: process.getActiveResourcesInfo() }, 'did not stop in time');
      process.exit(1);
    }, patienceMilliseconds).unref();
    void server.stop().finally(() => process.exit(0));
  };
  process.on('SIGINT', () => stop('SIGINT'));
  process.on('SIGTERM', () => stop('SIGTERM'));
  // Whoever started this process is gone, however: nothing is to be left running.
  process.on('disconnect', () => stop('disconnect'));
});
