import type { MilepostServer } from './create-server.ts';
import type { Logger } from './platform/request/logger.ts';

/** Within so long everything has come to an end, or is cut off: what is cut off goes on elsewhere, as after a crash. */
const patienceMilliseconds = 20_000;

/** Stops a server before its process ends. Answers whether it did so in time; else the log says what it waited for, and the process is to end all the same. */
export async function stopInTime(server: Pick<MilepostServer, 'stop'>, logger: Logger, patience = patienceMilliseconds): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => {
      logger.error({ waitingFor: process.getActiveResourcesInfo() }, 'did not stop in time');
      resolve(false);
    }, patience);
  });
  const stopped = server.stop().then(
    () => true as const,
    (error: unknown) => {
      logger.error({ err: error }, 'did not stop as it should');
      return false as const;
    },
  );
  try {
    return await Promise.race([stopped, late]);
  } finally {
    clearTimeout(timer);
  }
}
