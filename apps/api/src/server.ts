import { readConfig } from './config.ts';
import { createServer } from './create-server.ts';
import { createLogger } from './platform/request/logger.ts';
import { runCommand } from './run-command.ts';
import { stopInTime } from './stop-in-time.ts';

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
    void stopInTime(server, logger).then((inTime) => process.exit(inTime ? 0 : 1));
  };
  process.on('SIGINT', () => stop('SIGINT'));
  process.on('SIGTERM', () => stop('SIGTERM'));
  // Whoever started this process is gone, however: nothing is to be left running.
  process.on('disconnect', () => stop('disconnect'));
});
