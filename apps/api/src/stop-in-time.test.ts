import { expect, test } from '@jest/globals';
import { createLogger } from './platform/request/logger.ts';
import { stopInTime } from './stop-in-time.ts';

const logger = createLogger('silent');

test('a process ends though something of it does not, or ends badly, and is told so', async () => {
  expect(await stopInTime({ stop: async () => {} }, logger)).toBe(true);
  expect(await stopInTime({ stop: () => new Promise(() => {}) }, logger, 50)).toBe(false);
  expect(await stopInTime({ stop: () => Promise.reject(new Error('planted')) }, logger)).toBe(false);
});
