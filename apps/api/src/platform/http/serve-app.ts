import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/**
 * Serves a built single-page app below `prefix`: hashed assets for ever, and `index.html` for every other path, so that each of
 * the app's addresses can be opened directly.
 */
export async function serveApp(app: FastifyInstance, prefix: '/admin' | '/learn', directory: string): Promise<void> {
  const page = await readFile(join(directory, 'index.html'), 'utf8');
  await app.register(fastifyStatic, {
    root: join(directory, 'assets'),
    prefix: `${prefix}/assets/`,
    decorateReply: false,
    immutable: true,
    maxAge: '1y',
    preCompressed: true,
    cacheControl: true,
  });
  for (const url of [prefix, `${prefix}/*`]) {
    app.route({
      method: 'GET',
      url,
      handler: async (_request, reply) => reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page),
    });
  }
}
