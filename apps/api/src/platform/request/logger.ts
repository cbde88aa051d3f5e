import { pino, type Logger as PinoLogger } from 'pino';

export type Logger = PinoLogger;

/** Structured logs to standard output. Ids only: names, addresses, tokens and bodies never reach a log line. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: { service: 'milepost' },
    redact: { paths: ['req.headers', 'res.headers', '*.password', '*.token', '*.email'], remove: true },
    serializers: {
      req: (request: { method?: string; url?: string; id?: string }) => ({
        method: request.method,
        path: request.url?.split('?')[0],
        id: request.id,
      }),
    },
  });
}
